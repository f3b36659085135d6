#include "run.hpp"

#include "approve_command.hpp"
#include "arguments.hpp"
#include "audit_commands.hpp"
#include "calibrate_command.hpp"
#include "check_command.hpp"
#include "cli_texts.hpp"
#include "devices_command.hpp"
#include "dispute_command.hpp"
#include "enrol_command.hpp"
#include "exit_status.hpp"
#include "help_pages.hpp"
#include "history_command.hpp"
#include "judge_command.hpp"
#include "key_command.hpp"
#include "measures_command.hpp"
#include "meter_command.hpp"
#include "onboard_command.hpp"
#include "report_command.hpp"
#include "rules_diff_command.hpp"
#include "rules_explain_command.hpp"
#include "rules_lint_command.hpp"
#include "rules_schema_command.hpp"
#include "rules_show_command.hpp"
#include "rules_test_command.hpp"
#include "shift_command.hpp"
#include "shift_start_command.hpp"
#include "show_command.hpp"
#include "verify_command.hpp"
#include "version.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <exception>

namespace preshift {
namespace {

Result<int> run_help(const Arguments& arguments, Language language) {
  std::string name;
  for (const std::string& word : arguments.arguments) name += (name.empty() ? "" : " ") + word;
  if (arguments.value("--format") == "man") {
    fmt::print("{}", man_page(language));
  } else if (name.empty()) {
    fmt::print("{}", help_page(language));
  } else if (const CommandInfo* command = find_command(name)) {
    fmt::print("{}", help_page(*command, language));
  } else if (!commands_of(name).empty()) {
    fmt::print("{}", group_help_page(name, language));
  } else {
    return unusable_input(cli_text("cli.unknown_command"), name);
  }
  return exit_status::k_cleared;
}

Result<int> run_completion(const Arguments& arguments) {
  if (arguments.argument != "bash")
    return unusable_input(cli_text("cli.not_one_of"), "preshift completion", arguments.argument.value_or(""),
                          "bash");
  fmt::print("{}", bash_completion());
  return exit_status::k_cleared;
}

Result<int> run_command(const std::vector<std::string>& words, Language language) {
  const auto arguments = parse_arguments(words);
  if (!arguments) return Failure{arguments.error()};
  if (arguments->wants_version) {
    fmt::print("preshift {}\n", k_version);
    return exit_status::k_cleared;
  }
  if (!arguments->group.empty()) {
    fmt::print("{}", group_help_page(arguments->group, language));
    return exit_status::k_cleared;
  }
  if (arguments->wants_help) {
    fmt::print(
        "{}", arguments->command != nullptr ? help_page(*arguments->command, language) : help_page(language));
    return exit_status::k_cleared;
  }
  const std::string_view name = arguments->command->name;
  if (name == "check") return run_check_command(*arguments, language);
  if (name == "judge") return run_judge_command(*arguments, language);
  if (name == "meter") return run_meter_command(*arguments, language);
  if (name == "calibrate") return run_calibrate_command(*arguments, language);
  if (name == "rules lint") return run_rules_lint_command(*arguments, language);
  if (name == "rules explain") return run_rules_explain_command(*arguments, language);
  if (name == "rules show") return run_rules_show_command(*arguments, language);
  if (name == "rules test") return run_rules_test_command(*arguments, language);
  if (name == "rules diff") return run_rules_diff_command(*arguments, language);
  if (name == "rules schema") return run_rules_schema_command(*arguments, language);
  if (name == "measures") return run_measures_command(*arguments, language);
  if (name == "enrol") return run_enrol_command(*arguments, language);
  if (name.starts_with("key ")) return run_key_command(*arguments, language);
  if (name == "onboard") return run_onboard_command(*arguments, language);
  if (name == "approve") return run_approve_command(*arguments, language);
  if (name == "dispute") return run_dispute_command(*arguments, language);
  if (name == "verify") return run_verify_command(*arguments, language);
  if (name == "show") return run_show_command(*arguments, language);
  if (name == "report") return run_report_command(*arguments, language);
  if (name == "certificate") return run_certificate_command(*arguments);
  if (name == "shift start") return run_shift_start_command(*arguments, language);
  if (name == "shift end") return run_shift_end_command(*arguments, language);
  if (name == "shift status") return run_shift_status_command(*arguments, language);
  if (name == "shift log") return run_shift_log_command(*arguments, language);
  if (name == "shift verify") return run_shift_verify_command(*arguments, language);
  if (name.starts_with("audit ")) return run_audit_command(*arguments, language);
  if (name == "history") return run_history_command(*arguments, language);
  if (name == "devices") return run_devices_command(*arguments, language);
  if (name == "completion") return run_completion(*arguments);
  return run_help(*arguments, language);
}

int refuse(const Problem& problem, Language language) {
  fmt::print(stderr, "preshift: {}\n", render(problem.message, language));
  return exit_status_of(problem.kind);
}

}  // namespace

int run(const std::vector<std::string>& words) {
  const Language language = choose_language(words);
  try {
    const auto status = run_command(words, language);
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
      return refuse({ProblemKind::unusable_input, {cli_text("cli.output_lost"), {}}}, language);
    return status ? *status : refuse(status.error(), language);
  } catch (const std::exception& broken) {
    return refuse({ProblemKind::unusable_input, {cli_text("cli.broken"), {broken.what()}}}, language);
  }
}

}  // namespace preshift
