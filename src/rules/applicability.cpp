#include "applicability.hpp"

#include "facts.hpp"

#include <algorithm>

namespace preshift {
namespace {

bool contains(const DaySpan& span, std::chrono::minutes time) {
  if (span.from < span.until) return span.from <= time && time < span.until;
  return time >= span.from || time < span.until;
}

Applies decide(const FactIs& asked, const Facts& facts) {
  const auto given = facts.find(asked.fact);
  if (given == facts.end()) return {std::nullopt, asked.fact};
  return {std::find(asked.values.begin(), asked.values.end(), given->second) != asked.values.end(), {}};
}

Applies decide(const TimeIsIn& asked, const Facts& facts) {
  const auto given = facts.find(k_time_fact);
  const auto time = given == facts.end() ? std::nullopt : parse_time_of_day(given->second);
  if (!time) return {std::nullopt, std::string(k_time_fact)};
  return {std::any_of(asked.spans.begin(), asked.spans.end(),
                      [&](const DaySpan& span) { return contains(span, *time); }),
          {}};
}

/// One part that is `deciding` decides the combination; else an open one leaves it open.
Applies decide(const ApplicabilityCombination& asked, const Facts& facts) {
  const bool deciding = asked.combinator != Combinator::all;
  const bool decided = asked.combinator == Combinator::any;
  Applies open{!decided, {}};
  for (const Applicability& part : asked.parts) {
    Applies one = applies(part, facts);
    if (one.applies == deciding) return {decided, {}};
    if (!one.applies && open.applies) open = std::move(one);
  }
  return open;
}

}  // namespace

Applies applies(const Applicability& when, const Facts& facts) {
  return std::visit([&](const auto& node) { return decide(node, facts); }, when.node);
}

}  // namespace preshift
