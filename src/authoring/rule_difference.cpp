#include "rule_difference.hpp"

#include "condition_witness.hpp"
#include "evidence_set.hpp"
#include "limit_unit.hpp"
#include "measures.hpp"
#include "rule_words.hpp"

#include <cmath>
#include <utility>

namespace preshift {
namespace {

/// Of the sets that let pass: fewer is stricter.
Strictness compare(const EvidenceSet& a, const EvidenceSet& b) {
  const bool b_in_a = is_subset(b, a);
  const bool a_in_b = is_subset(a, b);
  if (b_in_a) return a_in_b ? Strictness::same : Strictness::stricter;
  return a_in_b ? Strictness::laxer : Strictness::changed;
}

bool is_question(const Condition& condition) {
  return std::holds_alternative<ManualQuestion>(condition.node);
}

bool is_shown_only(const Rule& rule) {
  return rule.severity == Severity::informational;
}

/// The unit in which two limits differ: levels differ by dB.
std::string unit_of_difference(const std::string& symbol) {
  const LimitUnit* unit = find_limit_unit(symbol);
  const bool is_level = symbol == units::k_dbfs || (unit != nullptr && unit->sound_level);
  return is_level ? std::string(units::k_db) : symbol;
}

LimitMove move_of(const MeasureCondition& a, const MeasureCondition& b) {
  LimitMove move{a.measure, a.criterion, b.criterion};
  const auto set_by = [&](double by, const std::string& unit) {
    if (by <= 0) return;
    move.by = by;
    move.unit = unit_of_difference(unit);
  };
  const auto* limit_a = std::get_if<Limit>(&a.criterion);
  const auto* limit_b = std::get_if<Limit>(&b.criterion);
  if (limit_a != nullptr && limit_b != nullptr && limit_a->comparison == limit_b->comparison)
    set_by(std::abs(limit_b->value - limit_a->value), limit_a->unit);
  const auto* range_a = std::get_if<Range>(&a.criterion);
  const auto* range_b = std::get_if<Range>(&b.criterion);
  if (range_a == nullptr || range_b == nullptr) return move;
  const double lowest = std::abs(range_b->lowest - range_a->lowest);
  const double highest = std::abs(range_b->highest - range_a->highest);
  if (lowest <= 0 || highest <= 0) set_by(lowest + highest, range_a->unit);
  return move;
}

/// Whether only the limits in them can differ.
bool have_same_shape(const Condition& a, const Condition& b) {
  const auto* leaf_a = std::get_if<MeasureCondition>(&a.node);
  const auto* leaf_b = std::get_if<MeasureCondition>(&b.node);
  if (leaf_a != nullptr && leaf_b != nullptr) return leaf_a->measure == leaf_b->measure;
  const auto* all_a = std::get_if<Combination>(&a.node);
  const auto* all_b = std::get_if<Combination>(&b.node);
  if (all_a == nullptr || all_b == nullptr || all_a->combinator != all_b->combinator ||
      all_a->conditions.size() != all_b->conditions.size())
    return false;
  for (std::size_t i = 0; i < all_a->conditions.size(); ++i)
    if (!have_same_shape(all_a->conditions[i], all_b->conditions[i])) return false;
  return true;
}

/// Finds the differences of two rules that both have a say.
class RuleComparison {
 public:
  RuleComparison(const Rule& a, const Rule& b, const FactWords& facts) : m_a(a), m_b(b), m_facts(facts) {}

  [[nodiscard]] RuleDifference find() {
    m_difference.id = m_b.id;
    compare_severity();
    if (is_question(m_a.condition) && is_question(m_b.condition)) {
      compare_questions();
    } else {
      compare_conditions();
    }
    const std::string when_a = applicability_words(m_a.applies_when);
    const std::string when_b = applicability_words(m_b.applies_when);
    if (when_a != when_b)
      add(ChangeKind::applies_when, compare_applicability(m_a.applies_when, m_b.applies_when, m_facts),
          when_a, when_b);
    if (m_a.is_waivable != m_b.is_waivable) {
      add(ChangeKind::waivable, m_b.is_waivable ? Strictness::laxer : Strictness::stricter,
          m_a.is_waivable ? "yes" : "no", m_b.is_waivable ? "yes" : "no");
    }
    compare_words();
    return std::move(m_difference);
  }

 private:
  /// `counts`: the strictness is a part of the rule's.
  void add(ChangeKind kind, Strictness strictness, std::string before, std::string after,
           bool counts = true) {
    m_difference.changes.push_back({kind, strictness, std::move(before), std::move(after)});
    if (counts) m_difference.strictness = together(m_difference.strictness, strictness);
  }

  void compare_severity() {
    if (m_a.severity == m_b.severity) return;
    const bool is_weightier = m_b.severity < m_a.severity;  // declared from the weightiest on
    add(ChangeKind::severity, is_weightier ? Strictness::stricter : Strictness::laxer,
        std::string(to_string(m_a.severity)), std::string(to_string(m_b.severity)));
  }

  void compare_questions() {
    const auto& a = std::get<ManualQuestion>(m_a.condition.node);
    const auto& b = std::get<ManualQuestion>(m_b.condition.node);
    const bool is_same_question =
        a.question.english == b.question.english && a.question.french == b.question.french;
    if (!is_same_question)
      add(ChangeKind::question, Strictness::changed, a.question.english, b.question.english);
    if (a.expects_yes != b.expects_yes)
      add(ChangeKind::expects, Strictness::changed, a.expects_yes ? "yes" : "no",
          b.expects_yes ? "yes" : "no");
    if (a.answered_by == b.answered_by) return;
    const bool asks_reviewer = b.answered_by == Answerer::reviewer;
    add(ChangeKind::answered_by, asks_reviewer ? Strictness::stricter : Strictness::laxer,
        std::string(to_string(a.answered_by)), std::string(to_string(b.answered_by)));
  }

  void compare_conditions() {
    const std::string before = condition_words(m_a.condition);
    const std::string after = condition_words(m_b.condition);
    const bool has_other_decision = (has_number(m_a.condition) || has_number(m_b.condition)) &&
                                    decision_words(m_a.decision) != decision_words(m_b.decision);
    if (before == after && !has_other_decision) return;
    const Strictness whole = strictness_of_conditions();
    if (before != after && have_same_shape(m_a.condition, m_b.condition)) {
      add_moves(m_a.condition, m_b.condition, false);
    } else if (before != after) {
      add(ChangeKind::condition, has_other_decision ? strictness_by_decision_of_a() : whole, before, after,
          false);
    }
    if (has_other_decision)
      add(ChangeKind::decision, strictness_of_decision(), decision_words(m_a.decision),
          decision_words(m_b.decision), false);
    m_difference.strictness = together(m_difference.strictness, whole);
  }

  /// Of condition and decision together, proved and shown by an example. What is only shown decides nothing.
  [[nodiscard]] Strictness strictness_of_conditions() {
    if (is_shown_only(m_a) || is_shown_only(m_b)) return Strictness::same;
    if (is_question(m_a.condition) || is_question(m_b.condition)) return Strictness::changed;
    const Strictness proved =
        compare(passing(m_a.condition, m_a.decision), passing(m_b.condition, m_b.decision));
    if (proved == Strictness::same) return proved;
    if (proved != Strictness::laxer) m_difference.passes_a_only = find_witness(m_a, m_b);
    if (proved != Strictness::stricter) m_difference.passes_b_only = find_witness(m_b, m_a);
    const bool is_shown = m_difference.passes_a_only || m_difference.passes_b_only;
    return is_shown ? proved : Strictness::changed;
  }

  [[nodiscard]] bool is_beyond_sets() const {
    return is_shown_only(m_a) || is_shown_only(m_b) || is_question(m_a.condition) ||
           is_question(m_b.condition);
  }

  [[nodiscard]] Strictness strictness_of_decision() const {
    if (is_beyond_sets()) return Strictness::same;
    return compare(passing(m_b.condition, m_a.decision), passing(m_b.condition, m_b.decision));
  }

  [[nodiscard]] Strictness strictness_by_decision_of_a() const {
    if (is_shown_only(m_a) || is_shown_only(m_b)) return Strictness::same;
    if (is_beyond_sets()) return Strictness::changed;
    return compare(passing(m_a.condition, m_a.decision), passing(m_b.condition, m_a.decision));
  }

  /// Conditions of the same shape; those that must not hold are compared by what fails them.
  void add_moves(const Condition& a, const Condition& b, bool is_forbidden) {
    if (const auto* all_a = std::get_if<Combination>(&a.node)) {
      const auto& all_b = std::get<Combination>(b.node);
      const bool forbids = is_forbidden != (all_a->combinator == Combinator::none);
      for (std::size_t i = 0; i < all_a->conditions.size(); ++i)
        add_moves(all_a->conditions[i], all_b.conditions[i], forbids);
      return;
    }
    if (condition_words(a) == condition_words(b)) return;
    const auto set = [&](const Condition& leaf) {
      return is_forbidden ? failing(leaf, m_a.decision) : passing(leaf, m_a.decision);
    };
    const Strictness strictness =
        is_shown_only(m_a) || is_shown_only(m_b) ? Strictness::same : compare(set(a), set(b));
    const auto& leaf_a = std::get<MeasureCondition>(a.node);
    const auto& leaf_b = std::get<MeasureCondition>(b.node);
    add(ChangeKind::limit, strictness, criterion_words(leaf_a.criterion), criterion_words(leaf_b.criterion),
        false);
    m_difference.changes.back().limit = move_of(leaf_a, leaf_b);
  }

  void compare_words() {
    const auto compare_text = [&](ChangeKind kind, const LocalizedText& a, const LocalizedText& b) {
      if (a.english != b.english || a.french != b.french) add(kind, Strictness::same, a.english, b.english);
    };
    if (m_a.requirement != m_b.requirement)
      add(ChangeKind::requirement, Strictness::same, m_a.requirement, m_b.requirement);
    if (m_a.weight != m_b.weight)
      add(ChangeKind::weight, Strictness::same, number_words(m_a.weight, ""), number_words(m_b.weight, ""));
    compare_text(ChangeKind::title, m_a.title, m_b.title);
    compare_text(ChangeKind::rationale, m_a.rationale, m_b.rationale);
    compare_text(ChangeKind::remedy, m_a.remedy, m_b.remedy);
  }

  const Rule& m_a;
  const Rule& m_b;
  const FactWords& m_facts;
  RuleDifference m_difference;
};

bool is_asked(const Rule* rule) {
  return rule != nullptr && rule->is_selected;
}

RuleDifference one_sided(const Rule& rule, bool is_added) {
  const Strictness asked = is_added ? Strictness::stricter : Strictness::laxer;
  const Strictness strictness = is_shown_only(rule) ? Strictness::same : asked;
  const std::string severity(to_string(rule.severity));
  RuleChange change{is_added ? ChangeKind::added : ChangeKind::removed, strictness};
  (is_added ? change.after : change.before) = severity;
  return {rule.id, strictness, {std::move(change)}};
}

}  // namespace

std::string_view to_string(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added:
      return "added";
    case ChangeKind::removed:
      return "removed";
    case ChangeKind::severity:
      return "severity";
    case ChangeKind::limit:
      return "limit";
    case ChangeKind::condition:
      return "condition";
    case ChangeKind::decision:
      return "decision";
    case ChangeKind::applies_when:
      return "applies_when";
    case ChangeKind::waivable:
      return "waivable";
    case ChangeKind::question:
      return "question";
    case ChangeKind::expects:
      return "expects";
    case ChangeKind::answered_by:
      return "answered_by";
    case ChangeKind::requirement:
      return "requirement";
    case ChangeKind::weight:
      return "weight";
    case ChangeKind::title:
      return "title";
    case ChangeKind::rationale:
      return "rationale";
    case ChangeKind::remedy:
      return "remedy";
  }
  return "";
}

std::optional<RuleDifference> difference(const Rule* a, const Rule* b, const FactWords& facts) {
  if (!is_asked(a) && !is_asked(b)) return std::nullopt;
  if (!is_asked(a)) return one_sided(*b, true);
  if (!is_asked(b)) return one_sided(*a, false);
  RuleDifference found = RuleComparison(*a, *b, facts).find();
  if (found.changes.empty()) return std::nullopt;
  return found;
}

}  // namespace preshift
