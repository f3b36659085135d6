#include "difference_report.hpp"

#include "difference_texts.hpp"
#include "json_parts.hpp"
#include "measures.hpp"
#include "report_texts.hpp"
#include "rule_words.hpp"
#include "values.hpp"

#include <nlohmann/json.hpp>

namespace preshift {
namespace {

constexpr std::size_t k_indent = 4;

Text word_of(Strictness strictness) {
  switch (strictness) {
    case Strictness::same:
      return difference_text("diff.word_same");
    case Strictness::stricter:
      return difference_text("diff.word_stricter");
    case Strictness::laxer:
      return difference_text("diff.word_laxer");
    case Strictness::changed:
      break;
  }
  return difference_text("diff.word_changed");
}

Text sentence_of(const ProfileDifference& difference) {
  if (difference.is_empty()) return difference_text("diff.same");
  switch (difference.strictness()) {
    case Strictness::same:
      return difference_text("diff.all_same");
    case Strictness::stricter:
      return difference_text("diff.all_stricter");
    case Strictness::laxer:
      return difference_text("diff.all_laxer");
    case Strictness::changed:
      break;
  }
  return difference_text("diff.all_changed");
}

Text change_text(Strictness strictness) {
  switch (strictness) {
    case Strictness::same:
      return difference_text("diff.change");
    case Strictness::stricter:
      return difference_text("diff.change_stricter");
    case Strictness::laxer:
      return difference_text("diff.change_laxer");
    case Strictness::changed:
      break;
  }
  return difference_text("diff.change_changed");
}

Text moved_text(Strictness strictness) {
  if (strictness == Strictness::stricter) return difference_text("diff.stricter_by");
  return strictness == Strictness::laxer ? difference_text("diff.laxer_by")
                                         : difference_text("diff.moved_by");
}

bool is_text(ChangeKind kind) {
  return kind == ChangeKind::title || kind == ChangeKind::rationale || kind == ChangeKind::remedy;
}

const char* colour_of(Strictness strictness) {
  if (strictness == Strictness::stricter) return "\x1b[31m";
  return strictness == Strictness::laxer ? "\x1b[32m" : "\x1b[33m";
}

class DifferenceText {
 public:
  explicit DifferenceText(const TextStyle& style) : m_writer(style) {}

  [[nodiscard]] std::string write(const Profile& a, const Profile& b, const ProfileDifference& difference) {
    head(difference_text("diff.a"), a);
    head(difference_text("diff.b"), b);
    m_writer.line("");
    m_writer.paragraph(m_writer.words(sentence_of(difference)), 0);
    for (const RuleDifference& rule : difference.rules) write(rule);
    write(difference.parameters);
    m_writer.line("");
    const auto number = [&](Strictness strictness) { return std::to_string(difference.count(strictness)); };
    m_writer.paragraph(
        m_writer.words(difference_text("diff.sum"),
                       {number(Strictness::stricter), number(Strictness::laxer), number(Strictness::changed),
                        number(Strictness::same), std::to_string(difference.same_rules)}),
        0);
    return m_writer.take();
  }

 private:
  void head(const Text& text, const Profile& profile) {
    constexpr std::size_t k_digits = 12;
    m_writer.line(m_writer.words(
        text, {profile.name, std::to_string(profile.version), profile.digest.substr(0, k_digits)}));
  }

  void write(const RuleDifference& rule) {
    m_writer.line("");
    m_writer.line(m_writer.coloured(rule.id, "\x1b[1m") + m_writer.words(report_text("line.colon")) +
                  m_writer.coloured(m_writer.words(word_of(rule.strictness)), colour_of(rule.strictness)));
    for (const RuleChange& change : rule.changes)
      m_writer.paragraph(render(message_of(change), m_writer.language()), k_indent);
    write_example(difference_text("diff.passes_a_only"), rule.passes_a_only);
    write_example(difference_text("diff.passes_b_only"), rule.passes_b_only);
  }

  [[nodiscard]] Message message_of(const RuleChange& change) const {
    const std::string what(to_string(change.kind));
    if (change.kind == ChangeKind::added) return {difference_text("diff.added"), {change.after}};
    if (change.kind == ChangeKind::removed) return {difference_text("diff.removed"), {change.before}};
    if (is_text(change.kind)) return {difference_text("diff.reworded"), {what}};
    if (!change.limit) return {change_text(change.strictness), {what, change.before, change.after}};
    const std::string before = written_criterion(change.limit->before, m_writer.language());
    const std::string after = written_criterion(change.limit->after, m_writer.language());
    if (!change.limit->by) return {change_text(change.strictness), {change.limit->measure, before, after}};
    return {moved_text(change.strictness), {change.limit->measure, before, after, amount(*change.limit)}};
  }

  [[nodiscard]] std::string amount(const LimitMove& move) const {
    constexpr int k_decimals = 4;
    const std::string number = render_number(move.by.value_or(0), k_decimals, m_writer.language());
    if (move.unit == units::k_one) return number;
    return number + " " +
           (move.unit == units::k_percent ? m_writer.words(difference_text("diff.percentage_points"))
                                          : move.unit);
  }

  void write_example(const Text& text, const std::optional<Measurements>& example) {
    if (!example) return;
    std::string all;
    for (const Measurement& each : *example) {
      std::string value = written_value(each, m_writer.language());
      if (value.empty()) value = m_writer.words(difference_text("diff.not_measured"));
      all += (all.empty() ? "" : ", ") + each.name + " " + value;
    }
    m_writer.paragraph(m_writer.words(text, {all}), k_indent);
  }

  void write(const std::vector<ParameterChange>& parameters) {
    if (parameters.empty()) return;
    m_writer.line("");
    m_writer.line(m_writer.words(difference_text("diff.parameters")));
    const std::string nothing = m_writer.words(difference_text("diff.nothing"));
    for (const ParameterChange& change : parameters)
      m_writer.paragraph(
          m_writer.words(difference_text("diff.change"),
                         {change.what == "value" ? change.name : change.name + " (" + change.what + ")",
                          change.before.empty() ? nothing : change.before,
                          change.after.empty() ? nothing : change.after}),
          k_indent);
  }

  TextWriter m_writer;
};

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json written(const RuleChange& change) {
  Json json{{"what", to_string(change.kind)},
            {"strictness", to_string(change.strictness)},
            {"before", text_or_null(change.before)},
            {"after", text_or_null(change.after)}};
  if (!change.limit) return json;
  json["measure"] = change.limit->measure;
  if (change.limit->by) json["by"] = {{"value", *change.limit->by}, {"unit", change.limit->unit}};
  return json;
}

Json written(const RuleDifference& rule, Language language) {
  Json json{{"id", rule.id}, {"strictness", to_string(rule.strictness)}, {"changes", Json::array()}};
  for (const RuleChange& change : rule.changes) json["changes"].push_back(written(change));
  if (rule.passes_a_only) json["passes_a_only"] = json_of(*rule.passes_a_only, language);
  if (rule.passes_b_only) json["passes_b_only"] = json_of(*rule.passes_b_only, language);
  return json;
}

Json head_of(const Profile& profile) {
  return {{"name", profile.name}, {"version", profile.version}, {"digest", "sha256:" + profile.digest}};
}

}  // namespace

std::string difference_text_report(const Profile& a, const Profile& b, const ProfileDifference& difference,
                                   const TextStyle& style) {
  return DifferenceText(style).write(a, b, difference);
}

std::string difference_json(const Profile& a, const Profile& b, const ProfileDifference& difference,
                            Language language) {
  Json json{{"format", "preshift-rules-diff/1"},
            {"a", head_of(a)},
            {"b", head_of(b)},
            {"strictness", to_string(difference.strictness())},
            {"same_rules", difference.same_rules},
            {"rules", Json::array()},
            {"parameters", Json::array()}};
  for (const RuleDifference& rule : difference.rules) json["rules"].push_back(written(rule, language));
  for (const ParameterChange& change : difference.parameters)
    json["parameters"].push_back({{"name", change.name},
                                  {"what", change.what},
                                  {"before", text_or_null(change.before)},
                                  {"after", text_or_null(change.after)}});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace preshift
