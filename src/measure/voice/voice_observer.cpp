#include "voice_observer.hpp"

#include "phase_tally.hpp"
#include "utterance_finder.hpp"
#include "voice_detector.hpp"
#include "voice_levels.hpp"
#include "window_energies.hpp"

#include <deque>
#include <optional>
#include <utility>

namespace preshift {

struct VoiceObserver::State {
  Message network_missing;
  WindowEnergies energies;
  std::optional<VoiceDetector> detector{};
  UtteranceFinder utterances{};
  std::deque<WindowEnergy> undecided{};  ///< at most half a second of windows
  float latest_probability = 0;
  PhaseTally reading{};
  std::size_t reading_windows = 0;
  bool speech_before = false;
  SilenceTally silence{};

  void decide(const UtteranceFinder::Decision& decision);
  void add(const WindowEnergy& window, bool speech);
  void add_reading(double energy, bool speech);
};

void VoiceObserver::State::decide(const UtteranceFinder::Decision& decision) {
  for (std::size_t i = 0; i < decision.windows; ++i) {
    add(undecided.front(), decision.speech);
    undecided.pop_front();
  }
}

void VoiceObserver::State::add(const WindowEnergy& window, bool speech) {
  if (window.phase == Phase::reading) add_reading(window.mean_square, speech);
  if (window.phase == Phase::silent) silence.observe(window.mean_square, speech);
  speech_before = speech;
}

void VoiceObserver::State::add_reading(double energy, bool speech) {
  ++reading_windows;
  if (speech) reading.add(energy, true, !speech_before);
}

VoiceObserver::VoiceObserver(std::shared_ptr<VoiceNetwork> network, Message network_missing, double rate_hz)
    : m_state(std::make_unique<State>(State{std::move(network_missing), WindowEnergies(rate_hz)})) {
  if (!network) return;
  State& state = *m_state;
  m_state->detector.emplace(std::move(network), rate_hz, [&state](const SpeechWindow& window) {
    state.latest_probability = window.probability;
    state.decide(state.utterances.observe(window.probability));
  });
}

VoiceObserver::~VoiceObserver() = default;
VoiceObserver::VoiceObserver(VoiceObserver&&) noexcept = default;
VoiceObserver& VoiceObserver::operator=(VoiceObserver&&) noexcept = default;

void VoiceObserver::observe(SampleRun run, Phase phase) {
  State& state = *m_state;
  state.energies.observe(run, phase, [&](const WindowEnergy& window) { state.undecided.push_back(window); });
  if (state.detector) {
    state.detector->observe(run);
  } else {
    state.decide({state.undecided.size(), false});
  }
}

float VoiceObserver::speech_probability() const {
  return m_state->latest_probability;
}

VoiceFindings VoiceObserver::findings() const {
  const State& state = *m_state;
  return voice_findings(state.reading, state.reading_windows, state.silence.tally(),
                        state.detector ? std::nullopt : std::optional(state.network_missing));
}

}  // namespace preshift
