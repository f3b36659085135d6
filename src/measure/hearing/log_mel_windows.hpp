#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>

namespace preshift {

/// How a sound of 16 kHz becomes what a network of sound events sees; training/front_end.py is the same in
/// Python.
struct LogMelShape {
  std::size_t frame = 512;             ///< samples behind a Hann window: a power of two, 64 to 4096
  std::size_t hop = 320;               ///< samples from frame to frame: 1 to `frame`
  std::size_t bands = 64;              ///< triangles equally wide in mel, 1 to 256
  double lowest_hz = 80;               ///< where the first one begins
  double highest_hz = 7800;            ///< where the last one ends: below 8000
  std::size_t window_frames = 50;      ///< frames that the network sees at once, 1 to 1000
  std::size_t window_hop_frames = 25;  ///< from window to window, 1 to `window_frames`
  double range = 14;    ///< natural logarithms of power under the window's highest value that count
  double scale = 0.25;  ///< of the logarithms, once the window's mean was taken away

  [[nodiscard]] std::size_t input_size() const { return bands * window_frames; }
};

/// Whether a shape is in the bounds that its members state.
[[nodiscard]] bool is_possible(const LogMelShape& shape);

/// Cuts a sound into overlapping windows and turns each into logarithms of band powers, brought to the
/// window's own level: the gain of the microphone and the distance leave no trace. Constant memory; the same
/// windows for any cut of the samples; of the sound no more than one frame is kept.
class LogMelWindows {
 public:
  /// Band by band, `window_frames` values each.
  using Sink = std::function<void(std::span<const float> input)>;

  /// A possible shape.
  LogMelWindows(const LogMelShape& shape, Sink sink);
  ~LogMelWindows();
  LogMelWindows(LogMelWindows&&) noexcept;
  LogMelWindows& operator=(LogMelWindows&&) noexcept;

  /// Samples at 16 kHz, full scale ±1. Window n begins at sample n * window_hop_frames * hop and is given
  /// within the call that brings its last sample.
  void observe(std::span<const float> samples);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace preshift
