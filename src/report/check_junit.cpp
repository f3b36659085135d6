#include "check_junit.hpp"

#include "junit_xml.hpp"
#include "report_texts.hpp"
#include "rule_lines.hpp"

namespace preshift {
namespace {

JunitCase::Outcome outcome_of(const RuleEvaluation& evaluated) {
  if (is_passed(evaluated.result)) return JunitCase::Outcome::passed;
  const bool decides = evaluated.rule.severity == Severity::required;
  if (!decides || !has_say(evaluated.result) || evaluated.waiver) return JunitCase::Outcome::skipped;
  return evaluated.result == RuleResult::fail ? JunitCase::Outcome::failed : JunitCase::Outcome::errored;
}

JunitCase written(const RuleEvaluation& evaluated, Language language) {
  return {evaluated.rule.id,
          evaluated.rule.title.in(language),
          outcome_of(evaluated),
          std::string(to_string(evaluated.result)),
          result_line(evaluated, language),
          rule_lines(evaluated, language)};
}

JunitCase overall(const CheckReport& report, Language language) {
  JunitCase test{"outcome", "cleared"};
  if (report.problem) {
    test.outcome = JunitCase::Outcome::errored;
    test.type = "problem";
    test.message = render(report.problem->problem.message, language);
  } else if (report.evaluation.outcome != Outcome::cleared) {
    const bool failed = report.evaluation.outcome == Outcome::not_cleared;
    test.outcome = failed ? JunitCase::Outcome::failed : JunitCase::Outcome::errored;
    test.type = to_string(report.evaluation.outcome);
    test.message =
        (failed ? report_text("outcome.not_cleared") : report_text("outcome.undecided")).in(language);
  }
  return test;
}

}  // namespace

std::string check_junit(const CheckReport& report, Language language) {
  std::vector<JunitSuite> suites;
  for (const RequirementEvaluation& requirement : report.evaluation.requirements) {
    JunitSuite suite{requirement.name, {}};
    for (const RuleEvaluation& evaluated : report.evaluation.rules)
      if (evaluated.rule.requirement == requirement.name) suite.cases.push_back(written(evaluated, language));
    suites.push_back(std::move(suite));
  }
  suites.push_back({"outcome", {overall(report, language)}});
  return junit_xml("preshift " + report.evaluation.profile, suites);
}

}  // namespace preshift
