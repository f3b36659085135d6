#include "explanation.hpp"

#include "authoring_texts.hpp"
#include "judging_text.hpp"
#include "measure_facts.hpp"
#include "measures_report.hpp"
#include "report_texts.hpp"
#include "rule_words.hpp"
#include "values.hpp"

namespace preshift {
namespace {

constexpr std::size_t k_indent = 4;
constexpr std::size_t k_step = 2;

void append(std::string& all, const std::string& more, std::string_view joint) {
  if (!all.empty()) all += joint;
  all += more;
}

/// The parameters that the values come from: "max_noise", or nothing.
std::string parameters_of(const Criterion& criterion) {
  std::string names;
  const auto add = [&](const std::string& name) {
    if (!name.empty()) append(names, name, ", ");
  };
  if (const auto* limit = std::get_if<Limit>(&criterion)) add(limit->parameter);
  if (const auto* range = std::get_if<Range>(&criterion)) {
    add(range->lowest_parameter);
    add(range->highest_parameter);
  }
  if (const auto* allowed = std::get_if<AllowedWords>(&criterion))
    for (const std::string& name : allowed->parameters) add(name);
  return names;
}

Text severity_text(Severity severity) {
  switch (severity) {
    case Severity::required:
      return authoring_text("explain.required");
    case Severity::advisory:
      return authoring_text("explain.advisory");
    case Severity::informational:
      break;
  }
  return authoring_text("explain.informational");
}

Text heading_of(Combinator combinator) {
  switch (combinator) {
    case Combinator::any:
      return report_text("combination.one_is_enough");
    case Combinator::all:
      return report_text("combination.all_needed");
    case Combinator::none:
      break;
  }
  return report_text("combination.none_allowed");
}

class RuleExplainer {
 public:
  explicit RuleExplainer(const TextStyle& style) : m_writer(style) {}

  void explain(const Rule& rule) {
    m_writer.line(m_writer.coloured(rule.id, "\x1b[1m") + words(report_text("line.colon")) + in(rule.title));
    std::string kind = words(severity_text(rule.severity));
    if (!rule.is_waivable) append(kind, words(authoring_text("explain.not_waivable")), " ");
    if (!rule.is_selected) append(kind, words(authoring_text("explain.skipped")), " ");
    m_writer.paragraph(kind, k_indent);
    m_writer.paragraph(in(rule.rationale), k_indent);
    if (rule.applies_when)
      m_writer.paragraph(
          m_writer.words(authoring_text("explain.applies_when"), {applicability_words(rule.applies_when)}),
          k_indent);
    write(rule.condition, k_indent);
    if (has_number(rule.condition)) write_decision(m_writer, rule.decision, k_indent);
    m_writer.paragraph(m_writer.words(report_text("line.remedy"), {in(rule.remedy)}), k_indent);
  }

  [[nodiscard]] std::string take() { return m_writer.take(); }

 private:
  [[nodiscard]] std::string words(const Text& text) const { return m_writer.words(text); }

  [[nodiscard]] std::string in(const LocalizedText& text) const {
    return std::string(text.in(m_writer.language()));
  }

  void write(const Condition& condition, std::size_t indent) {
    if (const auto* leaf = std::get_if<MeasureCondition>(&condition.node)) return write_leaf(*leaf, indent);
    if (const auto* manual = std::get_if<ManualQuestion>(&condition.node))
      return write_question(*manual, indent);
    const auto& combination = std::get<Combination>(condition.node);
    m_writer.paragraph(words(heading_of(combination.combinator)), indent);
    for (const Condition& part : combination.conditions) write(part, indent + k_step);
  }

  void write_leaf(const MeasureCondition& leaf, std::size_t indent) {
    const Measure* measure = find_measure(leaf.measure);
    if (measure == nullptr) return;
    const bool is_word = std::holds_alternative<AllowedWords>(leaf.criterion);
    const std::string demand =
        m_writer.words(is_word ? report_text("demand.word") : report_text("demand.limit"),
                       {written_criterion(leaf.criterion, m_writer.language())});
    const std::string parameters = parameters_of(leaf.criterion);
    const std::string origin =
        parameters.empty() ? "" : " " + m_writer.words(authoring_text("explain.parameter"), {parameters});
    m_writer.paragraph(m_writer.words(authoring_text("explain.measured"),
                                      {words(measure->title), leaf.measure, demand + origin}),
                       indent);
    std::string how;
    if (const MeasureFacts* facts = find_measure_facts(leaf.measure)) how = words(facts->method);
    append(how, m_writer.words(report_text("measures.needs"), {written_needs(*measure, m_writer.language())}),
           " ");
    m_writer.paragraph(how, indent + k_step);
  }

  void write_question(const ManualQuestion& manual, std::size_t indent) {
    m_writer.paragraph(m_writer.words(report_text("line.question"), {in(manual.question)}), indent);
    const Text answer = manual.expects_yes ? report_text("answer.yes") : report_text("answer.no");
    const Text by = manual.answered_by == Answerer::agent ? report_text("answerer.agent")
                                                          : report_text("answerer.reviewer");
    m_writer.paragraph(m_writer.words(authoring_text("explain.answer"), {words(answer), words(by)}), indent);
  }

  TextWriter m_writer;
};

}  // namespace

std::string explained(const std::vector<const Rule*>& rules, const TextStyle& style) {
  std::string all;
  for (const Rule* rule : rules) {
    RuleExplainer explainer(style);
    explainer.explain(*rule);
    append(all, explainer.take(), "\n");
  }
  return all;
}

}  // namespace preshift
