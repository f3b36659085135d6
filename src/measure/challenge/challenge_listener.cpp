#include "challenge_listener.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace preshift {
namespace {

constexpr std::size_t k_steps_per_chip = 4;
constexpr double k_steps_per_second = challenge::k_chips_per_second * static_cast<double>(k_steps_per_chip);
constexpr std::size_t k_segment_chips = 128;
constexpr std::size_t k_segments = challenge::k_chips / k_segment_chips;
constexpr std::size_t k_code_steps = challenge::k_chips * k_steps_per_chip;

constexpr std::size_t k_pulse_steps = 2 * k_steps_per_chip;
constexpr double k_half_pulse_steps = challenge::k_half_pulse_seconds * k_steps_per_second;
constexpr double k_pulses_per_second = k_steps_per_second / static_cast<double>(k_pulse_steps);
static_assert(k_half_pulse_steps * 2 == static_cast<double>(k_pulse_steps));

/// The complex number of length 1 after so many turns.
std::complex<float> turned(double turns) {
  const double angle = 2 * std::numbers::pi * (turns - std::floor(turns));
  return {static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle))};
}

std::size_t step_count(double seconds) {
  return static_cast<std::size_t>(std::max(0.0, seconds) * k_steps_per_second);
}

}  // namespace

ChallengeListener::ChallengeListener(ChallengeCode code, double rate_hz, double seconds)
    : m_chips(challenge::k_chips), m_rate_hz(rate_hz), m_baseband(step_count(seconds)) {
  for (std::size_t index = 0; index < m_chips.size(); ++index) m_chips[index] = chip(code, index);
  for (std::size_t step = 0; step < k_pulse_steps; ++step)
    m_pulse_turns.push_back(turned(static_cast<double>(step) / static_cast<double>(k_pulse_steps)));
}

void ChallengeListener::observe(SampleRun samples) {
  for (std::size_t frame = 0; frame < samples.size(); ++frame, ++m_samples) {
    const double time = static_cast<double>(m_samples) / m_rate_hz;
    const std::complex<float> mixed = samples[frame] * turned(-challenge::k_carrier_hz * time);
    // Every step within half a pulse of this sample, weighed by (1 + cos(pi t)) / 2, t from -1 to 1.
    const std::complex<float> here = turned(k_pulses_per_second * time);
    const double step_time = time * k_steps_per_second;
    const auto first = static_cast<std::size_t>(std::max(0.0, std::ceil(step_time - k_half_pulse_steps)));
    const auto last = static_cast<std::size_t>(step_time + k_half_pulse_steps);
    for (std::size_t step = first; step <= last && step < m_baseband.size(); ++step) {
      const std::complex<float>& there = m_pulse_turns[step % k_pulse_steps];
      const float cosine = here.real() * there.real() + here.imag() * there.imag();
      m_baseband[step] += mixed * (0.5F + 0.5F * cosine);
    }
  }
}

double ChallengeListener::seconds() const {
  return static_cast<double>(m_samples) / m_rate_hz;
}

ChallengeFindings ChallengeListener::findings() const {
  const std::size_t steps = std::min(step_count(seconds()), m_baseband.size());
  const std::size_t delays = steps < k_code_steps ? 0 : steps - k_code_steps + 1;
  ChallengeFindings best;
  for (std::size_t delay = 0; delay < delays; ++delay) {
    const ChallengeFindings here = at_delay(delay);
    if (here.score > best.score) best = here;
  }
  best.threshold = challenge_threshold(k_segments, std::max<std::size_t>(delays, 1), k_false_alarm);
  return best;
}

ChallengeFindings ChallengeListener::at_delay(std::size_t delay) const {
  double sum = 0;
  double sum_of_squares = 0;
  for (std::size_t segment = 0; segment < k_segments; ++segment) {
    const double power = segment_power(segment * k_segment_chips, delay);
    sum += power;
    sum_of_squares += power * power;
  }
  constexpr auto k_count = static_cast<double>(k_segments);
  const double mean = sum / k_count;
  const double variance = std::max(0.0, sum_of_squares / k_count - mean * mean);
  return {mean, 2 * std::sqrt(variance / (k_count - 1)), 0};
}

double ChallengeListener::segment_power(std::size_t first_chip, std::size_t delay) const {
  float real = 0;
  float imaginary = 0;
  float energy = 0;
  const std::complex<float>* heard = m_baseband.data() + delay + first_chip * k_steps_per_chip;
  for (std::size_t index = 0; index < k_segment_chips; ++index, heard += k_steps_per_chip) {
    const float sign = m_chips[first_chip + index];
    real += sign * heard->real();
    imaginary += sign * heard->imag();
    energy += heard->real() * heard->real() + heard->imag() * heard->imag();
  }
  return energy > 0 ? static_cast<double>((real * real + imaginary * imaginary) / energy) : 0;
}

double challenge_threshold(std::size_t segments, std::size_t delays, double false_alarm) {
  // exp(-l z) (1 - 2 l)^(-n / 2) is least at l = (1 - n / z) / 2, where with z = n t, t the mean, its
  // logarithm is n / 2 (1 - t + ln t), which falls for t > 1.
  const double wanted =
      std::log(false_alarm / static_cast<double>(delays)) * 2 / static_cast<double>(segments);
  double low = 1;
  double high = 2;
  const auto bound = [](double mean) { return 1 - mean + std::log(mean); };
  while (bound(high) > wanted) high *= 2;
  constexpr int k_halvings = 60;
  for (int halving = 0; halving < k_halvings; ++halving) {
    const double middle = (low + high) / 2;
    (bound(middle) > wanted ? low : high) = middle;
  }
  return high;
}

}  // namespace preshift
