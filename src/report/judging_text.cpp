#include "judging_text.hpp"

#include "condition_text.hpp"
#include "report_texts.hpp"
#include "utc_time.hpp"
#include "utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace preshift {
namespace {

/// The decision rule, where it is not the common one.
void write_uncommon_decision(TextWriter& writer, const Rule& rule, std::size_t indent) {
  if (rule.decision == Decision{} || !has_number(rule.condition)) return;
  write_decision(writer, rule.decision, indent);
}

std::string ancestors(const Evaluation& evaluation) {
  std::string names;
  for (const Ancestor& ancestor : evaluation.extends) {
    if (!names.empty()) names += ", ";
    names += fmt::format("{} {}", ancestor.name, ancestor.version);
  }
  return names;
}

std::string written_facts(const Facts& facts) {
  std::string written;
  for (const auto& [name, value] : facts) {
    if (!written.empty()) written += ", ";
    written += name + "=" + printable(value);
  }
  return written;
}

std::string whom(const Waiver& waiver) {
  std::string written = waiver.agent.value_or("");
  if (waiver.agent && waiver.site) written += ", ";
  return written + waiver.site.value_or("");
}

/// The last moment of the waiver, as a day where it is one.
std::string end_of(const Waiver& waiver) {
  const auto last = waiver.until - std::chrono::seconds(1);
  const bool whole_day = waiver.until.time_since_epoch() % std::chrono::hours(24) == std::chrono::seconds(0);
  return whole_day ? to_utc_day(last) : to_utc_text(waiver.until);
}

Text state_text(WaiverState state) {
  switch (state) {
    case WaiverState::counts:
      return report_text("waiver.counts");
    case WaiverState::not_needed:
      return report_text("waiver.not_needed");
    case WaiverState::expired:
      return report_text("waiver.expired");
    case WaiverState::not_yet_valid:
      return report_text("waiver.not_yet_valid");
    case WaiverState::other_agent:
      return report_text("waiver.other_agent");
    case WaiverState::other_site:
      return report_text("waiver.other_site");
    case WaiverState::not_waivable:
      break;
  }
  return report_text("waiver.not_waivable");
}

std::string written_state(const TextWriter& writer, const WaiverEvaluation& evaluated) {
  const bool is_early = evaluated.state == WaiverState::not_yet_valid;
  const std::string day = is_early ? to_utc_day(evaluated.waiver.from) : end_of(evaluated.waiver);
  return writer.words(state_text(evaluated.state), {day});
}

void write_counting_waiver(TextWriter& writer, const Waiver& waiver, std::size_t indent) {
  writer.paragraph(writer.words(report_text("line.waived"),
                                {whom(waiver), waiver.justification, waiver.approver, end_of(waiver)}),
                   indent);
}

}  // namespace

void write_decision(TextWriter& writer, const Decision& decision, std::size_t indent) {
  const auto written = [&](const Text& text) {
    writer.paragraph(writer.words(text, {render_number(decision.guard_band, 2, writer.language())}), indent);
  };
  switch (decision.rule) {
    case DecisionRule::simple:
      return written(report_text("decision.simple"));
    case DecisionRule::guarded:
      return written(report_text("decision.guarded"));
    case DecisionRule::lenient:
      return written(report_text("decision.lenient"));
  }
}

void write_rules_header(TextWriter& writer, const Evaluation& evaluation) {
  if (!evaluation.extends.empty())
    writer.paragraph(writer.words(report_text("header.extends"), {ancestors(evaluation)}), 0);
  if (!evaluation.digest.empty())
    writer.line(writer.words(report_text("header.digest"), {evaluation.digest}));
  if (!evaluation.facts.empty())
    writer.paragraph(writer.words(report_text("header.facts"), {written_facts(evaluation.facts)}), 0);
  if (evaluation.attempts > 1)
    writer.line(writer.words(report_text("header.attempts"), {static_cast<double>(evaluation.attempts)}));
}

void write_judging(TextWriter& writer, const RuleEvaluation& evaluated, std::size_t indent) {
  const bool is_judged =
      evaluated.result != RuleResult::notselected && evaluated.result != RuleResult::notapplicable;
  const bool shows_parts = std::holds_alternative<CombinationEvaluation>(evaluated.condition.node) &&
                           evaluated.result == evaluated.condition.result;
  if (is_judged) write_condition(writer, evaluated.condition, indent);
  if (!shows_parts) write_reason(writer, evaluated.result, evaluated.reason, indent);
  if (!is_judged) return;
  write_uncommon_decision(writer, evaluated.rule, indent);
  if (evaluated.result == RuleResult::fixed) {
    writer.line(std::string(indent, ' ') + writer.words(report_text("line.failed_before")));
    write_condition(writer, *evaluated.failed_before, indent + 2);
  }
  if (evaluated.waiver) write_counting_waiver(writer, *evaluated.waiver, indent);
}

void write_waivers(TextWriter& writer, std::span<const WaiverEvaluation> waivers) {
  if (waivers.empty()) return;
  const auto counting = std::count_if(waivers.begin(), waivers.end(), [](const WaiverEvaluation& each) {
    return each.state == WaiverState::counts;
  });
  writer.line("");
  writer.line(writer.words(report_text("waivers.heading"),
                           {static_cast<double>(waivers.size()), static_cast<double>(counting)}));
  for (const WaiverEvaluation& each : waivers) {
    writer.paragraph(writer.words(report_text("waiver.line"),
                                  {each.waiver.rule, whom(each.waiver), written_state(writer, each)}),
                     2);
  }
}

void write_debt_to_waivers(TextWriter& writer, std::span<const RuleEvaluation> rules) {
  const auto waived = std::count_if(rules.begin(), rules.end(), [](const RuleEvaluation& each) {
    return each.waiver && each.rule.severity == Severity::required;
  });
  if (waived == 0) return;
  const Text text = waived == 1 ? report_text("outcome.with_waiver") : report_text("outcome.with_waivers");
  writer.paragraph(writer.words(text, {static_cast<double>(waived)}), 0);
}

}  // namespace preshift
