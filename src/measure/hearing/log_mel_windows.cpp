#include "log_mel_windows.hpp"

#include "real_spectrum.hpp"
#include "voice_network.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <complex>
#include <numeric>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr double k_power_floor = 1e-12;
constexpr double k_rate_hz = k_voice_rate_hz;  // what VoiceResampler makes

double mel(double hz) {
  return 1127.0 * std::log1p(hz / 700.0);
}

/// One triangle over neighbouring bins of the spectrum.
struct Band {
  std::size_t first_bin = 0;
  std::vector<float> weights;

  [[nodiscard]] double power(const std::vector<float>& bins) const {
    return std::inner_product(weights.begin(), weights.end(),
                              bins.begin() + static_cast<std::ptrdiff_t>(first_bin), 0.0);
  }
};

Band triangle(double from, double peak, double to, std::size_t frame) {
  Band band;
  for (std::size_t bin = 0; bin < frame / 2; ++bin) {
    const double at = mel(static_cast<double>(bin) * k_rate_hz / static_cast<double>(frame));
    const double weight = std::min((at - from) / (peak - from), (to - at) / (to - peak));
    if (weight <= 0) continue;
    if (band.weights.empty()) band.first_bin = bin;
    band.weights.push_back(static_cast<float>(weight));
  }
  return band;
}

std::vector<Band> bands_of(const LogMelShape& shape) {
  const double lowest = mel(shape.lowest_hz);
  const double step = (mel(shape.highest_hz) - lowest) / static_cast<double>(shape.bands + 1);
  std::vector<Band> bands;
  bands.reserve(shape.bands);
  for (std::size_t i = 0; i < shape.bands; ++i) {
    const double from = lowest + step * static_cast<double>(i);
    bands.push_back(triangle(from, from + step, from + 2 * step, shape.frame));
  }
  return bands;
}

}  // namespace

bool is_possible(const LogMelShape& shape) {
  const bool framed = std::has_single_bit(shape.frame) && shape.frame >= 64 && shape.frame <= 4096 &&
                      shape.hop >= 1 && shape.hop <= shape.frame;
  const bool banded = shape.bands >= 1 && shape.bands <= 256 && shape.lowest_hz >= 0 &&
                      shape.lowest_hz < shape.highest_hz && shape.highest_hz < k_rate_hz / 2;
  const bool windowed = shape.window_frames >= 1 && shape.window_frames <= 1000 &&
                        shape.window_hop_frames >= 1 && shape.window_hop_frames <= shape.window_frames;
  return framed && banded && windowed && shape.range > 0 && std::isfinite(shape.range) && shape.scale > 0 &&
         std::isfinite(shape.scale);
}

struct LogMelWindows::State {
  LogMelShape shape;
  Sink sink;
  RealSpectrum spectrum;
  std::vector<Band> bands;
  std::vector<float> samples{};     ///< of the frame that fills
  std::vector<float> powers{};      ///< of its bins
  std::vector<float> logarithms{};  ///< frame by frame, of the window that fills
  std::vector<float> input{};

  void end_frame();
  void end_window();
};

void LogMelWindows::State::end_frame() {
  const auto bins = spectrum.transform(samples.data());
  std::transform(bins.begin(), bins.end(), powers.begin(),
                 [](std::complex<float> bin) { return 0.5F * std::norm(bin); });
  for (const Band& band : bands)
    logarithms.push_back(static_cast<float>(std::log(band.power(powers) + k_power_floor)));
  samples.erase(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(shape.hop));
  if (logarithms.size() == shape.input_size()) end_window();
}

void LogMelWindows::State::end_window() {
  const float lowest =
      *std::max_element(logarithms.begin(), logarithms.end()) - static_cast<float>(shape.range);
  const double sum = std::accumulate(
      logarithms.begin(), logarithms.end(), 0.0,
      [&](double total, float value) { return total + static_cast<double>(std::max(value, lowest)); });
  const double mean = sum / static_cast<double>(logarithms.size());
  for (std::size_t frame = 0; frame < shape.window_frames; ++frame) {
    for (std::size_t band = 0; band < shape.bands; ++band) {
      const double value = static_cast<double>(std::max(logarithms[frame * shape.bands + band], lowest));
      input[band * shape.window_frames + frame] = static_cast<float>((value - mean) * shape.scale);
    }
  }
  const auto passed = static_cast<std::ptrdiff_t>(shape.window_hop_frames * shape.bands);
  logarithms.erase(logarithms.begin(), logarithms.begin() + passed);
  sink(input);
}

LogMelWindows::LogMelWindows(const LogMelShape& shape, Sink sink)
    : m_state(std::make_unique<State>(
          State{shape, std::move(sink), RealSpectrum(shape.frame), bands_of(shape)})) {
  m_state->samples.reserve(shape.frame);
  m_state->powers.resize(shape.frame / 2);
  m_state->logarithms.reserve(shape.input_size());
  m_state->input.resize(shape.input_size());
}

LogMelWindows::~LogMelWindows() = default;
LogMelWindows::LogMelWindows(LogMelWindows&&) noexcept = default;
LogMelWindows& LogMelWindows::operator=(LogMelWindows&&) noexcept = default;

void LogMelWindows::observe(std::span<const float> samples) {
  State& state = *m_state;
  while (!samples.empty()) {
    const auto some = samples.first(std::min(samples.size(), state.shape.frame - state.samples.size()));
    state.samples.insert(state.samples.end(), some.begin(), some.end());
    samples = samples.subspan(some.size());
    if (state.samples.size() == state.shape.frame) state.end_frame();
  }
}

}  // namespace preshift
