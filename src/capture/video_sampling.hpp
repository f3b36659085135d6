#pragma once

#include <cstddef>

namespace preshift {

/// Decides which frames of a video are looked at: the first one, and then the first at or after every full
/// period. Goes by the frames' own timestamps. Where these do not grow, by the claimed frame rate, or 25 a
/// second where that makes no sense either.
class VideoSampling {
 public:
  VideoSampling(double pictures_per_second, double claimed_frames_per_second);

  /// To be called once for every frame, in order, with its timestamp. Whether it is looked at.
  [[nodiscard]] bool takes(double position_ms);

  /// Seconds between the first frame and the one asked about last.
  [[nodiscard]] double seconds() const { return m_seconds; }

 private:
  [[nodiscard]] double seconds_of(double position_ms);

  double m_period_seconds;
  double m_frames_per_second;
  std::size_t m_frames = 0;
  double m_first_ms = 0;
  double m_last_ms = 0;
  double m_seconds = 0;
  double m_due_seconds = 0;
  bool m_trusts_timestamps = true;
};

}  // namespace preshift
