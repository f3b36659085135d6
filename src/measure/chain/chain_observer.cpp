#include "chain_observer.hpp"

#include "background_motion.hpp"
#include "band_seams.hpp"
#include "gate_counter.hpp"
#include "noise_texture.hpp"
#include "real_spectrum.hpp"
#include "sample_faults.hpp"
#include "signal_faults.hpp"
#include "spectrum_edge.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <vector>

namespace preshift {
namespace {

constexpr double k_longest_frame_seconds = 0.047;
constexpr double k_block_seconds = 0.1;
constexpr double k_shortest_seconds = 1;

// Where processed and untouched sounds part: bench/chain_table.
constexpr double k_seam_limit = 6;
constexpr double k_seams_over_elsewhere = 2.5;
constexpr double k_least_seam_bandwidth_hz = 9000;
constexpr double k_texture_limit = 0.25;
constexpr double k_calm_db = 0.5;
constexpr double k_settling_limit_db = 3;
constexpr double k_step_limit_db = 6;
constexpr double k_gate_limit = 2;
constexpr double k_fall_limit_db = 20;
constexpr double k_band_limited_hz = 10000;
constexpr double k_flat_limit = 20;
constexpr double k_dc_limit_percent = 2;
constexpr double k_silence_limit_percent = 10;

ChainEvidence judged(double value, double limit, std::string_view unit) {
  const ChainVerdict verdict = value >= limit ? ChainVerdict::suspected : ChainVerdict::none;
  return {verdict, value, limit, unit};
}

ChainEvidence counted(std::size_t count, double limit) {
  return judged(static_cast<double>(count), limit, "");
}

ChainEvidence unknown_below(double limit, std::string_view unit) {
  return {ChainVerdict::unknown, std::nullopt, limit, unit};
}

}  // namespace

struct ChainObserver::State {
  explicit State(double rate);

  void observe(SampleRun run);
  void end_frame();
  [[nodiscard]] double seconds() const { return static_cast<double>(samples) / rate_hz; }
  [[nodiscard]] ChainEvidence seams(const std::optional<SpectrumEnd>& end) const;
  [[nodiscard]] ChainEvidence spots(const CommonMotion& motion) const;
  [[nodiscard]] ChainEvidence suppression(const ChainFindings& findings) const;
  void judge_motion(const CommonMotion& motion, ChainFindings* findings) const;
  void judge_samples(ChainFindings* findings) const;

  double rate_hz;
  RealSpectrum spectrum;
  BandSeams band_seams;
  NoiseTexture texture;
  BackgroundMotion background;
  SpectrumEdge edge;
  FlatTopCounter flat_tops;
  DropoutCounter dropouts;
  RepeatCounter repeats;
  SilenceCounter silence;
  GateCounter gate;

  std::vector<float> frame;
  std::vector<float> energies;
  std::size_t filled = 0;
  std::size_t block_samples;
  std::size_t block_filled = 0;
  std::size_t samples = 0;
  double sum = 0;
};

ChainObserver::State::State(double rate)
    : rate_hz(rate),
      spectrum(std::bit_floor(static_cast<std::size_t>(k_longest_frame_seconds * rate))),
      band_seams(rate, spectrum.size()),
      texture(rate, spectrum.size()),
      background(rate, spectrum.size()),
      edge(rate, spectrum.size()),
      dropouts(rate),
      repeats(rate),
      gate(rate),
      frame(spectrum.size()),
      energies(spectrum.bins()),
      block_samples(static_cast<std::size_t>(k_block_seconds * rate)) {}

void ChainObserver::State::observe(SampleRun run) {
  for (std::size_t i = 0; i < run.size(); ++i) {
    const float sample = run[i];
    sum += static_cast<double>(sample);
    flat_tops.add(sample);
    dropouts.add(sample);
    repeats.add(sample);
    gate.add(sample);
    frame[filled] = sample;
    if (++filled == frame.size()) end_frame();
  }
  samples += run.size();
  for (std::size_t done = 0; done < run.size();) {
    const std::size_t count = std::min(run.size() - done, block_samples - block_filled);
    silence.observe(run.part(done, count));
    done += count;
    block_filled += count;
    if (block_filled < block_samples) break;
    silence.end_block();
    block_filled = 0;
  }
}

void ChainObserver::State::end_frame() {
  const auto bins = spectrum.transform(frame.data());
  for (std::size_t k = 0; k < energies.size(); ++k)
    energies[k] = bins[k].real() * bins[k].real() + bins[k].imag() * bins[k].imag();
  band_seams.add(bins);
  texture.add(energies);
  background.add(energies);
  edge.add(energies);
  filled = frame.size() / 2;
  std::copy(frame.begin() + static_cast<std::ptrdiff_t>(filled), frame.end(), frame.begin());
}

/// What was sampled at 16 kHz before has images of itself above 8 kHz and nothing else there: that is a band
/// limit.
ChainEvidence ChainObserver::State::seams(const std::optional<SpectrumEnd>& end) const {
  const auto coherence = band_seams.coherence();
  const bool images = end && end->fall_db > 0 && end->bandwidth_hz < k_least_seam_bandwidth_hz;
  if (!coherence || images) return unknown_below(k_seam_limit, "");
  return judged(
      coherence->at_seams / std::max(1.0, coherence->elsewhere * k_seams_over_elsewhere / k_seam_limit),
      k_seam_limit, "");
}

ChainEvidence ChainObserver::State::spots(const CommonMotion& motion) const {
  const auto spread = texture.spread(0.5);
  if (!spread || !motion.restlessness || *motion.restlessness > k_calm_db)
    return unknown_below(k_texture_limit, "");
  return judged(spread->excess, k_texture_limit, "");
}

ChainEvidence ChainObserver::State::suppression(const ChainFindings& findings) const {
  ChainEvidence strongest = unknown_below(1, "");
  for (const ChainEvidence* evidence : {&findings.band_seams, &findings.noise_texture, &findings.sinking})
    if (evidence->value)
      strongest.value = std::max(strongest.value.value_or(0), *evidence->value / evidence->limit);
  if (strongest.value.value_or(0) >= 1) {
    strongest.verdict = ChainVerdict::suspected;
  } else if (findings.noise_texture.verdict == ChainVerdict::none &&
             findings.band_seams.verdict == ChainVerdict::none) {
    strongest.verdict = ChainVerdict::none;
  }
  return strongest;
}

void ChainObserver::State::judge_motion(const CommonMotion& motion, ChainFindings* findings) const {
  const bool settled = motion.settling.has_value();
  findings->sinking = settled ? judged(std::max(0.0, -*motion.settling), k_settling_limit_db, "dB")
                              : unknown_below(k_settling_limit_db, "dB");
  findings->automatic_gain = settled ? judged(std::max(0.0, *motion.settling), k_settling_limit_db, "dB")
                                     : unknown_below(k_settling_limit_db, "dB");
  findings->gain_step = motion.step ? judged(std::abs(*motion.step), k_step_limit_db, "dB")
                                    : unknown_below(k_step_limit_db, "dB");
}

void ChainObserver::State::judge_samples(ChainFindings* findings) const {
  findings->noise_gate = counted(gate.returns(), k_gate_limit);
  findings->repeated_buffers = counted(repeats.repeats(), 1);
  findings->dropouts = counted(dropouts.dropouts(), 1);
  findings->flat_tops = counted(flat_tops.flat_samples(), k_flat_limit);
  const double count = static_cast<double>(samples);
  findings->dc_offset = judged(100 * std::abs(sum) / count, k_dc_limit_percent, "%");
  findings->digital_silence =
      judged(100 * static_cast<double>(silence.silent_samples()) / count, k_silence_limit_percent, "%");
}

ChainObserver::ChainObserver(double rate_hz) : m_state(std::make_unique<State>(rate_hz)) {}
ChainObserver::~ChainObserver() = default;
ChainObserver::ChainObserver(ChainObserver&&) noexcept = default;
ChainObserver& ChainObserver::operator=(ChainObserver&&) noexcept = default;

void ChainObserver::observe(SampleRun run) {
  m_state->observe(run);
}

ChainFindings ChainObserver::findings() const {
  const State& state = *m_state;
  ChainFindings findings;
  if (state.seconds() < k_shortest_seconds) return findings;
  const auto end = state.edge.end();
  const CommonMotion motion = state.background.motion();
  if (end) findings.bandwidth_hz = end->bandwidth_hz;
  findings.band_limit =
      end ? judged(end->bandwidth_hz < k_band_limited_hz ? end->fall_db : 0, k_fall_limit_db, "dB")
          : unknown_below(k_fall_limit_db, "dB");
  findings.band_seams = state.seams(end);
  findings.noise_texture = state.spots(motion);
  state.judge_motion(motion, &findings);
  findings.noise_suppression = state.suppression(findings);
  state.judge_samples(&findings);
  return findings;
}

}  // namespace preshift
