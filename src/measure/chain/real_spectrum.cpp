#include "real_spectrum.hpp"

#include "lanes.hpp"

#include <bit>
#include <cmath>
#include <numbers>

namespace preshift {
namespace {

/// std::complex checks for infinities in its product; these are finite.
std::complex<float> product(std::complex<float> a, std::complex<float> b) {
  return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

std::vector<float> hann_window(std::size_t size) {
  std::vector<float> window(size);
  const double length = static_cast<double>(size);
  const double gain = std::sqrt(2.0) * 2 / length;  // 2 / sum of a Hann window, over the sine's root of two
  for (std::size_t i = 0; i < size; ++i) {
    const double phase = 2 * std::numbers::pi * static_cast<double>(i) / length;
    window[i] = static_cast<float>(gain * (0.5 - 0.5 * std::cos(phase)));
  }
  return window;
}

std::vector<std::complex<float>> turns_of(std::size_t size) {
  std::vector<std::complex<float>> turns(size / 2);
  for (std::size_t k = 0; k < turns.size(); ++k) {
    const double phase = -2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(size);
    turns[k] = {static_cast<float>(std::cos(phase)), static_cast<float>(std::sin(phase))};
  }
  return turns;
}

std::vector<std::size_t> bit_reversal(std::size_t size) {
  std::vector<std::size_t> reversed(size);
  const int bits = std::countr_zero(size);
  for (std::size_t i = 1; i < size; ++i) reversed[i] = reversed[i / 2] / 2 | (i % 2) << (bits - 1);
  return reversed;
}

}  // namespace

RealSpectrum::RealSpectrum(std::size_t size)
    : m_window(hann_window(size)),
      m_turns(turns_of(size)),
      m_reversed(bit_reversal(size / 2)),
      m_stage_real(size / 2),
      m_stage_imag(size / 2),
      m_real(size / 2),
      m_imag(size / 2),
      m_spectrum(size / 2) {
  for (std::size_t half = 1; half < size / 2; half *= 2) {
    for (std::size_t k = 0; k < half; ++k) {
      m_stage_real[half + k] = m_turns[k * (size / 2 / half)].real();
      m_stage_imag[half + k] = m_turns[k * (size / 2 / half)].imag();
    }
  }
}

std::span<const std::complex<float>> RealSpectrum::transform(const float* samples) {
  for (std::size_t i = 0; i < m_real.size(); ++i) {
    m_real[m_reversed[i]] = samples[2 * i] * m_window[2 * i];
    m_imag[m_reversed[i]] = samples[2 * i + 1] * m_window[2 * i + 1];
  }
  transform_halves();
  separate_halves();
  return m_spectrum;
}

/// Cooley and Tukey, in place, of half the size.
void RealSpectrum::transform_halves() {
  for (std::size_t half = 1; half < m_real.size(); half *= 2) {
    if (half < 4) {
      join(half);
    } else {
      join_in_fours(half);
    }
  }
}

void RealSpectrum::join(std::size_t half) {
  for (std::size_t start = 0; start < m_real.size(); start += 2 * half) {
    for (std::size_t k = start; k < start + half; ++k) {
      const std::complex<float> turn{m_stage_real[half + k - start], m_stage_imag[half + k - start]};
      const auto lower = product({m_real[k + half], m_imag[k + half]}, turn);
      m_real[k + half] = m_real[k] - lower.real();
      m_imag[k + half] = m_imag[k] - lower.imag();
      m_real[k] += lower.real();
      m_imag[k] += lower.imag();
    }
  }
}

void RealSpectrum::join_in_fours(std::size_t half) {
  for (std::size_t start = 0; start < m_real.size(); start += 2 * half) {
    float* real = &m_real[start];
    float* imag = &m_imag[start];
    for (std::size_t k = 0; k < half; k += 4) {
      const Float4 turn_real = load4(&m_stage_real[half + k]);
      const Float4 turn_imag = load4(&m_stage_imag[half + k]);
      const Float4 a = load4(real + half + k);
      const Float4 b = load4(imag + half + k);
      const Float4 lower_real = a * turn_real - b * turn_imag;
      const Float4 lower_imag = a * turn_imag + b * turn_real;
      const Float4 upper_real = load4(real + k);
      const Float4 upper_imag = load4(imag + k);
      store4(real + k, upper_real + lower_real);
      store4(imag + k, upper_imag + lower_imag);
      store4(real + half + k, upper_real - lower_real);
      store4(imag + half + k, upper_imag - lower_imag);
    }
  }
}

/// The spectra of the even and the odd samples are the parts of that of both that are symmetrical and not.
void RealSpectrum::separate_halves() {
  m_spectrum[0] = m_real[0] + m_imag[0];
  for (std::size_t k = 1; k < m_real.size(); ++k) {
    const std::size_t mirror = m_real.size() - k;
    const float even_real = 0.5F * (m_real[k] + m_real[mirror]);
    const float even_imag = 0.5F * (m_imag[k] - m_imag[mirror]);
    const std::complex<float> odd{0.5F * (m_imag[k] + m_imag[mirror]), 0.5F * (m_real[mirror] - m_real[k])};
    const auto turned = product(odd, m_turns[k]);
    m_spectrum[k] = {even_real + turned.real(), even_imag + turned.imag()};
  }
}

}  // namespace preshift
