#include "condition_text.hpp"

#include "measures.hpp"
#include "report_texts.hpp"
#include "utc_time.hpp"
#include "values.hpp"

#include <cmath>

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

/// That the rule's demand is met; nothing is said of what is certain.
std::string probability_of(const TextWriter& writer, const MeasureEvaluation& leaf, bool is_forbidden) {
  const auto* quantity = std::get_if<Quantity>(&leaf.measured.outcome);
  const bool is_certain = quantity == nullptr || quantity->expanded_uncertainty <= 0;
  if (!leaf.probability || is_certain) return {};
  const double met = is_forbidden ? 1 - *leaf.probability : *leaf.probability;
  const double percent = std::round(met * 100);
  if (percent > 99) return " " + writer.words(report_text("probability.high"));
  if (percent < 1) return " " + writer.words(report_text("probability.low"));
  return " " + writer.words(report_text("probability.some"), {percent});
}

std::string measured_line(const TextWriter& writer, const MeasureEvaluation& leaf, bool is_forbidden) {
  const Measure* measure = find_measure(leaf.condition.measure);
  const std::string what = measure == nullptr ? leaf.condition.measure : writer.words(measure->title);
  const std::string asked = demand(writer, leaf.condition.criterion, is_forbidden);
  const std::string value = written_value(leaf.measured, writer.language());
  if (value.empty()) return writer.words(report_text("line.not_measured"), {what, asked});
  return writer.words(report_text("line.measured"), {what, value, asked}) +
         probability_of(writer, leaf, is_forbidden);
}

void write_note(TextWriter& writer, const MeasureEvaluation& leaf, std::size_t indent) {
  if (leaf.measured.note) writer.paragraph(render(*leaf.measured.note, writer.language()), indent);
}

void write_answer(TextWriter& writer, const Declaration& answer, std::size_t indent) {
  const Text word = answer.says_yes ? report_text("answer.yes") : report_text("answer.no");
  const Text role =
      answer.role == Answerer::agent ? report_text("answerer.agent") : report_text("answerer.reviewer");
  writer.paragraph(writer.words(report_text("line.answer"),
                                {writer.words(word), answer.by, writer.words(role), to_utc_text(answer.at)}),
                   indent);
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
      write_note(writer, *leaf, indent + k_step);
      write_reason(writer, evaluated->result, evaluated->reason, indent + k_step);
    } else {
      writer.marked_paragraph(part.effect(), heading_line(writer, part), indent + k_step);
      write_parts(writer, part, indent + k_step);
    }
  }
}

}  // namespace

void write_condition(TextWriter& writer, const ConditionEvaluation& evaluated, std::size_t indent) {
  if (const auto* manual = std::get_if<ManualEvaluation>(&evaluated.node)) {
    writer.paragraph(
        writer.words(report_text("line.question"), {manual->question.question.in(writer.language())}),
        indent);
    if (manual->answer) write_answer(writer, *manual->answer, indent);
  } else if (const auto* leaf = std::get_if<MeasureEvaluation>(&evaluated.node)) {
    writer.paragraph(measured_line(writer, *leaf, false), indent);
    write_note(writer, *leaf, indent);
  } else {
    writer.paragraph(heading_line(writer, {evaluated}), indent);
    write_parts(writer, {evaluated}, indent);
  }
}

void write_reason(TextWriter& writer, RuleResult result, const std::optional<Message>& reason,
                  std::size_t indent) {
  if (!reason || result == RuleResult::pass || result == RuleResult::fail) return;
  writer.paragraph(writer.words(report_text("line.reason"), {render(*reason, writer.language())}), indent);
}

}  // namespace preshift
