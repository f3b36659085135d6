#pragma once

#include "measurement.hpp"

#include <memory>
#include <optional>
#include <span>

namespace preshift {

/// What 0 dBFS means: the sound pressure level of a signal whose RMS is full scale.
struct FullScale {
  double level_db = 0;              ///< dB re 20 µPa
  double standard_uncertainty = 0;  ///< dB, k = 1
};

/// Measures a sound block by block, in constant memory and without allocation in `observe`; the same result
/// for blocks of any size. Of several channels each is measured and the one with the highest LAeq is
/// reported: a microphone on one side must not be averaged away. No files, no devices, no clock.
class SoundObserver {
 public:
  /// `rate_hz`: 8000 to 192000. `channels`: at least 1. Without `full_scale` levels are in dBFS.
  SoundObserver(double rate_hz, int channels, std::optional<FullScale> full_scale);
  ~SoundObserver();
  SoundObserver(const SoundObserver&) = delete;
  SoundObserver& operator=(const SoundObserver&) = delete;

  /// Interleaved finite samples, full scale ±1, whole frames only.
  void observe(std::span<const float> interleaved);

  /// The momentary LAF of the loudest channel, in the unit of level_unit(). Finite: at least that of -160
  /// dBFS.
  [[nodiscard]] double momentary_level() const;
  [[nodiscard]] std::string_view level_unit() const;
  [[nodiscard]] double seconds() const;

  /// Every measure of the microphone (measures.hpp), each once.
  [[nodiscard]] Measurements measurements() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace preshift
