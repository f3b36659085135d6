#include "voice_resampler.hpp"

#include "voice_network.hpp"

#include <soxr.h>

#include <new>

namespace preshift {
namespace {

constexpr std::size_t k_most_at_once =
    4096;  // soxr works in blocks of its own, and lets go of several at once

}  // namespace

VoiceResampler::VoiceResampler(double rate_hz) : m_output(k_most_at_once) {
  const soxr_io_spec_t io = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
  const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_16_BITQ, 0);
  const soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
  m_resampler.reset(soxr_create(rate_hz, k_voice_rate_hz, 1, nullptr, &io, &quality, &runtime));
  if (!m_resampler) throw std::bad_alloc();
}

void VoiceResampler::Deleter::operator()(soxr* resampler) const {
  soxr_delete(resampler);
}

std::span<const float> VoiceResampler::resample_piece() {
  m_pending = 0;
  std::size_t made = 0;
  soxr_process(m_resampler.get(), m_input.data(), m_input.size(), nullptr, m_output.data(), m_output.size(),
               &made);
  return std::span(m_output).first(made);
}

}  // namespace preshift
