#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace preshift::test {

using Sound = std::vector<float>;

/// Sampling rates of sound cards, telephones and old files, and two that no one expects.
inline constexpr double k_rates_hz[] = {8000,  8001,  11025, 12000, 16000, 22050, 24000,  32000,  37800,
                                        44100, 47999, 48000, 64000, 88200, 96000, 128000, 176400, 192000};

/// Peak amplitude of a sine whose RMS is at this level re full scale.
double amplitude_of(double level_dbfs);

/// A sine of this RMS level, beginning with 0.
Sound sine(double rate_hz, double frequency_hz, double level_dbfs, double seconds);

Sound silence(double rate_hz, double seconds);

Sound operator+(Sound first, const Sound& second);

/// The same for every standard library, unlike std::normal_distribution.
class NormalRandom {
 public:
  explicit NormalRandom(std::uint64_t seed) : m_bits(seed) {}
  double operator()();

 private:
  std::mt19937_64 m_bits;
};

/// White, of this RMS level.
Sound white_noise(double rate_hz, double level_dbfs, double seconds, std::uint64_t seed);

}  // namespace preshift::test
