#include "rules_test_command.hpp"

#include "cli_texts.hpp"
#include "exit_status.hpp"
#include "output_style.hpp"
#include "rules_test_report.hpp"

#include <fmt/format.h>

namespace preshift {
namespace {

constexpr int k_some_do_not_hold = 1;

int status_of(const RulesTestReport& report, bool must_be_complete) {
  if (report.count_problems() > 0) return exit_status::k_could_not_run;
  const bool is_short = must_be_complete && !report.is_covered();
  return report.count_cases(false) > 0 || is_short ? k_some_do_not_hold : 0;
}

}  // namespace

Result<int> run_rules_test_command(const Arguments& arguments, Language language) {
  if (arguments.arguments.empty()) return unusable_input(cli_text("cli.which_tests"));
  const RulesTestReport report = run_rules_tests(arguments.arguments);
  const std::string format = arguments.value("--format").value_or("text");
  if (format == "json") {
    fmt::print("{}", rules_test_json(report, language));
  } else if (format == "junit") {
    fmt::print("{}", rules_test_junit(report, language));
  } else {
    fmt::print("{}", rules_test_text_report(report, arguments.has("--verbose"), output_style(language)));
  }
  return status_of(report, arguments.has("--complete"));
}

}  // namespace preshift
