#pragma once

#include "picture_source.hpp"
#include "video_module.hpp"

#include <chrono>
#include <memory>

namespace preshift {

struct LiveCameraTerms {
  std::chrono::milliseconds window{};
  std::chrono::duration<double> period{1 / k_pictures_per_second};
  std::chrono::milliseconds settling{1000};       ///< exposure and white balance find their place
  std::chrono::milliseconds stalled_after{5000};  ///< without a new frame
};

/// A camera as a source of pictures. A thread of its own reads every frame, so that none grows old in a
/// buffer, and decodes one when it is due. The window begins at the first call of next(), or when the camera
/// has settled if that is later. A caller slower than the period gets fewer pictures than length() says,
/// never old ones. The frame taken before the start (see the constructor) is not delivered.
class LiveCamera final : public PictureSource {
 public:
  LiveCamera(SourceOpened opened, std::unique_ptr<FrameGrabber> grabber, LiveCameraTerms terms,
             CameraRoute route = {});

  /// Waits a moment for the thread; one that hangs in a driver is left behind, with the camera, to the
  /// process's end.
  ~LiveCamera() override;
  LiveCamera(const LiveCamera&) = delete;
  LiveCamera& operator=(const LiveCamera&) = delete;

  [[nodiscard]] const SourceOpened& opened() const override { return m_opened; }
  [[nodiscard]] CameraRoute route() const override { return m_route; }
  [[nodiscard]] std::optional<std::size_t> length() const override;
  [[nodiscard]] Result<std::optional<Picture>> next() override;

 private:
  using Clock = std::chrono::steady_clock;
  struct Reader;

  [[nodiscard]] Failure<Problem> stalled() const;

  SourceOpened m_opened;
  CameraRoute m_route;
  LiveCameraTerms m_terms;
  std::shared_ptr<Reader> m_reader;
  Clock::time_point m_settled;
  Clock::time_point m_start{};
  Clock::time_point m_due{};
  bool m_started = false;
};

}  // namespace preshift
