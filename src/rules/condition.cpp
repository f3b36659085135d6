#include "condition.hpp"

#include <algorithm>

namespace preshift {

std::string_view to_string(Combinator combinator) {
  switch (combinator) {
    case Combinator::any:
      return "any";
    case Combinator::all:
      return "all";
    case Combinator::none:
      return "none";
  }
  return "";
}

std::string_view to_string(Answerer answerer) {
  return answerer == Answerer::agent ? "agent" : "reviewer";
}

bool has_number(const Condition& condition) {
  if (const auto* combination = std::get_if<Combination>(&condition.node))
    return std::any_of(combination->conditions.begin(), combination->conditions.end(), has_number);
  const auto* leaf = std::get_if<MeasureCondition>(&condition.node);
  return leaf != nullptr &&
         (std::holds_alternative<Limit>(leaf->criterion) || std::holds_alternative<Range>(leaf->criterion));
}

}  // namespace preshift
