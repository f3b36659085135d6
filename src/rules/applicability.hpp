#pragma once

#include "condition.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace preshift {

/// What is known about a check beyond its measurements, by name: see facts.hpp for the names.
using Facts = std::map<std::string, std::string, std::less<>>;

/// A stretch of every day in local time, from `from` to before `until`; over midnight when `until` is the
/// earlier one. Both are in [0 min, 24 h), and differ.
struct DaySpan {
  std::chrono::minutes from{};
  std::chrono::minutes until{};
};

/// The fact has one of these values.
struct FactIs {
  std::string fact;
  std::vector<std::string> values;  ///< never empty
};

/// The fact `time` lies in one of these spans.
struct TimeIsIn {
  std::vector<DaySpan> spans;  ///< never empty
};

struct Applicability;

struct ApplicabilityCombination {
  Combinator combinator = Combinator::all;
  std::vector<Applicability> parts;  ///< never empty
};

/// When a rule applies: a tree over facts. As read from a file it is as bounded as conditions are.
struct Applicability {
  std::variant<FactIs, TimeIsIn, ApplicabilityCombination> node;
};

/// Whether it applies, or why that cannot be told: a fact that was not given.
struct Applies {
  std::optional<bool> applies;
  std::string missing_fact;  ///< the first that would have decided it; empty when it is decided
};

/// Kleene's logic over what is known: a fact that is not given leaves open only what depends on it. Pure.
[[nodiscard]] Applies applies(const Applicability& when, const Facts& facts);

}  // namespace preshift
