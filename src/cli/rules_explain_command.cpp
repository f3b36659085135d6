#include "rules_explain_command.hpp"

#include "cli_texts.hpp"
#include "edit_distance.hpp"
#include "exit_status.hpp"
#include "explanation.hpp"
#include "judging_options.hpp"
#include "output_style.hpp"
#include "profile_json.hpp"

#include <fmt/format.h>

namespace preshift {
namespace {

/// The rule of this id, also a skipped one; without an id all that are not skipped.
std::vector<const Rule*> wanted_rules(const Profile& profile, const std::optional<std::string>& id) {
  std::vector<const Rule*> wanted;
  for (const Rule& rule : profile.rules)
    if (id ? rule.id == *id : rule.is_selected) wanted.push_back(&rule);
  return wanted;
}

Failure<Problem> unknown_rule(const Profile& profile, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const Rule& rule : profile.rules) ids.push_back(rule.id);
  const std::string_view near = nearest_word(id, ids);
  if (near.empty()) return unusable_input(cli_text("rules.no_rule"), id);
  return unusable_input(cli_text("rules.no_rule_near"), id, std::string(near));
}

}  // namespace

Result<int> run_rules_explain_command(const Arguments& arguments, Language language) {
  const auto profile = chosen_profile(arguments);
  if (!profile) return Failure{profile.error()};
  const auto rules = wanted_rules(*profile, arguments.argument);
  if (rules.empty()) return unknown_rule(*profile, arguments.argument.value_or(""));
  if (arguments.value("--format") == "json") {
    fmt::print("{}", explanation_json(*profile, rules, language));
    return exit_status::k_cleared;
  }
  fmt::print("{}", explained(rules, output_style(language)));
  return exit_status::k_cleared;
}

}  // namespace preshift
