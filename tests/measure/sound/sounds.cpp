#include "sounds.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>

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

Measurements measure(std::span<const float> interleaved, double rate_hz, int channels,
                     std::optional<FullScale> full_scale) {
  SoundObserver observer(rate_hz, channels, full_scale);
  observer.observe(interleaved);
  return observer.measurements();
}

const Measurement& find(const Measurements& measurements, std::string_view name) {
  const auto named = [&](const Measurement& measurement) { return measurement.name == name; };
  if (std::count_if(measurements.begin(), measurements.end(), named) != 1)
    throw std::runtime_error(std::string(name) + " is not there exactly once");
  return *std::find_if(measurements.begin(), measurements.end(), named);
}

Quantity quantity_of(const Measurements& measurements, std::string_view name) {
  const auto* quantity = std::get_if<Quantity>(&find(measurements, name).outcome);
  if (quantity == nullptr) throw std::runtime_error(std::string(name) + " is not known");
  return *quantity;
}

double value_of(const Measurements& measurements, std::string_view name) {
  return quantity_of(measurements, name).value;
}

std::string_view reason_of(const Measurements& measurements, std::string_view name) {
  const auto* absence = std::get_if<Absence>(&find(measurements, name).outcome);
  return absence == nullptr ? std::string_view{} : absence->reason.text.id;
}

}  // namespace preshift::test
