#pragma once

#include "block_means.hpp"

#include <cstddef>
#include <deque>

namespace preshift {

/// Adds up one phase, window by window.
struct PhaseTally {
  BlockMeans energies;         ///< of the windows that count
  std::size_t windows = 0;     ///< that count
  std::size_t speech = 0;      ///< of those, windows with speech
  std::size_t utterances = 0;  ///< beginnings of speech

  void add(double energy, bool speech_here, bool begins);
};

/// Adds up the silent phase, but for its ends: the first second, or up to 2.5 s where the sentence that was
/// read still goes on there, and the last half second, in which the agent may already speak again.
class SilenceTally {
 public:
  void observe(double energy, bool speech);

  [[nodiscard]] const PhaseTally& tally() const { return m_tally; }

 private:
  struct Window {
    double energy;
    bool speech;
  };

  [[nodiscard]] bool is_still_the_sentence(bool speech);

  std::size_t m_observed = 0;
  bool m_settled = false;
  bool m_speech_before = false;
  std::deque<Window> m_latest;
  PhaseTally m_tally;
};

}  // namespace preshift
