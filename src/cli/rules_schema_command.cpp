#include "rules_schema_command.hpp"

#include "cli_texts.hpp"
#include "exit_status.hpp"
#include "rules_schema.hpp"

#include <fmt/format.h>

namespace preshift {

Result<int> run_rules_schema_command(const Arguments& arguments, Language language) {
  const std::string which = arguments.argument.value_or("rules");
  if (which != "rules" && which != "tests")
    return unusable_input(cli_text("cli.not_one_of"), "preshift rules schema", which, "rules, tests");
  fmt::print("{}", which == "rules" ? rules_schema(language) : rules_test_schema(language));
  return exit_status::k_cleared;
}

}  // namespace preshift
