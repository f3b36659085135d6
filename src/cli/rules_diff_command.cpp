#include "rules_diff_command.hpp"

#include "cli_texts.hpp"
#include "difference_report.hpp"
#include "judging_options.hpp"
#include "output_style.hpp"

#include <fmt/format.h>

namespace preshift {

Result<int> run_rules_diff_command(const Arguments& arguments, Language language) {
  constexpr int k_differs = 1;
  if (arguments.arguments.size() != 2) return unusable_input(cli_text("cli.two_profiles"));
  const auto a = named_profile(arguments.arguments[0], arguments, "--set-a");
  if (!a) return Failure{a.error()};
  const auto b = named_profile(arguments.arguments[1], arguments, "--set-b");
  if (!b) return Failure{b.error()};
  const ProfileDifference found = difference(*a, *b);
  if (arguments.value("--format") == "json") {
    fmt::print("{}", difference_json(*a, *b, found, language));
  } else {
    fmt::print("{}", difference_text_report(*a, *b, found, output_style(language)));
  }
  return found.is_empty() ? 0 : k_differs;
}

}  // namespace preshift
