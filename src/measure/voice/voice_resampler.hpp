#pragma once

#include "sample_run.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

struct soxr;

namespace preshift {

/// One channel at any rate from 8 to 192 kHz becomes one at k_voice_rate_hz. Sample n of what comes out
/// stands for the time n / k_voice_rate_hz after the first sample that went in; it comes out later than that,
/// by less than 0.2 s at 8 kHz and 0.1 s at 44.1 kHz. The same samples for runs of any size.
class VoiceResampler {
 public:
  /// Throws std::bad_alloc.
  explicit VoiceResampler(double rate_hz);

  /// Passes what comes out to `sink`, a function of std::span<const float>, in pieces.
  template <class Sink>
  void resample(SampleRun run, Sink&& sink) {
    for (std::size_t first = 0; first < run.size();) {
      const std::size_t count = std::min(k_piece - m_pending, run.size() - first);
      run.part(first, count).copy_to(m_input.data() + m_pending);
      first += count;
      m_pending += count;
      if (m_pending == k_piece) sink(resample_piece());
    }
  }

 private:
  static constexpr std::size_t k_piece = 512;  // whole ones, so that the result does not depend on the runs

  struct Deleter {
    void operator()(soxr* resampler) const;
  };

  std::span<const float> resample_piece();

  std::unique_ptr<soxr, Deleter> m_resampler;
  std::array<float, k_piece> m_input{};
  std::size_t m_pending = 0;
  std::vector<float> m_output;
};

}  // namespace preshift
