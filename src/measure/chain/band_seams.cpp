#include "band_seams.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace preshift {
namespace {

constexpr double k_band_rate_hz = 16000;
constexpr double k_lowest_rate_hz = 36000;
constexpr std::size_t k_fewest_frames = 100;

/// Half of the step of 24 bits: below, a frame holds no sound.
constexpr float k_least_energy = 1e-14F;

/// Of a pair, so that no steady pair of tones outvotes the others.
constexpr double k_most_of_a_pair = 50;

/// By half of their length neighbouring frames of a Hann window share a third of their phase.
constexpr double k_overlap = 1.5;

float energy(std::complex<float> value) {
  return value.real() * value.real() + value.imag() * value.imag();
}

}  // namespace

BandSeams::BandSeams(double rate_hz, std::size_t frame_size)
    : m_bin_hz(rate_hz / static_cast<double>(frame_size)),
      m_turns_per_frame(k_band_rate_hz * static_cast<double>(frame_size) / 2 / rate_hz) {
  if (rate_hz < k_lowest_rate_hz) return;
  add_mirrored(7200, 7930, &m_seams);
  add_shifted(150, 900, &m_seams);
  add_mirrored(2500, 6000, &m_others);
}

void BandSeams::add_mirrored(double lowest_hz, double highest_hz, Pairs* pairs) const {
  const auto last = static_cast<std::size_t>(highest_hz / m_bin_hz);
  for (auto bin = static_cast<std::size_t>(std::ceil(lowest_hz / m_bin_hz)); bin <= last; ++bin) {
    const double other = std::round(k_band_rate_hz / m_bin_hz - static_cast<double>(bin));
    pairs->push_back({bin, static_cast<std::size_t>(other), true, {}});
  }
}

void BandSeams::add_shifted(double lowest_hz, double highest_hz, Pairs* pairs) const {
  const auto last = static_cast<std::size_t>(highest_hz / m_bin_hz);
  for (auto bin = static_cast<std::size_t>(std::ceil(lowest_hz / m_bin_hz)); bin <= last; ++bin) {
    const double other = std::round(k_band_rate_hz / m_bin_hz + static_cast<double>(bin));
    pairs->push_back({bin, static_cast<std::size_t>(other), false, {}});
  }
}

void BandSeams::add(std::span<const std::complex<float>> spectrum) {
  if (m_seams.empty()) return;
  const auto loud = [](std::complex<float> bin) { return energy(bin) > k_least_energy; };
  if (std::any_of(spectrum.begin(), spectrum.end(), loud)) {
    ++m_frames;
    add_to(&m_seams, spectrum);
    add_to(&m_others, spectrum);
  }
  m_turns = std::fmod(m_turns + m_turns_per_frame, 1);
}

void BandSeams::add_to(Pairs* pairs, std::span<const std::complex<float>> spectrum) const {
  const std::complex<float> turn(std::polar(1.0, -2 * std::numbers::pi * m_turns));
  for (Pair& pair : *pairs) {
    const auto a = pair.mirrored ? spectrum[pair.lower] : std::conj(spectrum[pair.lower]);
    const auto b = spectrum[pair.upper];
    const float size = std::sqrt(energy(a) * energy(b));
    if (size <= 0) continue;
    const std::complex<float> both{a.real() * b.real() - a.imag() * b.imag(),
                                   a.real() * b.imag() + a.imag() * b.real()};
    pair.sum += std::complex<double>{(both.real() * turn.real() - both.imag() * turn.imag()) / size,
                                     (both.real() * turn.imag() + both.imag() * turn.real()) / size};
  }
}

std::optional<SeamCoherence> BandSeams::coherence() const {
  if (m_seams.empty() || m_frames < k_fewest_frames) return std::nullopt;
  return SeamCoherence{mean_coherence(m_seams), mean_coherence(m_others)};
}

double BandSeams::mean_coherence(const Pairs& pairs) const {
  double sum = 0;
  for (const Pair& pair : pairs)
    sum += std::min(std::norm(pair.sum) / static_cast<double>(m_frames) / k_overlap, k_most_of_a_pair);
  return sum / static_cast<double>(pairs.size());
}

}  // namespace preshift
