#pragma once

#include "condition.hpp"
#include "decision.hpp"

#include <set>
#include <string>
#include <variant>
#include <vector>

namespace preshift {

/// Numbers with an expanded uncertainty U for which value + shift * U lies beyond a threshold. What is only
/// known to lie below a value is in the sets that reach down, never in those that reach up.
struct NumberSet {
  std::string measure;
  bool reaches_down = true;  ///< all below the threshold, else all above
  double threshold = 0;
  bool has_threshold = true;  ///< the threshold itself is in it
  double shift = 0;
};

/// Words that a measure is.
struct WordSet {
  std::string measure;
  std::set<std::string, std::less<>> words;
};

/// Whatever the measure is, as long as it is measured.
struct MeasuredSet {
  std::string measure;
};

struct EvidenceSet;

/// A union or an intersection.
struct JoinedSets {
  bool is_union = true;
  std::vector<EvidenceSet> parts;
};

/// Those measurements, none of them in doubt, for which a condition comes out in one way.
struct EvidenceSet {
  std::variant<NumberSet, WordSet, MeasuredSet, JoinedSets> node;
};

/// What passes the condition, and what fails it; conditions on measures alone, no questions.
[[nodiscard]] EvidenceSet passing(const Condition& condition, const Decision& decision);
[[nodiscard]] EvidenceSet failing(const Condition& condition, const Decision& decision);

/// Whether all of the one is in the other, as far as that can be proved part by part: true is sure, false may
/// mean that it was not found (of sets that are empty, or cover every value, only together).
[[nodiscard]] bool is_subset(const EvidenceSet& one, const EvidenceSet& other);

}  // namespace preshift
