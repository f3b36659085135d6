#include "sounds.hpp"

#include <cmath>
#include <numbers>

namespace preshift::test {

using std::numbers::pi;

double amplitude_of(double level_dbfs) {
  return std::sqrt(2.0) * std::pow(10.0, level_dbfs / 20);
}

Sound sine(double rate_hz, double frequency_hz, double level_dbfs, double seconds) {
  Sound sound(static_cast<std::size_t>(std::lround(rate_hz * seconds)));
  const double amplitude = amplitude_of(level_dbfs);
  for (std::size_t i = 0; i < sound.size(); ++i)
    sound[i] =
        static_cast<float>(amplitude * std::sin(2 * pi * frequency_hz * static_cast<double>(i) / rate_hz));
  return sound;
}

Sound silence(double rate_hz, double seconds) {
  return Sound(static_cast<std::size_t>(std::lround(rate_hz * seconds)));
}

Sound operator+(Sound first, const Sound& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

double NormalRandom::operator()() {
  const auto uniform = [this] { return (static_cast<double>(m_bits() >> 11) + 0.5) * 0x1p-53; };
  const double radius = std::sqrt(-2 * std::log(uniform()));
  return radius * std::cos(2 * pi * uniform());
}

Sound white_noise(double rate_hz, double level_dbfs, double seconds, std::uint64_t seed) {
  NormalRandom normal(seed);
  Sound sound = silence(rate_hz, seconds);
  const double rms = std::pow(10.0, level_dbfs / 20);
  for (float& sample : sound) sample = static_cast<float>(rms * normal());
  return sound;
}

}  // namespace preshift::test
