#include "noises.hpp"

#include <cmath>
#include <numbers>

namespace preshift::test {
namespace {

/// Slopes between whole 6 dB an octave come from poles and zeros in turn, three an octave.
class SlopedFilter {
 public:
  SlopedFilter(double rate_hz, double db_per_octave) {
    const double ratio = std::exp2(1.0 / 3);
    const double shift = std::pow(ratio, -db_per_octave / 6.0206);
    for (double hz = 20; hz < 0.45 * rate_hz; hz *= ratio)
      m_stages.push_back({std::exp(-2 * std::numbers::pi * hz / rate_hz),
                          std::exp(-2 * std::numbers::pi * hz * shift / rate_hz), 0, 0});
  }

  double operator()(double x) {
    for (Stage& stage : m_stages) {
      const double y = x - stage.zero * stage.input + stage.pole * stage.output;
      stage.input = x;
      stage.output = x = y;
    }
    return x;
  }

 private:
  struct Stage {
    double pole, zero, input, output;
  };
  std::vector<Stage> m_stages;
};

}  // namespace

Sound coloured_noise(double rate_hz, double db_per_octave, double level_dbfs, double seconds,
                     std::uint64_t seed) {
  NormalRandom normal(seed);
  SlopedFilter filter(rate_hz, db_per_octave);
  const auto settle = static_cast<std::size_t>(rate_hz / 2);
  for (std::size_t i = 0; i < settle; ++i) filter(normal());
  std::vector<double> noise(static_cast<std::size_t>(std::lround(rate_hz * seconds)));
  double energy = 0;
  for (double& sample : noise) {
    sample = filter(normal());
    energy += sample * sample;
  }
  const double gain = std::pow(10, level_dbfs / 20) / std::sqrt(energy / static_cast<double>(noise.size()));
  Sound sound(noise.size());
  for (std::size_t i = 0; i < sound.size(); ++i) sound[i] = static_cast<float>(gain * noise[i]);
  return sound;
}

}  // namespace preshift::test
