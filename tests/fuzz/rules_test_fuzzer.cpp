#include "promises.hpp"
#include "rules_test_report.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

// Any bytes as a test of rules: they are refused with places and words in both languages, or every case is
// judged and reported.

namespace preshift {
namespace {

void check_refusals(const PlacedProblems& problems) {
  require(!problems.empty());
  for (const PlacedProblem& problem : problems)
    for (const Language language : {Language::english, Language::french}) {
      const std::string words = render(problem.message, language);
      require(!words.empty() && words.size() < 4000);
      require(words.find('\x1B') == std::string::npos && words.find('\n') == std::string::npos);
    }
}

void check(const std::string& yaml) {
  const auto test = read_rules_test_text(yaml, "fuzz.test.yaml");
  if (!test) return check_refusals(test.error());
  require(!test->cases.empty());
  RulesTestReport report;
  report.files.push_back({"fuzz.test.yaml", test->profile->name, test->profile->version});
  for (const RulesCase& each : test->cases) {
    require(!each.name.empty() && (!each.results.empty() || each.outcome));
    const CheckedCase checked = run_case(each);
    require(checked.rules.size() == each.results.size());
    report.files.back().cases.push_back(checked);
  }
  require(!rules_test_text_report(report, true, {}).empty());
  require(!rules_test_json(report, Language::french).empty());
  require(!rules_test_junit(report, Language::english).empty());
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  preshift::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
