#include "measures_command.hpp"

#include "cli_texts.hpp"
#include "edit_distance.hpp"
#include "exit_status.hpp"
#include "measures_report.hpp"
#include "output_style.hpp"

#include <fmt/format.h>

namespace preshift {
namespace {

std::vector<const Measure*> measures_beginning_with(std::string_view prefix) {
  std::vector<const Measure*> found;
  for (const Measure& measure : measures())
    if (measure.name.starts_with(prefix)) found.push_back(&measure);
  return found;
}

Failure<Problem> unknown_measure(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Measure& measure : measures()) names.push_back(measure.name);
  const std::string_view near = nearest_word(name, names);
  if (near.empty()) return unusable_input(cli_text("cli.unknown_measure"), name);
  return unusable_input(cli_text("cli.unknown_measure_near"), name, std::string(near));
}

}  // namespace

Result<int> run_measures_command(const Arguments& arguments, Language language) {
  const std::string prefix = arguments.argument.value_or("");
  const auto shown = measures_beginning_with(prefix);
  if (shown.empty()) return unknown_measure(prefix);
  const bool json = arguments.value("--format") == "json";
  fmt::print("{}", json ? measures_json(shown, language) : measures_text(shown, output_style(language)));
  return exit_status::k_cleared;
}

}  // namespace preshift
