#include "rules_lint_command.hpp"

#include "cli_texts.hpp"
#include "exit_status.hpp"
#include "lint.hpp"
#include "lint_report.hpp"
#include "output_style.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace preshift {
namespace {

/// What is to be mended in all of the files; what two of them extend is read for each, and told once.
Findings lint_all(const std::vector<std::string>& files) {
  Findings all;
  std::set<std::pair<std::string_view, std::string>> known;
  for (const std::string& file : files) {
    for (Finding& finding : lint(inspect_profile(file))) {
      const bool is_new =
          known.emplace(finding.message.text.id, render(finding.message, Language::english)).second;
      if (is_new) all.push_back(std::move(finding));
    }
  }
  return all;
}

}  // namespace

Result<int> run_rules_lint_command(const Arguments& arguments, Language language) {
  if (arguments.arguments.empty()) return unusable_input(cli_text("cli.which_rules"));
  const Findings findings = lint_all(arguments.arguments);
  const int status = findings.empty() ? exit_status::k_cleared : exit_status::k_could_not_run;
  const std::string format = arguments.value("--format").value_or("text");
  if (format == "json") {
    fmt::print("{}", lint_json(arguments.arguments, findings, language));
  } else if (format == "sarif") {
    fmt::print("{}", lint_sarif(findings, status, language));
  } else {
    fmt::print("{}", lint_text(arguments.arguments, findings, output_style(language)));
  }
  return status;
}

}  // namespace preshift
