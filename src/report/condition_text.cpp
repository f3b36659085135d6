#include "condition_text.hpp"

#include "measures.hpp"
#include "report_texts.hpp"
#include "values.hpp"

namespace preshift {
namespace {

/// A condition in its place: `is_forbidden` when the rule wants that it does not hold.
struct Placed {
  const ConditionEvaluation& evaluated;
  bool is_forbidden = false;

  [[nodiscard]] RuleResult effect() const {
    return is_forbidden ? negated(evaluated.result) : evaluated.result;
  }
};

std::string demand(const TextWriter& writer, const Criterion& criterion, bool is_forbidden) {
  const std::string written = written_criterion(criterion, writer.language());
  if (is_forbidden) return writer.words(report_text("demand.not"), {written});
  const bool is_word = std::holds_alternative<AllowedWords>(criterion);
  return writer.words(is_word ? report_text("demand.word") : report_text("demand.limit"), {written});
}

std::string measured_line(const TextWriter& writer, const MeasureEvaluation& leaf, bool is_forbidden) {
  const Measure* measure = find_measure(leaf.condition.measure);
  const std::string what = measure == nullptr ? leaf.condition.measure : writer.words(measure->title);
  const std::string asked = demand(writer, leaf.condition.criterion, is_forbidden);
  const std::string value = written_value(leaf.measured, writer.language());
  if (value.empty()) return writer.words(report_text("line.not_measured"), {what, asked});
  return writer.words(report_text("line.measured"), {what, value, asked});
}

/// A plain failure explains itself by its numbers; everything else says why.
void write_reason(TextWriter& writer, RuleResult result, const std::optional<Message>& reason,
                  std::size_t indent) {
  if (!reason || result == RuleResult::pass || result == RuleResult::fail) return;
  writer.paragraph(writer.words(report_text("line.reason"), {render(*reason, writer.language())}), indent);
}

/// The line above the deciding parts of a combination. That nothing of a list may hold is `none` or a
/// forbidden `any`; a forbidden `none` wants one of its list, and a forbidden `all` one that does not hold.
Text heading(Combinator combinator, bool is_forbidden, bool is_well) {
  if (combinator == Combinator::all) {
    if (is_forbidden)
      return is_well ? report_text("combination.decided") : report_text("combination.not_together");
    return is_well ? report_text("combination.all_needed") : report_text("combination.still_needed");
  }
  const bool wants_none = is_forbidden == (combinator == Combinator::any);
  if (wants_none) return report_text("combination.none_allowed");
  return is_well ? report_text("combination.decided") : report_text("combination.one_is_enough");
}

std::string heading_line(const TextWriter& writer, const Placed& placed) {
  const auto& combination = std::get<CombinationEvaluation>(placed.evaluated.node);
  const bool is_well = placed.effect() == RuleResult::pass;
  return writer.words(heading(combination.combinator, placed.is_forbidden, is_well));
}

void write_parts(TextWriter& writer, const Placed& placed, std::size_t indent) {
  constexpr std::size_t k_step = 2;
  const auto& combination = std::get<CombinationEvaluation>(placed.evaluated.node);
  const bool forbids = placed.is_forbidden != (combination.combinator == Combinator::none);
  for (const ConditionEvaluation* evaluated : deciding_parts(combination, placed.evaluated.result)) {
    const Placed part{*evaluated, forbids};
    if (const auto* leaf = std::get_if<MeasureEvaluation>(&evaluated->node)) {
      writer.marked_paragraph(part.effect(), measured_line(writer, *leaf, forbids), indent + k_step);
      write_reason(writer, evaluated->result, evaluated->reason, indent + k_step);
    } else {
      writer.marked_paragraph(part.effect(), heading_line(writer, part), indent + k_step);
      write_parts(writer, part, indent + k_step);
    }
  }
}

}  // namespace

void write_condition(TextWriter& writer, const RuleEvaluation& evaluated, std::size_t indent) {
  const auto* leaf = std::get_if<MeasureEvaluation>(&evaluated.condition.node);
  if (const auto* manual = std::get_if<ManualEvaluation>(&evaluated.condition.node)) {
    writer.paragraph(manual->question.question.in(writer.language()), indent);
    return write_reason(writer, evaluated.result, evaluated.reason, indent);
  }
  if (leaf == nullptr) {
    writer.paragraph(heading_line(writer, {evaluated.condition}), indent);
    return write_parts(writer, {evaluated.condition}, indent);
  }
  writer.paragraph(measured_line(writer, *leaf, false), indent);
  write_reason(writer, evaluated.result, evaluated.reason, indent);
}

}  // namespace preshift
