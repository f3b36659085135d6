#pragma once

#include <cstddef>

namespace preshift {

/// Joins windows of 32 ms into utterances: what begins with a probability of at least 0.5 and lasts for at
/// least 0.25 s. A gap of less than 0.2 s, in which the probability is below 0.35, belongs to it, as the gaps
/// between words belong to active speech in ITU-T P.56.
class UtteranceFinder {
 public:
  /// So many of the oldest windows without a decision have one now.
  struct Decision {
    std::size_t windows = 0;
    bool speech = false;
  };

  /// The next window. Whether it is speech may be known only some windows later, at most 14.
  [[nodiscard]] Decision observe(float probability);

 private:
  Decision decide(bool speech);

  bool m_in_utterance = false;
  bool m_long_enough = false;
  std::size_t m_undecided = 0;
  std::size_t m_quiet = 0;  ///< of those, the latest ones below the lower threshold
};

}  // namespace preshift
