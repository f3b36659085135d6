#include "picture_series.hpp"

#include "known_measures.hpp"
#include "sensing_texts.hpp"
#include "series.hpp"

#include <algorithm>

namespace preshift {
namespace {

constexpr double k_level_percent = 100.0 / 255;  // one level of an 8-bit picture
constexpr double k_sharpness_resolution = 0.02;  // what rounding to levels does to faint edges
constexpr double k_least_usable_share = 0.9;
constexpr double k_most_repeats_share = 2.0 / 3;  // one picture a second, read twice, is no fault
constexpr double k_most_returns_share = 0.1;
constexpr std::size_t k_most_returns = 1;  // one may be a driver's mistake

Text reason_of(PictureFault fault) {
  switch (fault) {
    case PictureFault::dark:
      return sensing_text("scene.dark");
    case PictureFault::overexposed:
      return sensing_text("scene.overexposed");
    case PictureFault::flat:
      return sensing_text("scene.flat");
    case PictureFault::blurred:
      return sensing_text("scene.blurred");
    case PictureFault::covered:
    case PictureFault::none:
      break;
  }
  return sensing_text("scene.covered");
}

double percent(std::size_t part, std::size_t whole) {
  return 100 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

PictureFault PictureSeries::add(const cv::Mat& copy) {
  const PictureQuality quality = measure_quality(copy);
  m_brightness.push_back(quality.brightness_percent);
  m_contrast.push_back(quality.contrast_percent);
  m_sharpness.push_back(quality.sharpness);
  compare_with_earlier(copy);
  const PictureFault fault = find_fault(quality);
  ++m_faults[fault];
  return fault;
}

void PictureSeries::compare_with_earlier(const cv::Mat& copy) {
  const auto same = m_last_copy.empty() ? std::nullopt : repeats(copy, m_last_copy);
  m_compared += same ? 1 : 0;
  m_repeated += same.value_or(false) ? 1 : 0;
  if (has_noise(copy) && !same.value_or(false)) {
    const std::uint64_t digest = digest_of(copy);
    m_returned += std::find(m_seen.begin(), m_seen.end(), digest) != m_seen.end() ? 1 : 0;
    m_seen.push_back(digest);
  }
  m_copy_before = m_last_copy;
  m_last_copy = copy;
}

std::size_t PictureSeries::count_of(PictureFault fault) const {
  const auto found = m_faults.find(fault);
  return found == m_faults.end() ? 0 : found->second;
}

bool PictureSeries::is_frozen() const {
  return static_cast<double>(m_repeated) > k_most_repeats_share * static_cast<double>(m_compared);
}

bool PictureSeries::is_looped() const {
  return m_returned > k_most_returns &&
         static_cast<double>(m_returned) > k_most_returns_share * static_cast<double>(pictures());
}

std::optional<Message> PictureSeries::unusable() const {
  const auto usable = static_cast<double>(count_of(PictureFault::none));
  if (usable < k_least_usable_share * static_cast<double>(pictures())) {
    auto commonest = PictureFault::covered;
    for (const auto& [fault, count] : m_faults)
      if (fault != PictureFault::none && count > count_of(commonest)) commonest = fault;
    return Message{reason_of(commonest), {}};
  }
  if (is_frozen()) return Message{sensing_text("scene.frozen"), {}};
  if (is_looped()) return Message{sensing_text("scene.looped"), {}};
  return std::nullopt;
}

/// Why no picture could be compared with the one before, if so: alone, or all of them black or white.
std::optional<Message> PictureSeries::frozen_unknown() const {
  if (pictures() == 1) return Message{sensing_text("scene.one_picture"), {}};
  if (m_compared > 0) return std::nullopt;
  const bool white = count_of(PictureFault::overexposed) > count_of(PictureFault::covered);
  return Message{reason_of(white ? PictureFault::overexposed : PictureFault::covered), {}};
}

Measurements PictureSeries::measurements() const {
  const auto incomparable = frozen_unknown();
  // Shares and the number of pictures are counted, so exact.
  return {
      known("picture.brightness", mean_of_pictures(m_brightness, k_level_percent)),
      known("picture.contrast", mean_of_pictures(m_contrast, k_level_percent)),
      known("picture.backlight", mean_of_pictures(m_back_light, k_level_percent)),
      known("picture.sharpness", mean_of_pictures(m_sharpness, k_sharpness_resolution)),
      known("picture.count", {static_cast<double>(pictures()), 0}),
      known("camera.covered", {percent(count_of(PictureFault::covered), pictures()), 0}),
      known_unless(incomparable, "camera.frozen",
                   {percent(m_repeated, std::max<std::size_t>(1, m_compared)), 0}),
      known_unless(incomparable, "camera.looped", {percent(m_returned, pictures()), 0}),
  };
}

}  // namespace preshift
