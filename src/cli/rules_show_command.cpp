#include "rules_show_command.hpp"

#include "canonical_profile.hpp"
#include "cli_texts.hpp"
#include "exit_status.hpp"
#include "judging_options.hpp"
#include "profile_json.hpp"

#include <fmt/format.h>

namespace preshift {

Result<int> run_rules_show_command(const Arguments& arguments, Language language) {
  const auto profile = named_profile(arguments.argument.value_or("standard"), arguments);
  if (!profile) return Failure{profile.error()};
  if (arguments.value("--format") == "json") {
    fmt::print("{}", profile_json(*profile));
    return exit_status::k_cleared;
  }
  const Message head{cli_text("rules.resolved"),
                     {profile->name, std::to_string(profile->version), profile->digest}};
  fmt::print("# {}\n{}", render(head, language), canonical_yaml(*profile));
  return exit_status::k_cleared;
}

}  // namespace preshift
