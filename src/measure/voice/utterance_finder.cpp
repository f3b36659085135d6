#include "utterance_finder.hpp"

#include <utility>

namespace preshift {
namespace {

constexpr float k_begins = 0.5F;
constexpr float k_goes_on = 0.35F;
constexpr std::size_t k_shortest = 8;  ///< windows
constexpr std::size_t k_gap = 6;       ///< windows: from here on it is a pause

}  // namespace

UtteranceFinder::Decision UtteranceFinder::decide(bool speech) {
  return {std::exchange(m_undecided, 0), speech};
}

UtteranceFinder::Decision UtteranceFinder::observe(float probability) {
  ++m_undecided;
  if (!m_in_utterance) {
    if (probability < k_begins) return decide(false);
    m_in_utterance = true;
    m_long_enough = false;
    m_quiet = 0;
    return {};
  }
  m_quiet = probability < k_goes_on ? m_quiet + 1 : 0;
  if (m_quiet == k_gap) {
    m_in_utterance = false;
    return decide(false);
  }
  if (m_quiet > 0) return {};
  m_long_enough = m_long_enough || m_undecided >= k_shortest;
  return m_long_enough ? decide(true) : Decision{};
}

}  // namespace preshift
