#include "check_text.hpp"

#include "measures.hpp"
#include "report_texts.hpp"
#include "utf8.hpp"
#include "values.hpp"
#include "version.hpp"
#include "wrapped_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

struct Look {
  const char* mark;
  const char* colour;
  Text word;
};

Look look_of(RuleResult result) {
  constexpr const char* k_green = "\x1b[32m";
  constexpr const char* k_red = "\x1b[31m";
  constexpr const char* k_yellow = "\x1b[33m";
  constexpr const char* k_grey = "\x1b[90m";
  switch (result) {
    case RuleResult::pass:
      return {"✔", k_green, report_text("result.pass")};
    case RuleResult::fail:
      return {"✘", k_red, report_text("result.fail")};
    case RuleResult::unknown:
      return {"?", k_yellow, report_text("result.unknown")};
    case RuleResult::error:
      return {"!", k_red, report_text("result.error")};
    case RuleResult::notapplicable:
      return {"-", k_grey, report_text("result.notapplicable")};
    case RuleResult::notchecked:
      break;
  }
  return {"○", k_grey, report_text("result.notchecked")};
}

/// Writes lines in one language, colour and width.
class Writer {
 public:
  explicit Writer(const TextStyle& style) : m_style(style) {}

  [[nodiscard]] std::string words(const Text& text) const { return std::string(text.in(m_style.language)); }
  [[nodiscard]] std::string words(const Text& text, std::vector<Argument> arguments) const {
    return render({text, std::move(arguments)}, m_style.language);
  }
  [[nodiscard]] Language language() const { return m_style.language; }

  [[nodiscard]] std::string coloured(const std::string& text, const char* colour) const {
    return m_style.colour ? colour + text + "\x1b[0m" : text;
  }

  void line(const std::string& text) { m_out += text + "\n"; }

  void paragraph(const std::string& text, std::size_t indent) {
    const std::string margin(indent, ' ');
    const auto columns = static_cast<std::size_t>(std::clamp(m_style.width, 40, 100));
    m_out += margin + wrapped(text, columns - indent, margin) + "\n";
  }

  [[nodiscard]] std::string take() { return std::move(m_out); }

 private:
  const TextStyle& m_style;
  std::string m_out;
};

void write_header(Writer& writer, const CheckReport& report) {
  writer.line(fmt::format("Preshift {}", k_version));
  writer.line(writer.words(report_text("header.profile"),
                           {report.evaluation.profile, static_cast<double>(report.evaluation.version)}));
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
}

std::string severity_note(const Writer& writer, Severity severity) {
  if (severity == Severity::required) return {};
  const Text text = severity == Severity::advisory ? report_text("severity.advisory")
                                                   : report_text("severity.informational");
  return fmt::format(" ({})", writer.words(text));
}

std::string measured_line(const Writer& writer, const RuleEvaluation& evaluated) {
  const Measure* measure = find_measure(evaluated.rule.measure);
  const std::string what = measure == nullptr ? evaluated.rule.measure : writer.words(measure->title);
  const std::string limit = written_condition(evaluated.rule.condition, writer.language());
  const std::string value = written_value(evaluated.measured, writer.language());
  if (value.empty()) return writer.words(report_text("line.not_measured"), {what, limit});
  return writer.words(report_text("line.measured"), {what, value, limit});
}

void write_rule(Writer& writer, const RuleEvaluation& evaluated) {
  constexpr std::size_t k_detail_indent = 4;
  const Rule& rule = evaluated.rule;
  const Look look = look_of(evaluated.result);
  writer.line(fmt::format("  {} {}{}{}{}", writer.coloured(look.mark, look.colour),
                          rule.title.in(writer.language()), writer.words(report_text("line.colon")),
                          writer.coloured(writer.words(look.word), look.colour),
                          severity_note(writer, rule.severity)));
  writer.paragraph(measured_line(writer, evaluated), k_detail_indent);
  if (evaluated.result == RuleResult::pass) return;
  // A plain failure explains itself by its numbers; everything else says why.
  if (evaluated.reason && evaluated.result != RuleResult::fail)
    writer.paragraph(writer.words(report_text("line.reason"), {render(*evaluated.reason, writer.language())}),
                     k_detail_indent);
  if (const std::string remedy = written_remedy(evaluated, writer.language()); !remedy.empty())
    writer.paragraph(writer.words(report_text("line.remedy"), {remedy}), k_detail_indent);
}

void write_requirement(Writer& writer, const RequirementEvaluation& requirement,
                       const Evaluation& evaluation) {
  const Look look = look_of(requirement.result);
  writer.line("");
  writer.line(fmt::format(
      "{}{}{}{}", writer.coloured(written_requirement(requirement.name, writer.language()), "\x1b[1m"),
      writer.words(report_text("line.colon")), writer.coloured(writer.words(look.word), look.colour),
      severity_note(writer, requirement.advisory ? Severity::advisory : Severity::required)));
  for (const RuleEvaluation& rule : evaluation.rules)
    if (rule.rule.requirement == requirement.name) write_rule(writer, rule);
}

void write_confinement(Writer& writer, const std::optional<Confined>& confined) {
  if (!confined) return;
  if (confined->system_calls && confined->file_system) {
    writer.paragraph(writer.words(report_text("confined.yes")), 0);
  } else {
    const bool partly = confined->system_calls || confined->file_system;
    const Text text = partly ? report_text("confined.partly") : report_text("confined.no");
    writer.paragraph(writer.words(text, {printable(confined->detail)}), 0);
  }
}

void write_outcome(Writer& writer, Outcome outcome) {
  writer.line("");
  switch (outcome) {
    case Outcome::cleared:
      return writer.line(writer.coloured(writer.words(report_text("outcome.cleared")), "\x1b[1;32m"));
    case Outcome::not_cleared:
      return writer.line(writer.coloured(writer.words(report_text("outcome.not_cleared")), "\x1b[1;31m"));
    case Outcome::undecided:
      return writer.line(writer.coloured(writer.words(report_text("outcome.undecided")), "\x1b[1;33m"));
  }
}

}  // namespace

std::string check_text_report(const CheckReport& report, const TextStyle& style) {
  Writer writer(style);
  write_header(writer, report);
  for (const RequirementEvaluation& requirement : report.evaluation.requirements)
    write_requirement(writer, requirement, report.evaluation);
  writer.line("");
  writer.paragraph(writer.words(report_text("line.uncertainty")), 0);
  write_confinement(writer, report.confined);
  write_outcome(writer, report.evaluation.outcome);
  return writer.take();
}

}  // namespace preshift
