#include "rule_lines.hpp"

#include "judging_text.hpp"
#include "remedies.hpp"
#include "report_texts.hpp"
#include "text_writer.hpp"

#include <algorithm>

namespace preshift {
namespace {

void collect(const ConditionEvaluation& condition, std::vector<std::string>& names) {
  if (const auto* leaf = std::get_if<MeasureEvaluation>(&condition.node)) {
    const std::string& name = leaf->condition.measure;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  if (const auto* combination = std::get_if<CombinationEvaluation>(&condition.node))
    for (const ConditionEvaluation& part : combination->parts) collect(part, names);
}

}  // namespace

std::string rule_lines(const RuleEvaluation& evaluated, Language language) {
  constexpr int k_wide = 100;
  TextWriter writer({language, false, k_wide});
  write_judging(writer, evaluated, 0);
  for (const std::string& remedy : remedies(evaluated, language))
    writer.paragraph(writer.words(report_text("line.remedy"), {remedy}), 0);
  std::string lines = writer.take();
  while (lines.ends_with('\n')) lines.pop_back();
  return lines;
}

std::string result_line(const RuleEvaluation& evaluated, Language language) {
  std::string line(look_of(evaluated.result).word.in(language));
  if (evaluated.reason)
    line += std::string(report_text("line.colon").in(language)) + render(*evaluated.reason, language);
  return line;
}

std::vector<std::string> measures_of(const ConditionEvaluation& condition) {
  std::vector<std::string> names;
  collect(condition, names);
  return names;
}

}  // namespace preshift
