#pragma once

#include "localized_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace preshift {

enum class Comparison { at_most, at_least };

/// What a number must not pass. `unit` is the measure's (measures.hpp); `value` is finite.
struct Limit {
  Comparison comparison = Comparison::at_most;
  double value = 0;
  std::string unit;
  std::string parameter{};  ///< the parameter that the value comes from, if any
};

/// What a number must lie in, both ends included; finite, lowest <= highest.
struct Range {
  double lowest = 0;
  double highest = 0;
  std::string unit;
  std::string lowest_parameter{};  ///< as in Limit
  std::string highest_parameter{};
};

/// What a word must be one of; never empty.
struct AllowedWords {
  std::vector<std::string> words;
  std::vector<std::string> parameters{};  ///< of each word the parameter it comes from, or ""; or none at all
};

/// Nothing is asked of the measure: it is shown. Only alone in an informational rule.
struct NoLimit {};

using Criterion = std::variant<Limit, Range, AllowedWords, NoLimit>;

/// A condition on one measure.
struct MeasureCondition {
  std::string measure;  ///< a name of the catalogue (measures.hpp)
  Criterion criterion;  ///< of the measure's kind: AllowedWords for a word, another for a number
};

/// How many of its conditions a combination wants.
enum class Combinator { any, all, none };

/// "any", "all", "none": the words of a rules file and of JSON.
[[nodiscard]] std::string_view to_string(Combinator combinator);

struct Condition;

struct Combination {
  Combinator combinator = Combinator::all;
  std::vector<Condition> conditions;  ///< never empty
};

enum class Answerer { agent, reviewer };

/// "agent", "reviewer": the words of a rules file and of JSON.
[[nodiscard]] std::string_view to_string(Answerer answerer);

/// What no sensor sees, and a person answers with yes or no. It stands alone in its rule.
struct ManualQuestion {
  LocalizedText question;
  bool expects_yes = true;                 ///< the answer that passes
  Answerer answered_by = Answerer::agent;  ///< a reviewer may answer what the agent may
};

/// What a rule asks for: a tree whose leaves are conditions on one measure. As read from a file it is bounded
/// by the two constants below, so that functions over it may call themselves.
struct Condition {
  std::variant<MeasureCondition, Combination, ManualQuestion> node;
};

/// Whether a number is limited anywhere in it, so that a decision rule has something to decide.
[[nodiscard]] bool has_number(const Condition& condition);

inline constexpr std::size_t k_deepest_condition = 8;  ///< combinations within each other, leaves included
inline constexpr std::size_t k_most_conditions = 100;  ///< in one rule: combinations and leaves

}  // namespace preshift
