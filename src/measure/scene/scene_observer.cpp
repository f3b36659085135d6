#include "scene_observer.hpp"

#include "measures.hpp"
#include "picture_quality.hpp"
#include "sensing_texts.hpp"
#include "series.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace preshift {
namespace {

constexpr double k_level_percent = 100.0 / 255;  // one level of an 8-bit picture
constexpr double k_sharpness_resolution = 0.02;  // what rounding to levels does to faint edges
constexpr double k_least_usable_share = 0.9;
constexpr double k_most_repeats_share = 2.0 / 3;  // one picture a second, read twice, is no fault

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

struct SceneObserver::State {
  std::unique_ptr<PersonDetector> detector;
  Message detector_missing;

  std::vector<double> brightness;
  std::vector<double> contrast;
  std::vector<double> sharpness;
  std::vector<int> people;  // in the usable pictures only
  std::map<PictureFault, std::size_t> faults;
  std::size_t compared = 0;  // pictures that could be compared with the one before
  std::size_t repeated = 0;
  cv::Mat last_copy;

  [[nodiscard]] std::size_t pictures() const { return brightness.size(); }

  [[nodiscard]] std::size_t count_of(PictureFault fault) const {
    const auto found = faults.find(fault);
    return found == faults.end() ? 0 : found->second;
  }

  /// Why too few pictures can be used, if so: the commonest fault.
  [[nodiscard]] std::optional<Message> unusable() const {
    const auto usable = static_cast<double>(count_of(PictureFault::none));
    if (usable >= k_least_usable_share * static_cast<double>(pictures())) return std::nullopt;
    auto commonest = PictureFault::covered;
    for (const auto& [fault, count] : faults)
      if (fault != PictureFault::none && count > count_of(commonest)) commonest = fault;
    return Message{reason_of(commonest), {}};
  }

  [[nodiscard]] bool is_frozen() const {
    return static_cast<double>(repeated) > k_most_repeats_share * static_cast<double>(compared);
  }

  [[nodiscard]] std::optional<Message> people_unknown() const {
    if (auto reason = unusable()) return reason;
    if (is_frozen()) return Message{sensing_text("scene.frozen"), {}};
    if (!detector) return detector_missing;
    return std::nullopt;
  }

  /// Why no picture could be compared with the one before, if so: alone, or all of them black or white.
  [[nodiscard]] std::optional<Message> frozen_unknown() const {
    if (pictures() == 1) return Message{sensing_text("scene.one_picture"), {}};
    if (compared > 0) return std::nullopt;
    const bool white = count_of(PictureFault::overexposed) > count_of(PictureFault::covered);
    return Message{reason_of(white ? PictureFault::overexposed : PictureFault::covered), {}};
  }

  void compare_with_last(const cv::Mat& copy) {
    if (const auto same = last_copy.empty() ? std::nullopt : repeats(copy, last_copy)) {
      ++compared;
      repeated += *same ? 1 : 0;
    }
    last_copy = copy;
  }
};

namespace {

Measurement known(std::string_view name, const Quantity& quantity) {
  return {std::string(name), std::string(find_measure(name)->unit), quantity};
}

Measurement not_known(std::string_view name, Message reason) {
  return unknown(std::string(name), std::string(find_measure(name)->unit), std::move(reason));
}

/// Those of an enrolled room are a RoomObserver's.
bool is_of_a_room(const Measure& measure) {
  return measure.name.starts_with("room.") || measure.name.starts_with("door.");
}

Measurements all_unknown(const Message& reason) {
  Measurements result;
  for (const Measure& measure : measures())
    if (measure.sensor == Sensor::camera && !is_of_a_room(measure))
      result.push_back(not_known(measure.name, reason));
  return result;
}

}  // namespace

SceneObserver::SceneObserver(std::unique_ptr<PersonDetector> detector, Message detector_missing)
    : m_state(std::make_unique<State>()) {
  m_state->detector = std::move(detector);
  m_state->detector_missing = std::move(detector_missing);
}

SceneObserver::~SceneObserver() = default;

void SceneObserver::observe(const cv::Mat& bgr) {
  const cv::Mat copy = small_grey_copy(bgr);
  const PictureQuality quality = measure_quality(copy);
  m_state->brightness.push_back(quality.brightness_percent);
  m_state->contrast.push_back(quality.contrast_percent);
  m_state->sharpness.push_back(quality.sharpness);
  m_state->compare_with_last(copy);
  const PictureFault fault = find_fault(quality);
  ++m_state->faults[fault];
  if (fault == PictureFault::none && m_state->detector)
    m_state->people.push_back(static_cast<int>(m_state->detector->detect(bgr).size()));
}

Measurements SceneObserver::measurements() const {
  const State& state = *m_state;
  if (state.pictures() == 0) return all_unknown({sensing_text("scene.no_pictures"), {}});
  const auto frozen_unknown = state.frozen_unknown();
  const auto people_unknown = state.people_unknown();
  // Shares and the number of pictures are counted, so exact.
  return {
      known("picture.brightness", mean_of_pictures(state.brightness, k_level_percent)),
      known("picture.contrast", mean_of_pictures(state.contrast, k_level_percent)),
      known("picture.sharpness", mean_of_pictures(state.sharpness, k_sharpness_resolution)),
      known("picture.count", {static_cast<double>(state.pictures()), 0}),
      known("camera.covered", {percent(state.count_of(PictureFault::covered), state.pictures()), 0}),
      frozen_unknown ? not_known("camera.frozen", *frozen_unknown)
                     : known("camera.frozen", {percent(state.repeated, state.compared), 0}),
      people_unknown ? not_known("people.count", *people_unknown)
                     : known("people.count", median_of_counts(state.people)),
  };
}

}  // namespace preshift
