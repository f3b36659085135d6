#include "condition_reader.hpp"

#include "excerpt.hpp"
#include "limit_text.hpp"
#include "limit_unit.hpp"
#include "measures.hpp"
#include "rules_texts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 4> k_listed_heads{"measure", "any", "all", "none"};
constexpr std::array<std::string_view, 3> k_number_criteria{"at_most", "at_least", "between"};
constexpr std::array<std::string_view, 2> k_word_criteria{"equals", "one_of"};

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string_view> measure_names() {
  std::vector<std::string_view> names;
  for (const Measure& measure : measures()) names.push_back(measure.name);
  return names;
}

std::span<const std::string_view> fitting_criteria(const Measure& measure) {
  if (measure.words.empty()) return k_number_criteria;
  return k_word_criteria;
}

Combinator combinator_of(std::string_view key) {
  if (key == "any") return Combinator::any;
  return key == "all" ? Combinator::all : Combinator::none;
}

/// Reads the condition of one rule.
class ConditionReader {
 public:
  ConditionReader(const Vocabulary& vocabulary, YamlFields& fields)
      : m_vocabulary(vocabulary), m_fields(fields) {}

  [[nodiscard]] Condition read_rule(const YamlNode& rule) {
    const auto heads = entries_with(rule, k_condition_heads);
    if (heads.size() != 1 || heads.front()->key != "manual") return condition(rule, heads, 1);
    refuse_criteria(rule, *heads.front());
    return {manual(heads.front()->value)};
  }

  /// NoLimit where there is none.
  [[nodiscard]] Criterion criterion(const YamlNode& mapping, const Measure& measure) {
    const auto entries = entries_with(mapping, k_criterion_keys);
    if (entries.empty()) return NoLimit{};
    if (entries.size() > 1) return {};
    if (is_among(entries[0]->key, fitting_criteria(measure))) return fitting_criterion(*entries[0], measure);
    const Text complaint =
        measure.words.empty() ? rules_text("condition.needs_limit") : rules_text("condition.needs_word");
    m_fields.refuse(entries[0]->key_offset, complaint, std::string(measure.name), joined(measure.words));
    return {};
  }

 private:
  [[nodiscard]] Condition condition(const YamlNode& mapping, const std::vector<const YamlEntry*>& heads,
                                    std::size_t depth) {
    if (!is_bounded(mapping, depth)) return {};
    if (heads.empty()) m_fields.refuse(mapping.offset, rules_text("key.missing"), std::string("measure"));
    if (heads.size() != 1) return {};
    const YamlEntry& head = *heads.front();
    if (head.key != "measure") return {combination(mapping, head, depth)};
    const Measure* measured = measure(head.value);
    if (measured == nullptr) return {};
    Criterion asked = criterion(mapping, *measured);
    const bool is_listed = depth > 1;
    if (is_listed && std::holds_alternative<NoLimit>(asked))
      refuse_missing_limit(mapping, measured->name, m_fields);
    return {MeasureCondition{std::string(measured->name), std::move(asked)}};
  }

  [[nodiscard]] bool is_bounded(const YamlNode& mapping, std::size_t depth) {
    if (depth > k_deepest_condition) {
      m_fields.refuse(mapping.offset, rules_text("condition.too_deep"), std::to_string(k_deepest_condition));
      return false;
    }
    if (++m_count == k_most_conditions + 1)
      m_fields.refuse(mapping.offset, rules_text("condition.too_many"), std::to_string(k_most_conditions));
    return m_count <= k_most_conditions;
  }

  /// The entries that have one of these keys, of which there should be one: a second one is noted.
  [[nodiscard]] std::vector<const YamlEntry*> entries_with(const YamlNode& mapping,
                                                           std::span<const std::string_view> keys) {
    std::vector<const YamlEntry*> found;
    for (const YamlEntry& entry : mapping.entries)
      if (is_among(entry.key, keys)) found.push_back(&entry);
    if (found.size() > 1) {
      const std::size_t line = m_fields.source().line(found[0]->key_offset);
      m_fields.refuse(found[1]->key_offset, rules_text("condition.several"), std::to_string(line));
    }
    return found;
  }

  void refuse_criteria(const YamlNode& mapping, const YamlEntry& head) {
    for (const YamlEntry& entry : mapping.entries) {
      if (!is_among(entry.key, k_criterion_keys)) continue;
      m_fields.refuse(entry.key_offset, rules_text("condition.no_measure"), entry.key, head.key);
    }
  }

  [[nodiscard]] Combination combination(const YamlNode& mapping, const YamlEntry& head, std::size_t depth) {
    Combination read{combinator_of(head.key), {}};
    refuse_criteria(mapping, head);
    if (head.value.kind != YamlKind::sequence) {
      m_fields.refuse(head.value.offset, rules_text("condition.not_list"), head.key);
    } else if (head.value.items.empty()) {
      m_fields.refuse(head.value.offset, rules_text("condition.empty_list"), head.key);
    }
    for (const YamlNode& item : head.value.items) {
      if (m_fields.is_full()) break;
      read.conditions.push_back(listed(item, depth + 1));
    }
    return read;
  }

  [[nodiscard]] Condition listed(const YamlNode& item, std::size_t depth) {
    if (item.kind == YamlKind::mapping) {
      m_fields.refuse_other_keys(item, k_condition_keys);
      return condition(item, entries_with(item, k_listed_heads), depth);
    }
    m_fields.refuse(item.offset, rules_text("condition.not_keys"));
    return {};
  }

  [[nodiscard]] const Measure* measure(const YamlNode& value) {
    const std::string word = m_fields.text(value, "measure");
    if (word.empty()) return nullptr;
    const Measure* found = find_measure(word);
    if (found == nullptr) {
      m_fields.refuse_word(value, word, measure_names(), rules_text("rule.measure_near"),
                           rules_text("rule.measure"));
    }
    return found;
  }

  [[nodiscard]] ManualQuestion manual(const YamlNode& value) {
    constexpr std::array<std::string_view, 3> k_keys{"question", "expects", "answered_by"};
    constexpr std::array<std::string_view, 2> k_answers{"yes", "no"};
    constexpr std::array<std::string_view, 2> k_answerers{"agent", "reviewer"};
    if (value.kind != YamlKind::mapping) {
      m_fields.refuse(value.offset, rules_text("manual.not_keys"));
      return {};
    }
    m_fields.refuse_other_keys(value, k_keys);
    ManualQuestion read{m_fields.required_translations(value, "question")};
    read.expects_yes = m_fields.choice(value, "expects", k_answers).value_or(0) == 0;
    const bool by_agent = m_fields.choice(value, "answered_by", k_answerers).value_or(0) == 0;
    read.answered_by = by_agent ? Answerer::agent : Answerer::reviewer;
    return read;
  }

  [[nodiscard]] Criterion fitting_criterion(const YamlEntry& entry, const Measure& measure) {
    if (entry.key == "equals") {
      AllowedWord word = allowed_word(entry.value, entry.key, measure);
      return AllowedWords{{std::move(word.word)}, {std::move(word.parameter)}};
    }
    if (entry.key == "one_of") return one_of(entry.value, measure);
    return entry.key == "between" ? between(entry.value, measure) : limit(entry, measure);
  }

  [[nodiscard]] Criterion one_of(const YamlNode& value, const Measure& measure) {
    AllowedWords allowed;
    if (value.kind != YamlKind::sequence || value.items.empty())
      m_fields.refuse(value.offset, rules_text("words.not_list"), joined(measure.words));
    for (const YamlNode& item : value.items) {
      if (m_fields.is_full()) break;
      AllowedWord word = allowed_word(item, "one_of", measure);
      const bool twice =
          std::find(allowed.words.begin(), allowed.words.end(), word.word) != allowed.words.end();
      if (twice && !word.word.empty() && word.parameter.empty())
        m_fields.refuse(item.offset, rules_text("words.twice"), excerpt(word.word));
      allowed.words.push_back(std::move(word.word));
      allowed.parameters.push_back(std::move(word.parameter));
    }
    return allowed;
  }

  struct AllowedWord {
    std::string word;  ///< empty after a problem
    std::string parameter;
  };

  [[nodiscard]] AllowedWord allowed_word(const YamlNode& value, std::string_view key,
                                         const Measure& measure) {
    std::string word = m_fields.text(value, key);
    if (is_parameter(value, word)) return word_of(value, word.substr(1), measure);
    if (word.empty() || is_among(word, measure.words)) return {std::move(word), {}};
    m_fields.refuse_word(value, word, measure.words, rules_text("word.unknown_near"),
                         rules_text("word.unknown"), measure.name);
    return {};
  }

  [[nodiscard]] AllowedWord word_of(const YamlNode& value, const std::string& name, const Measure& measure) {
    const Parameter* parameter = known_parameter(value, name);
    if (parameter == nullptr) return {};
    const auto* kind = std::get_if<WordParameter>(&parameter->kind);
    const bool fits =
        kind != nullptr && std::all_of(kind->words.begin(), kind->words.end(),
                                       [&](const auto& word) { return is_among(word, measure.words); });
    if (fits) return {kind->value, name};
    m_fields.refuse(value.offset, rules_text("parameter.not_these_words"), excerpt(name),
                    std::string(measure.name), joined(measure.words));
    return {};
  }

  /// A number in the measure's unit.
  struct Bound {
    double value = 0;
    std::string parameter;
  };

  [[nodiscard]] Criterion between(const YamlNode& value, const Measure& measure) {
    if (value.kind != YamlKind::sequence || value.items.size() != 2) {
      const std::string example(find_limit_unit(measure.unit)->example);
      m_fields.refuse(value.offset, rules_text("range.not_two"), example);
      return {};
    }
    auto lowest = bound(value.items[0], "between", measure);
    auto highest = bound(value.items[1], "between", measure);
    if (!lowest || !highest) return {};
    const bool is_fixed = lowest->parameter.empty() && highest->parameter.empty();
    if (is_fixed && lowest->value > highest->value) {
      m_fields.refuse(value.items[0].offset, rules_text("range.reversed"), excerpt(value.items[0].scalar),
                      excerpt(value.items[1].scalar));
    }
    return Range{lowest->value, highest->value, std::string(measure.unit), std::move(lowest->parameter),
                 std::move(highest->parameter)};
  }

  [[nodiscard]] Criterion limit(const YamlEntry& entry, const Measure& measure) {
    auto read = bound(entry.value, entry.key, measure);
    if (!read) return {};
    const Comparison comparison = entry.key == "at_most" ? Comparison::at_most : Comparison::at_least;
    return Limit{comparison, read->value, std::string(measure.unit), std::move(read->parameter)};
  }

  /// nullopt after a problem.
  [[nodiscard]] std::optional<Bound> bound(const YamlNode& value, std::string_view key,
                                           const Measure& measure) {
    const std::string text = m_fields.text(value, key);
    if (text.empty()) return std::nullopt;
    if (is_parameter(value, text)) return bound_of(value, text.substr(1), measure);
    const auto parsed = parse_limit(text, measure);
    if (parsed) return Bound{*parsed, {}};
    m_fields.refuse(value.offset, parsed.error());
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Bound> bound_of(const YamlNode& value, const std::string& name,
                                              const Measure& measure) {
    const Parameter* parameter = known_parameter(value, name);
    if (parameter == nullptr) return std::nullopt;
    const auto* number = std::get_if<NumberParameter>(&parameter->kind);
    const bool is_refused = number != nullptr && number->unit.empty();
    if (is_refused) return std::nullopt;
    if (number != nullptr && number->unit == measure.unit) return Bound{number->value, name};
    m_fields.refuse(value.offset, rules_text("parameter.other_unit"), excerpt(name),
                    std::string(measure.name), std::string(measure.unit));
    return std::nullopt;
  }

  static bool is_parameter(const YamlNode& value, const std::string& text) {
    return !value.quoted && text.starts_with(k_parameter_sign);
  }

  [[nodiscard]] const Parameter* known_parameter(const YamlNode& value, const std::string& name) {
    const Parameter* parameter = m_vocabulary.parameter(name);
    if (parameter == nullptr) refuse_unknown_parameter(value, name, m_vocabulary, m_fields);
    return parameter;
  }

  const Vocabulary& m_vocabulary;
  YamlFields& m_fields;
  std::size_t m_count = 0;
};

}  // namespace

Condition read_condition(const YamlNode& rule, const Vocabulary& vocabulary, YamlFields& fields) {
  return ConditionReader(vocabulary, fields).read_rule(rule);
}

Criterion read_criterion(const YamlNode& rule, std::string_view measure, const Vocabulary& vocabulary,
                         YamlFields& fields) {
  const Measure* found = find_measure(measure);
  return found == nullptr ? NoLimit{} : ConditionReader(vocabulary, fields).criterion(rule, *found);
}

void refuse_missing_limit(const YamlNode& rule, std::string_view measure, YamlFields& fields) {
  const Measure* found = find_measure(measure);
  if (found == nullptr) return;
  fields.refuse(rule.offset, rules_text("condition.missing"), std::string(measure),
                joined(fitting_criteria(*found)));
}

}  // namespace preshift
