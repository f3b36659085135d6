#pragma once

#include "problem.hpp"
#include "ring_buffer.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <span>
#include <string>

namespace preshift {

/// What a live sound is: where from, how much, and when to give up on it.
struct LiveWindowTerms {
  std::string device;
  double rate_hz = 0;
  std::size_t channels = 1;
  std::chrono::milliseconds window{};
  std::chrono::milliseconds patience{100};        ///< how long one read waits
  std::chrono::milliseconds stalled_after{2000};  ///< without a new sample
};

/// Takes one window of sound out of the ring that an audio callback fills. The window begins at the first
/// read, with sound that comes from then on, so that nothing is lost or old however long the rest of the
/// program took to start. Of the sound in it, 1 % may be lost, and is counted; more makes it a failure: a
/// sound with holes is not measured.
class LiveWindow {
 public:
  /// `delivering` tells whether the device still runs; asked only when nothing came.
  LiveWindow(LiveWindowTerms terms, RingBuffer<float>& ring, std::function<bool()> delivering);

  /// As SoundSource::read.
  [[nodiscard]] Result<std::size_t> read(std::span<float> interleaved);
  [[nodiscard]] bool at_end() const { return m_left == 0; }

  /// Sound of the window that was lost, as far as read() has got.
  [[nodiscard]] double lost_seconds() const { return seconds(m_lost); }

  /// Whether read() gave the device up.
  [[nodiscard]] bool stalled() const { return m_stalled; }

 private:
  using Clock = std::chrono::steady_clock;

  void start();
  void wait_for_samples() const;
  [[nodiscard]] bool is_stalled();
  [[nodiscard]] std::size_t samples_in(std::chrono::milliseconds duration) const;
  [[nodiscard]] double seconds(std::size_t samples) const;

  LiveWindowTerms m_terms;
  RingBuffer<float>& m_ring;
  std::function<bool()> m_delivering;
  std::size_t m_samples;  ///< of the whole window
  std::size_t m_left;
  std::size_t m_lost_before = 0;
  std::size_t m_lost = 0;
  Clock::time_point m_last_arrival;
  bool m_started = false;
  bool m_stalled = false;
};

}  // namespace preshift
