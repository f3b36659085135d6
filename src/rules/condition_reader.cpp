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

constexpr std::array<std::string_view, 4> k_heads{"measure", "any", "all", "none"};
constexpr std::array<std::string_view, 5> k_criteria{"at_most", "at_least", "between", "equals", "one_of"};
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

Combinator combinator_of(std::string_view key) {
  if (key == "any") return Combinator::any;
  return key == "all" ? Combinator::all : Combinator::none;
}

/// Reads the condition of one rule.
class ConditionReader {
 public:
  explicit ConditionReader(YamlFields& fields) : m_fields(fields) {}

  [[nodiscard]] Condition read(const YamlNode& mapping, std::size_t depth) {
    if (!is_bounded(mapping, depth)) return {};
    const auto heads = entries_with(mapping, k_heads);
    if (heads.empty()) m_fields.refuse(mapping.offset, rules_text("key.missing"), std::string("measure"));
    if (heads.size() != 1) return {};
    const YamlEntry& head = *heads.front();
    if (head.key != "measure") return {combination(mapping, head, depth)};
    const Measure* measured = measure(head.value);
    if (measured == nullptr) return {};
    return {MeasureCondition{std::string(measured->name), criterion(mapping, *measured)}};
  }

 private:
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

  [[nodiscard]] Combination combination(const YamlNode& mapping, const YamlEntry& head, std::size_t depth) {
    Combination read{combinator_of(head.key), {}};
    for (const YamlEntry& entry : mapping.entries) {
      if (!is_among(entry.key, k_criteria)) continue;
      m_fields.refuse(entry.key_offset, rules_text("condition.no_measure"), entry.key, head.key);
    }
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
      return read(item, depth);
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

  [[nodiscard]] Criterion criterion(const YamlNode& mapping, const Measure& measure) {
    const bool is_word = !measure.words.empty();
    const std::span<const std::string_view> fitting =
        is_word ? std::span<const std::string_view>(k_word_criteria) : k_number_criteria;
    const auto entries = entries_with(mapping, k_criteria);
    if (entries.empty()) {
      m_fields.refuse(mapping.offset, rules_text("condition.missing"), std::string(measure.name),
                      joined(fitting));
    } else if (entries.size() == 1 && !is_among(entries[0]->key, fitting)) {
      const Text complaint =
          is_word ? rules_text("condition.needs_word") : rules_text("condition.needs_limit");
      m_fields.refuse(entries[0]->key_offset, complaint, std::string(measure.name), joined(measure.words));
    } else if (entries.size() == 1) {
      return fitting_criterion(*entries[0], measure);
    }
    return {};
  }

  [[nodiscard]] Criterion fitting_criterion(const YamlEntry& entry, const Measure& measure) {
    if (entry.key == "equals") return AllowedWords{{allowed_word(entry.value, entry.key, measure)}};
    if (entry.key == "one_of") return one_of(entry.value, measure);
    return entry.key == "between" ? between(entry.value, measure) : limit(entry, measure);
  }

  [[nodiscard]] Criterion one_of(const YamlNode& value, const Measure& measure) {
    AllowedWords allowed;
    if (value.kind != YamlKind::sequence || value.items.empty())
      m_fields.refuse(value.offset, rules_text("words.not_list"), joined(measure.words));
    for (const YamlNode& item : value.items) {
      if (m_fields.is_full()) break;
      std::string word = allowed_word(item, "one_of", measure);
      const bool twice = std::find(allowed.words.begin(), allowed.words.end(), word) != allowed.words.end();
      if (twice && !word.empty()) m_fields.refuse(item.offset, rules_text("words.twice"), excerpt(word));
      allowed.words.push_back(std::move(word));
    }
    return allowed;
  }

  /// Empty after a problem.
  [[nodiscard]] std::string allowed_word(const YamlNode& value, std::string_view key,
                                         const Measure& measure) {
    std::string word = m_fields.text(value, key);
    if (word.empty() || is_among(word, measure.words)) return word;
    m_fields.refuse_word(value, word, measure.words, rules_text("word.unknown_near"),
                         rules_text("word.unknown"), measure.name);
    return {};
  }

  [[nodiscard]] Criterion between(const YamlNode& value, const Measure& measure) {
    if (value.kind != YamlKind::sequence || value.items.size() != 2) {
      const std::string example(find_limit_unit(measure.unit)->example);
      m_fields.refuse(value.offset, rules_text("range.not_two"), example);
      return {};
    }
    const auto lowest = number(value.items[0], "between", measure);
    const auto highest = number(value.items[1], "between", measure);
    if (!lowest || !highest) return {};
    if (*lowest > *highest) {
      m_fields.refuse(value.items[0].offset, rules_text("range.reversed"), excerpt(value.items[0].scalar),
                      excerpt(value.items[1].scalar));
    }
    return Range{*lowest, *highest, std::string(measure.unit)};
  }

  [[nodiscard]] Criterion limit(const YamlEntry& entry, const Measure& measure) {
    const auto value = number(entry.value, entry.key, measure);
    if (!value) return {};
    const Comparison comparison = entry.key == "at_most" ? Comparison::at_most : Comparison::at_least;
    return Limit{comparison, *value, std::string(measure.unit)};
  }

  /// In the measure's unit; nullopt after a problem.
  [[nodiscard]] std::optional<double> number(const YamlNode& value, std::string_view key,
                                             const Measure& measure) {
    const std::string text = m_fields.text(value, key);
    if (text.empty()) return std::nullopt;
    const auto parsed = parse_limit(text, measure);
    if (parsed) return *parsed;
    m_fields.refuse(value.offset, parsed.error());
    return std::nullopt;
  }

  YamlFields& m_fields;
  std::size_t m_count = 0;
};

}  // namespace

Condition read_condition(const YamlNode& rule, YamlFields& fields) {
  return ConditionReader(fields).read(rule, 1);
}

}  // namespace preshift
