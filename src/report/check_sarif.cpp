#include "check_sarif.hpp"

#include "report_texts.hpp"
#include "rule_lines.hpp"
#include "sarif_log.hpp"

#include <algorithm>

namespace preshift {
namespace {

std::string level_of(Severity severity) {
  if (severity == Severity::required) return "error";
  return severity == Severity::advisory ? "warning" : "note";
}

std::string kind_of(RuleResult result) {
  switch (result) {
    case RuleResult::pass:
    case RuleResult::fixed:
      return "pass";
    case RuleResult::fail:
      return "fail";
    case RuleResult::notapplicable:
    case RuleResult::notselected:
      return "notApplicable";
    case RuleResult::informational:
      return "informational";
    case RuleResult::notchecked:
      return "review";
    case RuleResult::unknown:
    case RuleResult::error:
      break;
  }
  return "open";
}

/// SARIF shows a message in one paragraph.
std::string in_one_line(std::string lines) {
  std::replace(lines.begin(), lines.end(), '\n', ' ');
  return lines;
}

SarifRule described(const Rule& rule, Language language) {
  return {rule.id, rule.title.in(language), rule.rationale.in(language), rule.remedy.in(language),
          level_of(rule.severity)};
}

SarifResult found(const RuleEvaluation& evaluated, Language language) {
  SarifResult result;
  result.rule = evaluated.rule.id;
  result.kind = kind_of(evaluated.result);
  result.level = evaluated.result == RuleResult::fail ? level_of(evaluated.rule.severity) : "none";
  result.message = evaluated.rule.title.in(language) + std::string(report_text("line.colon").in(language)) +
                   result_line(evaluated, language) + ". " + in_one_line(rule_lines(evaluated, language));
  result.subjects = measures_of(evaluated.condition);
  result.properties = {{"result", to_string(evaluated.result)},
                       {"requirement", evaluated.rule.requirement},
                       {"severity", to_string(evaluated.rule.severity)}};
  if (evaluated.waiver) result.properties["waived"] = evaluated.waiver->justification;
  return result;
}

}  // namespace

std::string check_sarif(const CheckReport& report, int exit_status, Language language) {
  SarifRun run;
  run.successful = !report.problem;
  run.exit_status = exit_status;
  for (const RuleEvaluation& evaluated : report.evaluation.rules) {
    run.rules.push_back(described(evaluated.rule, language));
    run.results.push_back(found(evaluated, language));
  }
  const Outcome outcome = report.problem ? Outcome::undecided : report.evaluation.outcome;
  run.properties = {{"outcome", to_string(outcome)},
                    {"profile", report.evaluation.profile},
                    {"profileVersion", report.evaluation.version}};
  if (report.problem) run.properties["problem"] = render(report.problem->problem.message, language);
  return sarif_log(run, language);
}

}  // namespace preshift
