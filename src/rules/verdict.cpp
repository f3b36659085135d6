#include "verdict.hpp"

#include "limit_unit.hpp"
#include "measures.hpp"
#include "rules_texts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace preshift {
namespace {

template <class... Arguments>
Verdict verdict(RuleResult result, const Text& reason, Arguments&&... arguments) {
  return {result, Message{reason, {Argument(std::forward<Arguments>(arguments))...}}};
}

Verdict too_close(const Quantity& quantity, const std::string& unit) {
  const double u = quantity.expanded_uncertainty;
  if (quantity.is_upper_bound)
    return verdict(RuleResult::unknown, rules_text("result.upper_bound"), quantity.value + u, unit);
  const bool count = unit == units::k_person || unit == units::k_picture;
  if (count) return verdict(RuleResult::unknown, rules_text("result.count_uncertain"), u);
  return verdict(RuleResult::unknown, rules_text("result.within_uncertainty"), u, unit);
}

/// Where the truth lies, both ends included.
struct Interval {
  double lowest = 0;
  double highest = 0;
};

Interval interval_of(const Quantity& quantity) {
  const double u = quantity.expanded_uncertainty;
  const double below_all = -std::numeric_limits<double>::infinity();
  return {quantity.is_upper_bound ? below_all : quantity.value - u, quantity.value + u};
}

Verdict judge_limit(const Quantity& quantity, const Limit& limit) {
  const auto [lowest, highest] = interval_of(quantity);
  const bool at_most = limit.comparison == Comparison::at_most;
  const double most_beyond = at_most ? highest - limit.value : limit.value - lowest;
  const double least_beyond = at_most ? lowest - limit.value : limit.value - highest;
  const double rounding = 1e-9 * std::max(1.0, std::abs(limit.value));
  if (most_beyond <= rounding) return {RuleResult::pass, std::nullopt};
  if (least_beyond <= rounding) return too_close(quantity, limit.unit);
  return verdict(RuleResult::fail, at_most ? rules_text("result.above") : rules_text("result.below"));
}

Verdict judge_range(const Quantity& quantity, const Range& range) {
  std::array ends{judge_limit(quantity, {Comparison::at_least, range.lowest, range.unit}),
                  judge_limit(quantity, {Comparison::at_most, range.highest, range.unit})};
  const RuleResult both = combined(Combinator::all, std::array{ends[0].result, ends[1].result});
  return std::move(ends[0].result == both ? ends[0] : ends[1]);
}

Verdict judge_unit(const std::string& measured, const std::string& limited) {
  const LimitUnit* unit = find_limit_unit(limited);
  const bool level = unit != nullptr && unit->sound_level;
  if (measured == units::k_dbfs && level)
    return verdict(RuleResult::unknown, rules_text("result.not_calibrated"), limited);
  return verdict(RuleResult::error, rules_text("result.other_unit"), measured, limited);
}

bool is_number(const Quantity& quantity) {
  const double u = quantity.expanded_uncertainty;
  return std::isfinite(quantity.value) && std::isfinite(u) && u >= 0;
}

bool is_number(const Limit& limit) {
  return std::isfinite(limit.value);
}

bool is_number(const Range& range) {
  return std::isfinite(range.lowest) && std::isfinite(range.highest);
}

Verdict judge_absence(const Absence& absence) {
  switch (absence.kind) {
    case AbsenceKind::unknown:
      return {RuleResult::unknown, absence.reason};
    case AbsenceKind::declined:
      return {RuleResult::notchecked, absence.reason};
    case AbsenceKind::failed:
      return {RuleResult::error, absence.reason};
  }
  return {RuleResult::error, absence.reason};
}

/// Judges one measurement by the criterion it is called with.
class Judge {
 public:
  explicit Judge(const Measurement& measured) : m_measured(measured) {}

  Verdict operator()(const Limit& limit) const { return judge_number(limit, judge_limit); }
  Verdict operator()(const Range& range) const { return judge_number(range, judge_range); }

  Verdict operator()(const NoLimit&) const { return {RuleResult::pass, std::nullopt}; }

  Verdict operator()(const AllowedWords& allowed) const {
    const auto* state = std::get_if<State>(&m_measured.outcome);
    if (state == nullptr) return verdict(RuleResult::error, rules_text("result.other_kind"));
    const auto found = std::find(allowed.words.begin(), allowed.words.end(), state->value);
    if (found != allowed.words.end()) return {RuleResult::pass, std::nullopt};
    return verdict(RuleResult::fail, rules_text("result.other_word"));
  }

 private:
  template <class Bound>
  Verdict judge_number(const Bound& bound, Verdict (*judge)(const Quantity&, const Bound&)) const {
    const auto* quantity = std::get_if<Quantity>(&m_measured.outcome);
    if (quantity == nullptr) return verdict(RuleResult::error, rules_text("result.other_kind"));
    if (m_measured.unit != bound.unit) return judge_unit(m_measured.unit, bound.unit);
    if (!is_number(*quantity) || !is_number(bound))
      return verdict(RuleResult::error, rules_text("result.not_finite"));
    return judge(*quantity, bound);
  }

  const Measurement& m_measured;
};

}  // namespace

Verdict judge(const Criterion& criterion, const Measurement& measured) {
  if (const auto* absence = std::get_if<Absence>(&measured.outcome)) return judge_absence(*absence);
  Verdict verdict = std::visit(Judge(measured), criterion);
  if (measured.doubt && verdict.result != RuleResult::error) return {RuleResult::unknown, measured.doubt};
  return verdict;
}

}  // namespace preshift
