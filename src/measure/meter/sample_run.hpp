#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace preshift {

/// Consecutive samples of one channel inside interleaved frames.
class SampleRun {
 public:
  SampleRun(std::span<const float> interleaved, std::size_t channel, std::size_t channels)
      : m_samples(interleaved), m_channel(channel), m_stride(channels) {}

  [[nodiscard]] std::size_t size() const { return m_samples.size() / m_stride; }
  [[nodiscard]] float operator[](std::size_t frame) const { return m_samples[frame * m_stride + m_channel]; }

  void copy_to(float* target) const {
    if (m_stride == 1) {
      std::copy(m_samples.begin(), m_samples.end(), target);
      return;
    }
    for (std::size_t frame = 0; frame < size(); ++frame) target[frame] = (*this)[frame];
  }

  [[nodiscard]] SampleRun part(std::size_t first_frame, std::size_t frames) const {
    return {m_samples.subspan(first_frame * m_stride, frames * m_stride), m_channel, m_stride};
  }

 private:
  std::span<const float> m_samples;
  std::size_t m_channel;
  std::size_t m_stride;
};

}  // namespace preshift
