#include "applicability_reader.hpp"

#include "excerpt.hpp"
#include "facts.hpp"
#include "names.hpp"
#include "rules_texts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace preshift {
namespace {

constexpr std::array k_combinators{Combinator::any, Combinator::all, Combinator::none};

std::optional<Combinator> combinator_named(std::string_view key) {
  for (const Combinator combinator : k_combinators)
    if (to_string(combinator) == key) return combinator;
  return std::nullopt;
}

std::vector<std::string_view> views(const std::vector<std::string>& words) {
  return {words.begin(), words.end()};
}

/// Reads the applicability of one rule.
class ApplicabilityReader {
 public:
  ApplicabilityReader(const Vocabulary& vocabulary, YamlFields& fields)
      : m_vocabulary(vocabulary), m_fields(fields) {}

  /// A group of facts, all of which must hold. It has no parts after a problem.
  [[nodiscard]] Applicability group(const YamlNode& mapping, std::size_t depth) {
    ApplicabilityCombination all{Combinator::all, {}};
    if (mapping.kind != YamlKind::mapping || mapping.entries.empty()) {
      m_fields.refuse(mapping.offset, rules_text("applies.not_keys"));
    } else if (depth > k_deepest_condition) {
      m_fields.refuse(mapping.offset, rules_text("condition.too_deep"), std::to_string(k_deepest_condition));
    } else {
      for (const YamlEntry& entry : mapping.entries) all.parts.push_back(part(entry, depth));
    }
    if (all.parts.size() == 1) return std::move(all.parts.front());
    return {std::move(all)};
  }

 private:
  [[nodiscard]] Applicability part(const YamlEntry& entry, std::size_t depth) {
    if (const auto combinator = combinator_named(entry.key)) return combination(*combinator, entry, depth);
    if (entry.key == k_time_fact) return {TimeIsIn{spans(entry.value)}};
    return {FactIs{entry.key, values(entry)}};
  }

  [[nodiscard]] Applicability combination(Combinator combinator, const YamlEntry& entry, std::size_t depth) {
    ApplicabilityCombination read{combinator, {}};
    if (entry.value.kind != YamlKind::sequence || entry.value.items.empty())
      m_fields.refuse(entry.value.offset, rules_text("applies.not_list"), entry.key);
    for (const YamlNode& item : entry.value.items) {
      if (m_fields.is_full()) break;
      read.parts.push_back(group(item, depth + 1));
    }
    return {std::move(read)};
  }

  /// One value, or a list of them.
  template <class Read>
  void each(const YamlNode& value, std::string_view key, Read read) {
    if (value.kind != YamlKind::sequence) return read(value);
    if (value.items.empty()) m_fields.refuse(value.offset, rules_text("value.empty"), std::string(key));
    for (const YamlNode& item : value.items) {
      if (m_fields.is_full()) break;
      read(item);
    }
  }

  [[nodiscard]] std::vector<DaySpan> spans(const YamlNode& value) {
    std::vector<DaySpan> read;
    each(value, k_time_fact, [&](const YamlNode& item) { read.push_back(span(item)); });
    return read;
  }

  /// "22:00 to 06:00".
  [[nodiscard]] DaySpan span(const YamlNode& value) {
    constexpr std::string_view k_to = " to ";
    const std::string text = m_fields.text(value, k_time_fact);
    if (text.empty()) return {};
    const std::size_t at = text.find(k_to);
    const auto from = parse_time_of_day(std::string_view(text).substr(0, at));
    const auto until = at == std::string::npos
                           ? std::nullopt
                           : parse_time_of_day(std::string_view(text).substr(at + k_to.size()));
    if (from && until && *from != *until) return {*from, *until};
    m_fields.refuse(value.offset, rules_text("applies.time"), excerpt(text));
    return {};
  }

  [[nodiscard]] std::vector<std::string> values(const YamlEntry& entry) {
    std::vector<std::string> read;
    const auto declared = m_vocabulary.facts.find(entry.key);
    const KnownFact* known = find_known_fact(entry.key);
    if (declared == m_vocabulary.facts.end() && known == nullptr) {
      refuse_unknown_fact(entry);
      return read;
    }
    each(entry.value, entry.key, [&](const YamlNode& item) {
      read.push_back(m_fields.text(item, entry.key));
      if (read.back().empty()) return;
      if (declared != m_vocabulary.facts.end()) {
        expect_one_of(item, entry.key, read.back(), views(declared->second));
      } else if (!known->values.empty()) {
        expect_one_of(item, entry.key, read.back(), known->values);
      } else if (!known->is_free && !is_name(read.back(), ".-_")) {
        m_fields.refuse(item.offset, rules_text("fact.not_a_name"), excerpt(read.back()));
      }
    });
    return read;
  }

  void expect_one_of(const YamlNode& item, std::string_view fact, const std::string& word,
                     std::span<const std::string_view> words) {
    if (std::find(words.begin(), words.end(), word) != words.end()) return;
    m_fields.refuse_word(item, word, words, rules_text("word.unknown_near"), rules_text("word.unknown"),
                         fact);
  }

  void refuse_unknown_fact(const YamlEntry& entry) {
    std::vector<std::string_view> names;
    for (const KnownFact& fact : known_facts()) names.push_back(fact.name);
    for (const auto& [name, words] : m_vocabulary.facts) names.push_back(name);
    YamlNode key;
    key.offset = entry.key_offset;
    m_fields.refuse_word(key, entry.key, names, rules_text("fact.unknown_near"), rules_text("fact.unknown"));
  }

  const Vocabulary& m_vocabulary;
  YamlFields& m_fields;
};

/// A fact whose values are fixed, or free, has none to be declared.
bool may_be_declared(std::string_view name) {
  const KnownFact* known = find_known_fact(name);
  if (known == nullptr) return is_name(name, "-_");
  return known->values.empty() && name != k_time_fact;
}

void read_fact_words(const YamlNode& list, std::vector<std::string>& words, YamlFields& fields) {
  for (const YamlNode& item : list.items) {
    if (fields.is_full()) return;
    std::string word = fields.text(item, "facts");
    const bool is_new = std::find(words.begin(), words.end(), word) == words.end();
    if (!is_new) fields.refuse(item.offset, rules_text("words.twice"), excerpt(word));
    if (is_new && !word.empty()) words.push_back(std::move(word));
  }
}

}  // namespace

std::optional<Applicability> read_applicability(const YamlNode& value, const Vocabulary& vocabulary,
                                                YamlFields& fields) {
  if (value.kind == YamlKind::scalar && value.scalar == "always") return std::nullopt;
  return ApplicabilityReader(vocabulary, fields).group(value, 1);
}

void read_facts(const YamlNode& value, Vocabulary& vocabulary, YamlFields& fields) {
  if (value.kind != YamlKind::mapping) return fields.refuse(value.offset, rules_text("facts.not_keys"));
  for (const YamlEntry& entry : value.entries) {
    if (fields.is_full()) return;
    if (!may_be_declared(entry.key)) {
      fields.refuse(entry.key_offset, rules_text("facts.name"), excerpt(entry.key));
    } else if (entry.value.kind != YamlKind::sequence || entry.value.items.empty()) {
      fields.refuse(entry.value.offset, rules_text("facts.not_list"), entry.key);
    } else {
      read_fact_words(entry.value, vocabulary.facts[entry.key], fields);
    }
  }
}

}  // namespace preshift
