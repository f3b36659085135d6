#include "verdict.hpp"

#include "conformity.hpp"
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

/// Where the truth is taken to lie, both ends included.
struct Interval {
  double lowest = 0;
  double highest = 0;
};

Interval interval_of(const Quantity& quantity, const Decision& decision) {
  const bool is_simple = decision.rule == DecisionRule::simple;
  const double w = is_simple ? 0 : decision.guard_band * quantity.expanded_uncertainty;
  const double below_all = -std::numeric_limits<double>::infinity();
  return {quantity.is_upper_bound ? below_all : quantity.value - w, quantity.value + w};
}

/// Guarded rejection: all that is not beyond the limit for certain. What may lie anywhere below has no lower
/// end to be lenient with, so that its value, less the guard band, must be inside.
RuleResult judge_leniently(const Quantity& quantity, const Limit& limit, const Decision& decision,
                           double least_beyond, double rounding) {
  if (!quantity.is_upper_bound) return least_beyond <= rounding ? RuleResult::pass : RuleResult::fail;
  const double w = decision.guard_band * quantity.expanded_uncertainty;
  if (limit.comparison == Comparison::at_least)
    return least_beyond > rounding ? RuleResult::fail : RuleResult::unknown;
  return quantity.value - w - limit.value <= rounding ? RuleResult::pass : RuleResult::unknown;
}

RuleResult judge_interval(const Quantity& quantity, const Limit& limit, const Decision& decision) {
  const auto [lowest, highest] = interval_of(quantity, decision);
  const bool at_most = limit.comparison == Comparison::at_most;
  const double most_beyond = at_most ? highest - limit.value : limit.value - lowest;
  const double least_beyond = at_most ? lowest - limit.value : limit.value - highest;
  const double rounding = 1e-9 * std::max(1.0, std::abs(limit.value));
  if (decision.rule == DecisionRule::lenient)
    return judge_leniently(quantity, limit, decision, least_beyond, rounding);
  if (most_beyond <= rounding) return RuleResult::pass;
  return least_beyond <= rounding ? RuleResult::unknown : RuleResult::fail;
}

Verdict judge_limit(const Quantity& quantity, const Limit& limit, const Decision& decision) {
  const RuleResult result = judge_interval(quantity, limit, decision);
  if (result == RuleResult::pass) return {result, std::nullopt};
  if (result == RuleResult::unknown) return too_close(quantity, limit.unit);
  const bool at_most = limit.comparison == Comparison::at_most;
  return verdict(result, at_most ? rules_text("result.above") : rules_text("result.below"));
}

Verdict judge_range(const Quantity& quantity, const Range& range, const Decision& decision) {
  std::array ends{judge_limit(quantity, {Comparison::at_least, range.lowest, range.unit}, decision),
                  judge_limit(quantity, {Comparison::at_most, range.highest, range.unit}, decision)};
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
  Judge(const Measurement& measured, const Decision& decision) : m_measured(measured), m_decision(decision) {}

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
  Verdict judge_number(const Bound& bound,
                       Verdict (*judge)(const Quantity&, const Bound&, const Decision&)) const {
    const auto* quantity = std::get_if<Quantity>(&m_measured.outcome);
    if (quantity == nullptr) return verdict(RuleResult::error, rules_text("result.other_kind"));
    if (m_measured.unit != bound.unit) return judge_unit(m_measured.unit, bound.unit);
    if (!is_number(*quantity) || !is_number(bound))
      return verdict(RuleResult::error, rules_text("result.not_finite"));
    Verdict judged = judge(*quantity, bound, m_decision);
    judged.probability = conformity_probability(*quantity, bound);
    return judged;
  }

  const Measurement& m_measured;
  const Decision& m_decision;
};

}  // namespace

Verdict judge(const Criterion& criterion, const Measurement& measured, const Decision& decision) {
  if (const auto* absence = std::get_if<Absence>(&measured.outcome)) return judge_absence(*absence);
  Verdict verdict = std::visit(Judge(measured, decision), criterion);
  const bool is_doubtful = measured.doubt && verdict.result != RuleResult::error;
  return is_doubtful ? Verdict{RuleResult::unknown, measured.doubt} : verdict;
}

}  // namespace preshift
