#pragma once

#include <complex>
#include <cstddef>
#include <span>
#include <vector>

namespace preshift {

/// The discrete Fourier transform of real frames behind a Hann window. A sine of amplitude a in the middle of
/// a bin has |X|^2 = a^2/2 there: the bins' energies are mean squares.
class RealSpectrum {
 public:
  /// `size`: a power of two, at least 8.
  explicit RealSpectrum(std::size_t size);

  [[nodiscard]] std::size_t size() const { return m_window.size(); }
  [[nodiscard]] std::size_t bins() const { return m_window.size() / 2; }

  /// Transforms size() samples; the result stands until the next call. Bin k lies at k / size() of the rate;
  /// that at half of the rate is left out.
  std::span<const std::complex<float>> transform(const float* samples);

 private:
  void transform_halves();
  void join(std::size_t half);
  void join_in_fours(std::size_t half);
  void separate_halves();

  std::vector<float> m_window;
  std::vector<std::complex<float>> m_turns;  ///< e^(-2 pi i k / size)
  std::vector<std::size_t> m_reversed;       ///< bit-reversed places of size / 2
  std::vector<float> m_stage_real;  ///< the turns of each stage side by side, that of `half` from there on
  std::vector<float> m_stage_imag;
  std::vector<float> m_real;  ///< even samples, and what becomes of them
  std::vector<float> m_imag;  ///< odd ones
  std::vector<std::complex<float>> m_spectrum;
};

}  // namespace preshift
