#pragma once

#include "document.hpp"
#include "evaluation.hpp"
#include "json_document.hpp"
#include "text.hpp"

#include <string>
#include <vector>

namespace preshift {

/// What a rule's result rests on: "Background noise", "38.2 ± 5.1 dB(A)", "at most 45 dB(A)".
struct PrintedMeasure {
  std::string title;
  std::string measured;
  std::string asked;
};

/// A rule as a document shows it.
struct PrintedRule {
  std::string requirement;
  std::string title;
  Severity severity = Severity::required;
  RuleResult result = RuleResult::unknown;
  bool is_waived = false;
  std::vector<PrintedMeasure> measures;  ///< one, but for a combination
  std::vector<std::string> remedies;     ///< what to do, where it did not pass
};

/// Where something is to be done, a table of that; then a table of the rules.
[[nodiscard]] std::vector<Block> printed_rules(const std::vector<PrintedRule>& rules, Language language);

/// Of a rule that was judged here.
[[nodiscard]] PrintedRule printed_rule(const RuleEvaluation& evaluated, Language language);

/// What a certificate says that a rule was judged by (evaluation_json.hpp).
[[nodiscard]] std::vector<PrintedMeasure> printed_measures(const Json& judged, Language language);

}  // namespace preshift
