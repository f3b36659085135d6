#include "printed_rules.hpp"

#include "measures.hpp"
#include "printed_texts.hpp"
#include "remedies.hpp"
#include "report_texts.hpp"
#include "text_writer.hpp"
#include "values.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

std::string in(Language language, const Text& text) {
  return std::string(text.in(language));
}

std::string title_of_measure(const std::string& name, Language language) {
  const Measure* measure = find_measure(name);
  return measure == nullptr ? name : in(language, measure->title);
}

std::string measured_words(const Measurement& measurement, Language language) {
  if (!std::holds_alternative<Absence>(measurement.outcome)) return written_value(measurement, language);
  switch (std::get<Absence>(measurement.outcome).kind) {
    case AbsenceKind::declined:
      return in(language, printed_text("printed.declined"));
    case AbsenceKind::failed:
      return in(language, printed_text("printed.failed"));
    case AbsenceKind::unknown:
      break;
  }
  return in(language, printed_text("printed.not_measured"));
}

// ---- of a certificate

Measurement measurement_in(const Json& judged) {
  Measurement measurement{text_member(judged, "measure").value_or(""),
                          text_member(judged, "unit").value_or(""), Absence{}};
  const Json* value = member(judged, "value");
  const auto absent = text_member(judged, "absent");
  if (value != nullptr && value->is_number()) {
    const Json* uncertainty = member(judged, "uncertainty");
    const Json* bound = member(judged, "upperBound");
    const bool is_known = uncertainty != nullptr && uncertainty->is_number();
    measurement.outcome = Quantity{value->get<double>(), is_known ? uncertainty->get<double>() : 0,
                                   bound != nullptr && *bound == true};
  } else if (value != nullptr && value->is_string()) {
    measurement.outcome = State{value->get<std::string>()};
  } else if (absent) {
    const AbsenceKind kind = *absent == "declined" ? AbsenceKind::declined
                             : *absent == "failed" ? AbsenceKind::failed
                                                   : AbsenceKind::unknown;
    measurement.outcome = Absence{kind, {}};
  }
  return measurement;
}

std::optional<double> number_member(const Json& object, std::string_view name) {
  const Json* value = member(object, name);
  return value != nullptr && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
}

std::string asked_in(const Json& judged, Language language) {
  const Json* limit = member(judged, "limit");
  if (limit == nullptr) return {};
  const auto most = number_member(*limit, "atMost");
  const auto least = number_member(*limit, "atLeast");
  const std::string unit = text_member(*limit, "unit").value_or("");
  if (most && least) return written_criterion(Range{*least, *most, unit}, language);
  if (most) return written_criterion(Limit{Comparison::at_most, *most, unit}, language);
  if (least) return written_criterion(Limit{Comparison::at_least, *least, unit}, language);
  AllowedWords allowed;
  const Json* words = member(*limit, "oneOf");
  if (words == nullptr || !words->is_array()) return {};
  for (const Json& word : *words)
    if (word.is_string()) allowed.words.push_back(word.get<std::string>());
  return allowed.words.empty() ? std::string() : written_criterion(allowed, language);
}

/// A stranger's document is at most 32 levels deep (json.too_deep).
// NOLINTNEXTLINE(misc-no-recursion): bounded by that
void add_measures(const Json& judged, Language language, std::vector<PrintedMeasure>& measures) {
  if (const Json* parts = member(judged, "conditions"); parts != nullptr && parts->is_array()) {
    for (const Json& part : *parts) add_measures(part, language, measures);
  } else if (const auto name = text_member(judged, "measure")) {
    measures.push_back({title_of_measure(*name, language), measured_words(measurement_in(judged), language),
                        asked_in(judged, language)});
  } else if (text_member(judged, "answeredBy")) {
    measures.push_back({in(language, printed_text("printed.question")), {}, {}});
  }
}

// ---- of an evaluation

// NOLINTNEXTLINE(misc-no-recursion): bounded by k_deepest_condition
void add_measures(const ConditionEvaluation& evaluated, Language language,
                  std::vector<PrintedMeasure>& measures) {
  if (const auto* combination = std::get_if<CombinationEvaluation>(&evaluated.node)) {
    for (const ConditionEvaluation& part : combination->parts) add_measures(part, language, measures);
  } else if (const auto* leaf = std::get_if<MeasureEvaluation>(&evaluated.node)) {
    measures.push_back({title_of_measure(leaf->condition.measure, language),
                        measured_words(leaf->measured, language),
                        written_criterion(leaf->condition.criterion, language)});
  } else {
    const auto& manual = std::get<ManualEvaluation>(evaluated.node);
    std::string answer;
    if (manual.answer)
      answer = in(language, manual.answer->says_yes ? report_text("answer.yes") : report_text("answer.no"));
    measures.push_back({manual.question.question.in(language), answer, {}});
  }
}

// ---- as blocks

Tone tone_of(const PrintedRule& rule) {
  if (is_passed(rule.result)) return Tone::good;
  if (!has_say(rule.result) || rule.is_waived) return Tone::neutral;
  return rule.result == RuleResult::fail ? Tone::bad : Tone::open;
}

Cell result_of(const PrintedRule& rule, Language language) {
  std::string word = in(language, look_of(rule.result).word);
  if (rule.is_waived) word = render({printed_text("printed.waived"), {word}}, language);
  return {word, tone_of(rule)};
}

std::string title_of(const PrintedRule& rule, Language language) {
  if (rule.severity != Severity::advisory) return rule.title;
  return rule.title + " (" + in(language, report_text("severity.advisory")) + ")";
}

void add_rows(Table& table, const PrintedRule& rule, const std::string& requirement, Language language) {
  const bool is_single = rule.measures.size() == 1;
  const PrintedMeasure single = is_single ? rule.measures.front() : PrintedMeasure{};
  table.rows.push_back({{requirement},
                        {title_of(rule, language)},
                        result_of(rule, language),
                        {single.measured},
                        {single.asked}});
  if (is_single) return;
  for (const PrintedMeasure& measure : rule.measures)
    table.rows.push_back({{""}, {"– " + measure.title}, {}, {measure.measured}, {measure.asked}});
}

Table table_of(const std::vector<PrintedRule>& rules, Language language) {
  const auto words = [&](const Text& text) { return in(language, text); };
  Table table{"rules",
              words(printed_text("printed.rules")),
              {{words(printed_text("printed.requirement"))},
               {words(printed_text("printed.rule"))},
               {words(printed_text("printed.result"))},
               {words(printed_text("printed.measured"))},
               {words(printed_text("printed.asked"))}},
              {},
              words(printed_text("printed.no_rules"))};
  const PrintedRule* before = nullptr;
  for (const PrintedRule& rule : rules) {
    const bool is_same = before != nullptr && before->requirement == rule.requirement;
    add_rows(table, rule, is_same ? std::string() : written_requirement(rule.requirement, language),
             language);
    before = &rule;
  }
  return table;
}

Table remedies_of(const std::vector<PrintedRule>& rules, Language language) {
  Table table{"remedies",
              in(language, printed_text("printed.to_do")),
              {{in(language, printed_text("printed.rule"))}, {in(language, printed_text("printed.remedy"))}},
              {},
              {}};
  for (const PrintedRule& rule : rules)
    for (const std::string& remedy : rule.remedies) table.rows.push_back({{rule.title}, {remedy}});
  return table;
}

/// Those of a requirement together, in the order in which requirements first appear.
std::vector<PrintedRule> grouped(std::vector<PrintedRule> rules) {
  std::vector<std::string> order;
  for (const PrintedRule& rule : rules)
    if (std::find(order.begin(), order.end(), rule.requirement) == order.end())
      order.push_back(rule.requirement);
  const auto place = [&](const PrintedRule& rule) {
    return std::find(order.begin(), order.end(), rule.requirement) - order.begin();
  };
  std::stable_sort(rules.begin(), rules.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return rules;
}

}  // namespace

std::vector<Block> printed_rules(const std::vector<PrintedRule>& rules, Language language) {
  const std::vector<PrintedRule> in_order = grouped(rules);
  std::vector<Block> blocks;
  Table to_do = remedies_of(in_order, language);
  if (!to_do.rows.empty()) blocks.emplace_back(std::move(to_do));
  blocks.emplace_back(table_of(in_order, language));
  return blocks;
}

PrintedRule printed_rule(const RuleEvaluation& evaluated, Language language) {
  const Rule& rule = evaluated.rule;
  PrintedRule printed{rule.requirement,
                      rule.title.in(language),
                      rule.severity,
                      evaluated.result,
                      evaluated.waiver.has_value(),
                      {},
                      remedies(evaluated, language)};
  add_measures(evaluated.condition, language, printed.measures);
  return printed;
}

std::vector<PrintedMeasure> printed_measures(const Json& judged, Language language) {
  std::vector<PrintedMeasure> measures;
  add_measures(judged, language, measures);
  return measures;
}

}  // namespace preshift
