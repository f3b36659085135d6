#include "remedies.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

/// Collects the remedies of one rule's conditions.
class Remedies {
 public:
  Remedies(const LocalizedText& remedy, Language language) : m_rule_remedy(remedy), m_language(language) {}

  /// `is_forbidden`: the rule wants that the condition does not hold.
  void collect(const ConditionEvaluation& evaluated, bool is_forbidden) {
    const auto* combination = std::get_if<CombinationEvaluation>(&evaluated.node);
    if (combination == nullptr)
      return add(is_forbidden ? negated(evaluated.result) : evaluated.result, evaluated.reason);
    const bool forbids = is_forbidden != (combination->combinator == Combinator::none);
    for (const ConditionEvaluation* part : deciding_parts(*combination, evaluated.result))
      collect(*part, forbids);
  }

  void add(RuleResult result, const std::optional<Message>& reason) {
    if (result == RuleResult::pass) return;
    if (result == RuleResult::fail || !reason) return put(m_rule_remedy.in(m_language));
    std::string remedy = render_remedy(*reason, m_language);
    // A device's problem is a sentence with its remedy; the workspace's remedy would mislead.
    if (remedy.empty() && result == RuleResult::unknown) remedy = m_rule_remedy.in(m_language);
    put(std::move(remedy));
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(m_remedies); }

 private:
  void put(std::string remedy) {
    const bool known = std::find(m_remedies.begin(), m_remedies.end(), remedy) != m_remedies.end();
    if (!remedy.empty() && !known) m_remedies.push_back(std::move(remedy));
  }

  const LocalizedText& m_rule_remedy;
  Language m_language;
  std::vector<std::string> m_remedies;
};

}  // namespace

std::vector<std::string> remedies(const RuleEvaluation& evaluated, Language language) {
  Remedies found(evaluated.rule.remedy, language);
  if (is_passed(evaluated.result) || !has_say(evaluated.result) || evaluated.waiver) return {};
  const bool follows_from_condition = evaluated.result == evaluated.condition.result;
  if (follows_from_condition && std::holds_alternative<CombinationEvaluation>(evaluated.condition.node)) {
    found.collect(evaluated.condition, false);
  } else {
    found.add(evaluated.result, evaluated.reason);
  }
  return found.take();
}

}  // namespace preshift
