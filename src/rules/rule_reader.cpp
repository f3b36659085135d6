#include "rule_reader.hpp"

#include "applicability_reader.hpp"
#include "condition_reader.hpp"
#include "excerpt.hpp"
#include "names.hpp"
#include "rules_texts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 6> k_needed_keys{"id",    "requirement", "severity",
                                                        "title", "rationale",   "remedy"};
constexpr std::array<std::string_view, 5> k_optional_keys{"weight", "decision", "guard_band", "applies_when",
                                                          "waivable"};
constexpr std::array k_severities{Severity::required, Severity::advisory, Severity::informational};
constexpr std::array k_decisions{DecisionRule::simple, DecisionRule::guarded, DecisionRule::lenient};
constexpr double k_heaviest = 1000;

constexpr auto rule_keys() {
  std::array<std::string_view, k_needed_keys.size() + k_optional_keys.size() + k_condition_heads.size() +
                                   k_criterion_keys.size()>
      keys;
  auto end = std::copy(k_needed_keys.begin(), k_needed_keys.end(), keys.begin());
  end = std::copy(k_optional_keys.begin(), k_optional_keys.end(), end);
  end = std::copy(k_condition_heads.begin(), k_condition_heads.end(), end);
  std::copy(k_criterion_keys.begin(), k_criterion_keys.end(), end);
  return keys;
}
constexpr auto k_rule_keys = rule_keys();

/// The words of these values.
template <class Value, std::size_t N>
std::array<std::string_view, N> words_of(const std::array<Value, N>& values) {
  std::array<std::string_view, N> words;
  std::transform(values.begin(), values.end(), words.begin(), [](Value value) { return to_string(value); });
  return words;
}

/// The plain number of this key, in (0, highest]; nullopt when it is missing, or after a problem.
std::optional<double> plain_number(const YamlNode& mapping, std::string_view key, double highest,
                                   YamlFields& fields) {
  const YamlEntry* entry = mapping.find(key);
  if (entry == nullptr) return std::nullopt;
  const std::string text = fields.text(entry->value, key);
  if (text.empty()) return std::nullopt;
  double number = 0;
  const auto parsed =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  const bool whole_text = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
  if (whole_text && !entry->value.quoted && number > 0 && number <= highest) return number;
  fields.refuse(entry->value.offset, rules_text("number.out_of_range"), excerpt(text), std::string(key),
                highest);
  return std::nullopt;
}

bool has_any(const YamlNode& mapping, std::span<const std::string_view> keys) {
  return std::any_of(mapping.entries.begin(), mapping.entries.end(), [&](const YamlEntry& entry) {
    return std::find(keys.begin(), keys.end(), entry.key) != keys.end();
  });
}

/// Reads the keys that a mapping has into a rule.
class RuleReader {
 public:
  RuleReader(const YamlNode& mapping, const Vocabulary& vocabulary, YamlFields& fields)
      : m_mapping(mapping), m_vocabulary(vocabulary), m_fields(fields) {}

  void read_into(RuleDraft& draft) {
    read_description(draft.rule);
    if (const auto weight = plain_number(m_mapping, "weight", k_heaviest, m_fields))
      draft.rule.weight = *weight;
    if (const YamlEntry* entry = m_mapping.find("applies_when"))
      draft.rule.applies_when = read_applicability(entry->value, m_vocabulary, m_fields);
    constexpr std::array<std::string_view, 4> k_booleans{"yes", "true", "no", "false"};
    if (const auto word = m_fields.choice(m_mapping, "waivable", k_booleans))
      draft.rule.is_waivable = *word < 2;
    const DecisionDraft decision = read_decision(m_mapping, m_fields);
    if (decision.rule) draft.decision = decision;
    if (decision.guard_band) draft.decision.guard_band = decision.guard_band;
  }

  void expect_sense(const RuleDraft& draft) {
    const auto* leaf = std::get_if<MeasureCondition>(&draft.rule.condition.node);
    const bool is_shown_only = leaf != nullptr && std::holds_alternative<NoLimit>(leaf->criterion);
    if (is_shown_only && draft.rule.severity != Severity::informational)
      refuse_missing_limit(m_mapping, leaf->measure, m_fields);
    for (const char* key : {"decision", "guard_band"}) {
      const YamlEntry* entry = m_mapping.find(key);
      if (entry == nullptr || has_number(draft.rule.condition)) continue;
      m_fields.refuse(entry->key_offset, rules_text("decision.no_number"), entry->key);
    }
  }

 private:
  void read_description(Rule& rule) {
    if (const YamlEntry* entry = m_mapping.find("requirement")) rule.requirement = requirement(entry->value);
    if (const auto severity = m_fields.choice(m_mapping, "severity", words_of(k_severities),
                                              rules_text("rule.severity_near"), rules_text("rule.severity")))
      rule.severity = k_severities[*severity];
    if (const YamlEntry* entry = m_mapping.find("title"))
      rule.title = m_fields.translations(entry->value, "title");
    if (const YamlEntry* entry = m_mapping.find("rationale"))
      rule.rationale = m_fields.translations(entry->value, "rationale");
    if (const YamlEntry* entry = m_mapping.find("remedy"))
      rule.remedy = m_fields.translations(entry->value, "remedy");
  }

  [[nodiscard]] std::string requirement(const YamlNode& value) {
    std::string text = m_fields.text(value, "requirement");
    if (!text.empty() && !is_name(text, "-"))
      m_fields.refuse(value.offset, rules_text("rule.requirement"), excerpt(text));
    return text;
  }

  const YamlNode& m_mapping;
  const Vocabulary& m_vocabulary;
  YamlFields& m_fields;
};

/// What an overriding mapping asks for: another condition, or another limit of the one measure.
void override_condition(Rule& rule, const YamlNode& mapping, const Vocabulary& vocabulary,
                        YamlFields& fields) {
  if (has_any(mapping, k_condition_heads)) {
    rule.condition = read_condition(mapping, vocabulary, fields);
  } else if (has_any(mapping, k_criterion_keys)) {
    auto* leaf = std::get_if<MeasureCondition>(&rule.condition.node);
    if (leaf == nullptr) return fields.refuse(mapping.offset, rules_text("override.no_measure"), rule.id);
    leaf->criterion = read_criterion(mapping, leaf->measure, vocabulary, fields);
  }
}

}  // namespace

RuleDraft read_rule(const YamlNode& mapping, const Vocabulary& vocabulary, YamlFields& fields) {
  RuleDraft draft;
  RuleReader reader(mapping, vocabulary, fields);
  fields.refuse_other_keys(mapping, k_rule_keys);
  for (const std::string_view key : k_needed_keys)
    if (key != "id") static_cast<void>(fields.required(mapping, key));
  reader.read_into(draft);
  const std::size_t problems = fields.problems().size();
  draft.rule.condition = read_condition(mapping, vocabulary, fields);
  draft.has_sound_condition = fields.problems().size() == problems;
  if (draft.has_sound_condition) reader.expect_sense(draft);
  return draft;
}

void override_rule(RuleDraft& draft, const YamlNode& mapping, const Vocabulary& vocabulary,
                   YamlFields& fields) {
  RuleReader reader(mapping, vocabulary, fields);
  fields.refuse_other_keys(mapping, k_rule_keys);
  if (mapping.entries.size() < 2)
    fields.refuse(mapping.offset, rules_text("override.nothing"), draft.rule.id);
  reader.read_into(draft);
  const std::size_t problems = fields.problems().size();
  override_condition(draft.rule, mapping, vocabulary, fields);
  const bool is_sound = fields.problems().size() == problems;
  draft.has_sound_condition = draft.has_sound_condition && is_sound;
  if (is_sound) reader.expect_sense(draft);
}

DecisionDraft read_decision(const YamlNode& mapping, YamlFields& fields) {
  DecisionDraft read;
  if (const auto rule = fields.choice(mapping, "decision", words_of(k_decisions)))
    read.rule = k_decisions[*rule];
  read.guard_band = plain_number(mapping, "guard_band", k_widest_guard_band, fields);
  if (read.rule == DecisionRule::simple && read.guard_band)
    fields.refuse(mapping.find("guard_band")->key_offset, rules_text("decision.no_guard_band"));
  return read;
}

}  // namespace preshift
