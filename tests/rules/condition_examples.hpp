#pragma once

#include "condition_evaluation.hpp"

#include <string>
#include <utility>
#include <vector>

namespace preshift {

inline Limit at_most(double value, std::string unit = "dB(A)") {
  return {Comparison::at_most, value, std::move(unit)};
}

inline Limit at_least(double value, std::string unit = "dB(A)") {
  return {Comparison::at_least, value, std::move(unit)};
}

/// A condition on one measure.
inline Condition on(std::string measure, Criterion criterion) {
  Condition condition;
  auto& leaf = std::get<MeasureCondition>(condition.node);
  leaf.measure = std::move(measure);
  leaf.criterion = std::move(criterion);
  return condition;
}

inline Condition any_of(std::vector<Condition> conditions) {
  return {Combination{Combinator::any, std::move(conditions)}};
}

inline Condition all_of(std::vector<Condition> conditions) {
  return {Combination{Combinator::all, std::move(conditions)}};
}

inline Condition none_of(std::vector<Condition> conditions) {
  return {Combination{Combinator::none, std::move(conditions)}};
}

inline Message because(std::string_view reason = "because") {
  return {{"test.because", reason, reason}, {}};
}

inline Measurement absent(std::string name, AbsenceKind kind, std::string_view reason = "because") {
  return {std::move(name), "", Absence{kind, because(reason)}};
}

inline std::string reason_of(const std::optional<Message>& reason) {
  return reason ? render(*reason, Language::english) : std::string{};
}

inline std::string remedy_of(const std::optional<Message>& reason) {
  return reason ? render_remedy(*reason, Language::english) : std::string{};
}

}  // namespace preshift
