#include "waiving.hpp"

#include <string_view>
#include <unordered_map>

namespace preshift {
namespace {

bool is_for(const std::optional<std::string>& whom, std::string_view fact, const Facts& facts) {
  if (!whom) return true;
  const auto given = facts.find(fact);
  return given != facts.end() && given->second == *whom;
}

/// Whether the rule came out in a way that a waiver changes.
bool needs_waiver(const RuleEvaluation& evaluated) {
  return has_say(evaluated.result) && !is_passed(evaluated.result) && !evaluated.waiver;
}

WaiverState state_of(const Waiver& waiver, const RuleEvaluation& evaluated,
                     const Circumstances& circumstances) {
  if (!evaluated.rule.is_waivable) return WaiverState::not_waivable;
  if (!is_for(waiver.agent, "agent", circumstances.facts)) return WaiverState::other_agent;
  if (!is_for(waiver.site, "site", circumstances.facts)) return WaiverState::other_site;
  if (circumstances.now >= waiver.until) return WaiverState::expired;
  if (circumstances.now < waiver.from) return WaiverState::not_yet_valid;
  return needs_waiver(evaluated) ? WaiverState::counts : WaiverState::not_needed;
}

}  // namespace

std::vector<WaiverEvaluation> apply_waivers(std::vector<RuleEvaluation>& rules,
                                            const Circumstances& circumstances) {
  std::vector<WaiverEvaluation> evaluated;
  if (circumstances.waivers.empty()) return evaluated;
  std::unordered_map<std::string_view, RuleEvaluation*> rule_of_id;
  for (RuleEvaluation& rule : rules) rule_of_id[rule.rule.id] = &rule;
  for (const Waiver& waiver : circumstances.waivers) {
    const auto rule = rule_of_id.find(waiver.rule);
    WaiverState state = WaiverState::not_needed;
    if (rule != rule_of_id.end()) state = state_of(waiver, *rule->second, circumstances);
    if (state == WaiverState::counts) rule->second->waiver = waiver;
    evaluated.push_back({waiver, state});
  }
  return evaluated;
}

}  // namespace preshift
