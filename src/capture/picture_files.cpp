#include "file_bytes.hpp"
#include "picture_decoding.hpp"
#include "picture_format.hpp"
#include "picture_list.hpp"
#include "picture_source.hpp"
#include "sensing_texts.hpp"
#include "sound_source.hpp"
#include "video_file.hpp"
#include "video_support.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <system_error>
#include <utility>

namespace preshift {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_heaviest_picture = 128'000'000;  ///< 24 megapixels of 16-bit PNG take no more

std::size_t pictures_in(std::chrono::milliseconds window) {
  const double pictures = std::ceil(std::chrono::duration<double>(window).count() * k_pictures_per_second);
  return static_cast<std::size_t>(std::max(pictures, 1.0));
}

/// The first bytes of a file; empty when it cannot be read.
std::string beginning_of(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return {};
  std::string bytes(k_format_bytes, '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  return bytes;
}

double in_megabytes(std::uintmax_t bytes) {
  return static_cast<double>(bytes) / 1e6;
}

Failure<Problem> refusal(FileError error, const fs::path& file) {
  const std::string name = file.string();
  switch (error) {
    case FileError::missing:
      return unusable_input(sensing_text("picture_file.missing"), name);
    case FileError::not_a_file:
      return unusable_input(sensing_text("picture_file.not_a_file"), name);
    case FileError::too_large: {
      std::error_code ignored;
      return unusable_input(sensing_text("picture_file.too_heavy"), name,
                            std::ceil(in_megabytes(fs::file_size(file, ignored))),
                            in_megabytes(k_heaviest_picture));
    }
    case FileError::unreadable:
      break;
  }
  return unusable_input(sensing_text("picture_file.unreadable"), name);
}

Result<cv::Mat> read_picture(const fs::path& file) {
  const auto bytes = read_file(file, k_heaviest_picture);
  if (!bytes) return refusal(bytes.error(), file);
  if (bytes.value().empty()) return unusable_input(sensing_text("picture_file.empty"), file.string());
  switch (picture_format(bytes.value())) {
    case PictureFormat::jpeg:
      return decode_jpeg(bytes.value(), file.string());
    case PictureFormat::png:
      return decode_png(bytes.value(), file.string());
    case PictureFormat::rare:
      return decode_rare_picture(bytes.value(), file.string());
    case PictureFormat::other:
      break;
  }
  return unusable_input(sensing_text("picture_file.unreadable"), file.string());
}

class PictureFiles final : public PictureSource {
 public:
  PictureFiles(std::vector<fs::path> files, const fs::path& place) : m_files(std::move(files)) {
    const fs::path name = place.has_filename() ? place.filename() : place.parent_path().filename();
    m_opened = {Sensor::camera, false, name.string(), {}, k_pictures_per_second, 0};
  }

  [[nodiscard]] const SourceOpened& opened() const override { return m_opened; }
  [[nodiscard]] std::optional<std::size_t> length() const override { return m_files.size(); }

  [[nodiscard]] Result<std::optional<Picture>> next() override {
    if (m_next == m_files.size()) return std::optional<Picture>{};
    auto bgr =
        m_first ? Result<cv::Mat>(*std::exchange(m_first, std::nullopt)) : read_picture(m_files[m_next]);
    if (!bgr) return Failure<Problem>{std::move(bgr).error()};
    const double seconds = static_cast<double>(m_next++) / k_pictures_per_second;
    return std::optional<Picture>(Picture{std::move(bgr).value(), seconds});
  }

  /// Decodes the first picture, so that a place that is no use at all is refused when it is opened.
  [[nodiscard]] Result<void> prepare() {
    auto first = read_picture(m_files.front());
    if (!first) return Failure<Problem>{std::move(first).error()};
    m_first = std::move(first).value();
    return {};
  }

 private:
  std::vector<fs::path> m_files;
  SourceOpened m_opened;
  std::size_t m_next = 0;
  std::optional<cv::Mat> m_first;
};

bool may_be_video(const PictureList& list) {
  const fs::path& file = list.files.front();
  std::error_code error;
  if (!list.single || has_picture_extension(file) || fs::file_size(file, error) == 0) return false;
  return picture_format(beginning_of(file)) == PictureFormat::other;
}

/// Modules are loaded while a source is opened, not when the program is confined already.
Result<void> load_what_is_needed(const std::vector<fs::path>& files) {
  const bool rare = std::any_of(files.begin(), files.end(), [](const fs::path& file) {
    return picture_format(beginning_of(file)) == PictureFormat::rare;
  });
  if (!rare) return {};
  auto support = video_support();
  if (!support) return Failure<Problem>{std::move(support).error()};
  return {};
}

}  // namespace

Result<std::unique_ptr<PictureSource>> open_pictures(const std::string& place,
                                                     std::optional<std::chrono::milliseconds> window) {
  auto list = list_pictures(place);
  if (!list) return Failure<Problem>{std::move(list).error()};
  if (may_be_video(*list)) return open_video_file(list->files.front(), window);
  const std::size_t most = pictures_in(window.value_or(k_longest_window));
  if (!window && list->files.size() > most)
    return unusable_input(sensing_text("picture_file.too_many"), place,
                          static_cast<double>(list->files.size()), static_cast<double>(most));
  list->files.resize(std::min(list->files.size(), most));
  if (auto loaded = load_what_is_needed(list->files); !loaded)
    return Failure<Problem>{std::move(loaded).error()};
  auto pictures = std::make_unique<PictureFiles>(std::move(list->files), fs::path(place));
  if (auto first = pictures->prepare(); !first) return Failure<Problem>{std::move(first).error()};
  return {std::move(pictures)};
}

}  // namespace preshift
