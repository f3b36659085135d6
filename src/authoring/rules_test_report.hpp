#pragma once

#include "rules_test_run.hpp"
#include "text_writer.hpp"

#include <string>

namespace preshift {

/// The run of tests of rules for a person: every case with a mark and, where it does not hold, what was
/// expected and what came out, with the values and limits. `is_verbose` shows that of every case. Then what
/// the cases leave untested, and how many hold.
[[nodiscard]] std::string rules_test_text_report(const RulesTestReport& report, bool is_verbose,
                                                 const TextStyle& style);

/// The same for a program: `preshift-rules-test/1`. Results are as in `check --format json`.
[[nodiscard]] std::string rules_test_json(const RulesTestReport& report, Language language);

/// The same for a build server: a suite for each file, a test for each case; a problem is an error.
[[nodiscard]] std::string rules_test_junit(const RulesTestReport& report, Language language);

}  // namespace preshift
