#include "window_energies.hpp"

#include "frequency_weighting.hpp"
#include "voice_network.hpp"

#include <cmath>
#include <utility>

namespace preshift {

WindowEnergies::WindowEnergies(double rate_hz)
    : m_rate_hz(rate_hz), m_weighting(design_weighting(Weighting::a, rate_hz)), m_length(length_of(0)) {}

std::size_t WindowEnergies::length_of(std::size_t window) const {
  const auto end = [this](std::size_t windows) {
    return std::llround(std::ceil(static_cast<double>(windows) * k_voice_window_s * m_rate_hz - 1e-6));
  };
  return static_cast<std::size_t>(end(window + 1) - end(window));
}

WindowEnergy WindowEnergies::end_window() {
  m_weighting.forget_traces();
  const double mean_square = std::exchange(m_squares, 0.0) / static_cast<double>(m_length);
  m_length = length_of(++m_windows);
  m_samples = 0;
  return {mean_square, m_phase};
}

}  // namespace preshift
