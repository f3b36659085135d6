#include "made_challenge.hpp"

#include "challenge_signal.hpp"

#include <cmath>
#include <numeric>
#include <random>

namespace preshift::test {

Code made_code(std::uint64_t seed) {
  std::mt19937_64 bits(seed);
  Code code{};
  for (std::uint8_t& byte : code) byte = static_cast<std::uint8_t>(bits() >> 56U);
  return code;
}

Sound mixed(Sound sound, const Sound& added, double from_seconds, double rate_hz) {
  const auto from = static_cast<std::size_t>(from_seconds * rate_hz);
  for (std::size_t sample = 0; sample < added.size() && from + sample < sound.size(); ++sample)
    sound[from + sample] += added[sample];
  return sound;
}

Sound challenge_at(const Code& code, double rate_hz, double level_dbfs) {
  Sound sound = challenge_signal(code, rate_hz, 1);
  const double power =
      std::inner_product(sound.begin(), sound.end(), sound.begin(), 0.0) / static_cast<double>(sound.size());
  const auto gain = static_cast<float>(std::pow(10, level_dbfs / 20) / std::sqrt(power));
  for (float& sample : sound) sample *= gain;
  return sound;
}

}  // namespace preshift::test
