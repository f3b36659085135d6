#include "video_file.hpp"

#include "picture_limits.hpp"
#include "quiet_stderr.hpp"
#include "sensing_texts.hpp"
#include "sound_source.hpp"
#include "video_sampling.hpp"
#include "video_support.hpp"

#include <system_error>
#include <utility>

namespace preshift {
namespace {

constexpr double k_longest_seconds = static_cast<double>(k_longest_window.count());

class VideoFile final : public PictureSource {
 public:
  /// `grabber` holds the first frame already.
  VideoFile(const std::filesystem::path& file, std::unique_ptr<FrameGrabber> grabber,
            std::optional<double> end_seconds)
      : m_file(file.string()),
        m_opened{Sensor::camera, false, file.filename().string(), {}, k_pictures_per_second, 0},
        m_grabber(std::move(grabber)),
        m_sampling(k_pictures_per_second, m_grabber->frames_per_second()),
        m_end_seconds(end_seconds) {}

  [[nodiscard]] const SourceOpened& opened() const override { return m_opened; }
  [[nodiscard]] std::optional<std::size_t> length() const override { return std::nullopt; }

  [[nodiscard]] Result<std::optional<Picture>> next() override {
    while (m_has_frame || m_grabber->grab()) {
      m_has_frame = false;
      const bool taken = m_sampling.takes(m_grabber->position_ms());
      if (m_end_seconds && m_sampling.seconds() >= *m_end_seconds) break;
      if (m_sampling.seconds() >= k_longest_seconds)
        return unusable_input(sensing_text("video_file.too_long"), m_file, m_sampling.seconds(),
                              k_longest_seconds);
      if (taken) return picture();
    }
    return std::optional<Picture>{};
  }

 private:
  [[nodiscard]] Result<std::optional<Picture>> picture() {
    Picture picture{{}, m_sampling.seconds()};
    if (!m_grabber->retrieve(picture.bgr))
      return unusable_input(sensing_text("video_file.damaged"), m_file, picture.seconds);
    if (auto size = check_picture_size(m_file, picture.bgr.cols, picture.bgr.rows); !size)
      return Failure<Problem>{std::move(size).error()};
    return std::optional<Picture>(std::move(picture));
  }

  std::string m_file;
  SourceOpened m_opened;
  std::unique_ptr<FrameGrabber> m_grabber;
  VideoSampling m_sampling;
  std::optional<double> m_end_seconds;
  bool m_has_frame = true;
};

std::optional<double> in_seconds(std::optional<std::chrono::milliseconds> window) {
  if (!window) return std::nullopt;
  return std::chrono::duration<double>(*window).count();
}

}  // namespace

Result<std::unique_ptr<PictureSource>> start_video(const std::filesystem::path& file,
                                                   std::unique_ptr<FrameGrabber> grabber,
                                                   std::optional<std::chrono::milliseconds> window) {
  const std::string name = file.string();
  if (grabber == nullptr) return unusable_input(sensing_text("picture_file.unreadable"), name);
  if (grabber->width() > 0 && grabber->height() > 0) {
    if (auto size = check_picture_size(name, grabber->width(), grabber->height()); !size)
      return Failure<Problem>{std::move(size).error()};
  }
  const double claimed_seconds = grabber->frame_count() / grabber->frames_per_second();
  if (!window && claimed_seconds > k_longest_seconds)  // false for the NaN of 0 / 0
    return unusable_input(sensing_text("video_file.too_long"), name, claimed_seconds, k_longest_seconds);
  if (!grabber->grab()) return unusable_input(sensing_text("video_file.empty"), name);
  return {std::make_unique<VideoFile>(file, std::move(grabber), in_seconds(window))};
}

Result<std::unique_ptr<PictureSource>> open_video_file(const std::filesystem::path& file,
                                                       std::optional<std::chrono::milliseconds> window) {
  auto video = video_support();
  if (!video) return Failure<Problem>{std::move(video).error()};
  const QuietStderr quiet;
  std::error_code error;
  // From the root on, so that ffmpeg cannot take a part of the name for a protocol.
  const std::filesystem::path absolute = std::filesystem::absolute(file, error);
  std::unique_ptr<FrameGrabber> grabber((*video)->open_video(absolute.string().c_str()));
  return start_video(file, std::move(grabber), window);
}

}  // namespace preshift
