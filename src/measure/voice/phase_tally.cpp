#include "phase_tally.hpp"

namespace preshift {
namespace {

constexpr std::size_t k_settling = 32;      ///< windows: 1 s
constexpr std::size_t k_longest_tail = 78;  ///< windows: 2.5 s
constexpr std::size_t k_last_moment = 16;   ///< windows: 0.5 s

}  // namespace

void PhaseTally::add(double energy, bool speech_here, bool begins) {
  energies.add(energy);
  ++windows;
  if (speech_here) ++speech;
  if (begins) ++utterances;
}

bool SilenceTally::is_still_the_sentence(bool speech) {
  if (m_settled) return false;
  const bool still = m_observed <= k_settling || (speech && m_observed <= k_longest_tail);
  m_settled = !still;
  return still;
}

void SilenceTally::observe(double energy, bool speech) {
  ++m_observed;
  if (is_still_the_sentence(speech)) return;
  m_latest.push_back({energy, speech});
  if (m_latest.size() <= k_last_moment) return;
  const Window window = m_latest.front();
  m_latest.pop_front();
  m_tally.add(window.energy, window.speech, window.speech && !m_speech_before);
  m_speech_before = window.speech;
}

}  // namespace preshift
