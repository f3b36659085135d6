#include "lint.hpp"

#include "authoring_texts.hpp"
#include "condition_sense.hpp"
#include "edit_distance.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 5> k_known_requirements{"quiet", "closed", "separate", "equipment",
                                                               "conduct"};

/// Notes warnings about the rules of one profile.
class RulesLint {
 public:
  void check(const Rule& rule) {
    check_texts(rule);
    check_requirement(rule);
    for (Message& message : senseless_parts(rule.condition)) warn(rule.place, std::move(message));
  }

  void check(const AuthoredText& authored) {
    const LocalizedText& text = authored.text;
    const bool has_several_words = text.english.find(' ') != std::string::npos;
    if (has_several_words && text.english == text.french)
      warn(authored.place,
           {authoring_text("lint.not_translated"), {std::string{}, authored.subject, authored.key}});
  }

  [[nodiscard]] Findings take() { return std::move(m_findings); }

 private:
  void warn(const Place& place, Message message) {
    message.arguments.front() = to_string(place);
    m_findings.push_back({FindingLevel::warning, place, std::move(message)});
  }

  void check_texts(const Rule& rule) {
    check({rule.id, "title", rule.title, rule.place});
    check({rule.id, "rationale", rule.rationale, rule.place});
    check({rule.id, "remedy", rule.remedy, rule.place});
    if (const auto* manual = std::get_if<ManualQuestion>(&rule.condition.node))
      check({rule.id, "question", manual->question, rule.place});
  }

  void check_requirement(const Rule& rule) {
    const bool is_known = std::find(k_known_requirements.begin(), k_known_requirements.end(),
                                    rule.requirement) != k_known_requirements.end();
    const std::string_view near =
        is_known ? std::string_view{} : nearest_word(rule.requirement, k_known_requirements);
    if (!near.empty())
      warn(rule.place,
           {authoring_text("lint.requirement_near"), {std::string{}, rule.requirement, std::string(near)}});
  }

  Findings m_findings;
};

bool is_required(const Rule& rule) {
  return rule.is_selected && rule.severity == Severity::required;
}

Finding nothing_required(const std::string& file) {
  return {FindingLevel::warning, {file}, {authoring_text("lint.nothing_required"), {file}}};
}

bool stands_before(const Finding& one, const Finding& other) {
  return std::tie(one.place.file, one.place.line, one.place.column) <
         std::tie(other.place.file, other.place.line, other.place.column);
}

}  // namespace

std::string_view to_string(FindingLevel level) {
  return level == FindingLevel::error ? "error" : "warning";
}

Findings lint(const ProfileInspection& inspection) {
  RulesLint found;
  for (const Rule& rule : inspection.rules)
    if (rule.is_selected) found.check(rule);
  for (const AuthoredText& text : inspection.texts) found.check(text);
  Findings findings = found.take();
  for (const PlacedProblem& problem : inspection.problems)
    findings.push_back({FindingLevel::error, problem.place, problem.message});
  const bool has_required = std::any_of(inspection.rules.begin(), inspection.rules.end(), is_required);
  if (inspection.problems.empty() && !has_required) findings.push_back(nothing_required(inspection.file));
  std::stable_sort(findings.begin(), findings.end(), stands_before);
  return findings;
}

}  // namespace preshift
