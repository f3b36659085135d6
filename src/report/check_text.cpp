#include "check_text.hpp"

#include "calibration_line.hpp"
#include "condition_text.hpp"
#include "judging_text.hpp"
#include "remedies.hpp"
#include "report_texts.hpp"
#include "utf8.hpp"
#include "values.hpp"
#include "version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace preshift {
namespace {

void write_header(TextWriter& writer, const CheckReport& report) {
  writer.line(fmt::format("Preshift {}", k_version));
  writer.line(writer.words(report_text("header.profile"),
                           {report.evaluation.profile, static_cast<double>(report.evaluation.version)}));
  write_rules_header(writer, report.evaluation);
  auto sources = report.sources;
  std::stable_sort(sources.begin(), sources.end(),
                   [](const auto& a, const auto& b) { return a.sensor < b.sensor; });
  for (const SourceOpened& source : sources) {
    const bool sound = source.sensor == Sensor::microphone;
    const Text text = sound ? report_text("header.sound") : report_text("header.pictures");
    std::string name = printable(source.name);
    if (!source.host_api.empty()) name += fmt::format(" ({})", printable(source.host_api));
    if (sound) name += fmt::format(", {:.0f} Hz", source.rate);
    writer.line(writer.words(text, {name}));
  }
  if (report.calibration) writer.paragraph(calibration_line(*report.calibration, writer.language()), 0);
}

std::string severity_note(const TextWriter& writer, Severity severity) {
  if (severity == Severity::required) return {};
  const Text text = severity == Severity::advisory ? report_text("severity.advisory")
                                                   : report_text("severity.informational");
  return fmt::format(" ({})", writer.words(text));
}

void write_rule(TextWriter& writer, const RuleEvaluation& evaluated) {
  constexpr std::size_t k_detail_indent = 4;
  const Rule& rule = evaluated.rule;
  const Look look = look_of(evaluated.result);
  const bool is_told = evaluated.result == RuleResult::informational;
  writer.line(fmt::format("  {} {}{}{}{}", writer.coloured(look.mark, look.colour),
                          rule.title.in(writer.language()), writer.words(report_text("line.colon")),
                          writer.coloured(writer.words(look.word), look.colour),
                          is_told ? std::string() : severity_note(writer, rule.severity)));
  write_judging(writer, evaluated, k_detail_indent);
  for (const std::string& remedy : remedies(evaluated, writer.language()))
    writer.paragraph(writer.words(report_text("line.remedy"), {remedy}), k_detail_indent);
}

/// The rules of a requirement, the heaviest first.
std::vector<const RuleEvaluation*> rules_of(const std::string& requirement, const Evaluation& evaluation) {
  std::vector<const RuleEvaluation*> rules;
  for (const RuleEvaluation& each : evaluation.rules)
    if (each.rule.requirement == requirement) rules.push_back(&each);
  std::stable_sort(rules.begin(), rules.end(), [](const RuleEvaluation* a, const RuleEvaluation* b) {
    return a->rule.weight > b->rule.weight;
  });
  return rules;
}

void write_requirement(TextWriter& writer, const RequirementEvaluation& requirement,
                       const Evaluation& evaluation) {
  const Look look = look_of(requirement.result);
  writer.line("");
  writer.line(fmt::format(
      "{}{}{}{}", writer.coloured(written_requirement(requirement.name, writer.language()), "\x1b[1m"),
      writer.words(report_text("line.colon")), writer.coloured(writer.words(look.word), look.colour),
      severity_note(writer, requirement.advisory ? Severity::advisory : Severity::required)));
  for (const RuleEvaluation* rule : rules_of(requirement.name, evaluation)) write_rule(writer, *rule);
}

void write_confinement(TextWriter& writer, const std::optional<Confined>& confined) {
  if (!confined) return;
  if (confined->system_calls && confined->file_system) {
    writer.paragraph(writer.words(report_text("confined.yes")), 0);
  } else {
    const bool partly = confined->system_calls || confined->file_system;
    const Text text = partly ? report_text("confined.partly") : report_text("confined.no");
    writer.paragraph(writer.words(text, {printable(confined->detail)}), 0);
  }
}

/// Why the check is undecided: a profile that requires nothing differs from a rule that could not be judged.
Text undecided_text(std::span<const RuleEvaluation> rules) {
  bool any_required = false;
  for (const RuleEvaluation& evaluated : rules) {
    if (evaluated.rule.severity != Severity::required) continue;
    any_required = true;
    if (has_say(evaluated.result) && !evaluated.waiver) return report_text("outcome.undecided");
  }
  return any_required ? report_text("outcome.nothing_applies") : report_text("outcome.nothing_required");
}

void write_outcome(TextWriter& writer, const Evaluation& evaluation) {
  writer.line("");
  switch (evaluation.outcome) {
    case Outcome::cleared:
      writer.line(writer.coloured(writer.words(report_text("outcome.cleared")), "\x1b[1;32m"));
      return write_debt_to_waivers(writer, evaluation.rules);
    case Outcome::not_cleared:
      return writer.line(writer.coloured(writer.words(report_text("outcome.not_cleared")), "\x1b[1;31m"));
    case Outcome::undecided:
      return writer.line(writer.coloured(writer.words(undecided_text(evaluation.rules)), "\x1b[1;33m"));
  }
}

}  // namespace

std::string check_text_report(const CheckReport& report, const TextStyle& style) {
  TextWriter writer(style);
  write_header(writer, report);
  for (const RequirementEvaluation& requirement : report.evaluation.requirements)
    write_requirement(writer, requirement, report.evaluation);
  write_waivers(writer, report.evaluation.waivers);
  writer.line("");
  writer.paragraph(writer.words(report_text("line.uncertainty")), 0);
  write_confinement(writer, report.confined);
  write_outcome(writer, report.evaluation);
  return writer.take();
}

}  // namespace preshift
