#include "parameter_reader.hpp"

#include "edit_distance.hpp"
#include "excerpt.hpp"
#include "limit_text.hpp"
#include "limit_unit.hpp"
#include "names.hpp"
#include "rules_texts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 5> k_parameter_keys{"description", "unit", "range", "one_of",
                                                           "default"};

Failure<Message> complaint(const Text& text, std::vector<Argument> arguments) {
  arguments.insert(arguments.begin(), std::string{});
  return {Message{text, std::move(arguments)}};
}

Expected<void, Message> set_number(const std::string& name, NumberParameter& number, std::string_view text) {
  const LimitUnit* unit = find_limit_unit(number.unit);
  if (unit == nullptr) return {};  // its declaration is refused already
  const auto value = parse_limit(text, *unit, name);
  if (!value) return Failure{value.error()};
  if (*value < number.lowest || *value > number.highest) {
    return complaint(rules_text("parameter.out_of_range"),
                     {excerpt(text), name, number.lowest, number.highest, number.unit});
  }
  number.value = *value;
  return {};
}

Expected<void, Message> set_word(const std::string& name, WordParameter& word, std::string_view text) {
  if (word.words.empty()) return {};  // its declaration is refused already
  if (std::find(word.words.begin(), word.words.end(), text) == word.words.end()) {
    const std::vector<std::string_view> words(word.words.begin(), word.words.end());
    return complaint(rules_text("word.unknown"), {excerpt(text), joined(words), name});
  }
  word.value = text;
  return {};
}

/// Reads one declaration.
class ParameterReader {
 public:
  ParameterReader(const YamlEntry& declared, YamlFields& fields) : m_declared(declared), m_fields(fields) {}

  [[nodiscard]] Parameter read() {
    const YamlNode& mapping = m_declared.value;
    m_fields.refuse_other_keys(mapping, k_parameter_keys);
    Parameter parameter{m_declared.key, m_fields.required_translations(mapping, "description"), {}};
    const YamlEntry* words = mapping.find("one_of");
    if (words != nullptr) {
      for (const char* key : {"unit", "range"})
        if (const YamlEntry* other = mapping.find(key))
          m_fields.refuse(other->key_offset, rules_text("parameter.word_or_number"), other->key);
      parameter.kind = WordParameter{word_list(words->value), {}};
    } else if (auto number = number_range(mapping)) {
      parameter.kind = *number;
    } else {
      return parameter;
    }
    set_default(parameter);
    return parameter;
  }

 private:
  void set_default(Parameter& parameter) {
    const YamlNode* value = m_fields.required(m_declared.value, "default");
    if (value == nullptr) return;
    const std::string text = m_fields.text(*value, "default");
    if (text.empty()) return;
    if (const auto is_set = set_parameter(parameter, text); !is_set)
      m_fields.refuse(value->offset, is_set.error());
  }

  [[nodiscard]] std::vector<std::string> word_list(const YamlNode& value) {
    std::vector<std::string> words;
    if (value.kind != YamlKind::sequence || value.items.empty())
      m_fields.refuse(value.offset, rules_text("parameter.no_words"));
    for (const YamlNode& item : value.items) {
      if (m_fields.is_full()) break;
      std::string word = m_fields.text(item, "one_of");
      if (std::find(words.begin(), words.end(), word) != words.end())
        m_fields.refuse(item.offset, rules_text("words.twice"), excerpt(word));
      words.push_back(std::move(word));
    }
    return words;
  }

  /// nullopt after a problem.
  [[nodiscard]] std::optional<NumberParameter> number_range(const YamlNode& mapping) {
    const LimitUnit* unit = this->unit(mapping);
    const YamlNode* range = m_fields.required(mapping, "range");
    if (unit == nullptr || range == nullptr) return std::nullopt;
    if (range->kind != YamlKind::sequence || range->items.size() != 2) {
      m_fields.refuse(range->offset, rules_text("parameter.range"), std::string(unit->example));
      return std::nullopt;
    }
    const auto lowest = number(range->items[0], *unit);
    const auto highest = number(range->items[1], *unit);
    if (!lowest || !highest) return std::nullopt;
    if (*lowest >= *highest) {
      m_fields.refuse(range->items[0].offset, rules_text("parameter.range"), std::string(unit->example));
      return std::nullopt;
    }
    return NumberParameter{std::string(unit->symbol), *lowest, *lowest, *highest};
  }

  [[nodiscard]] const LimitUnit* unit(const YamlNode& mapping) {
    const std::string written = m_fields.required_text(mapping, "unit");
    if (written.empty()) return nullptr;
    const LimitUnit* unit = find_spelled_unit(written);
    if (unit == nullptr) {
      m_fields.refuse_word(mapping.find("unit")->value, written, limit_unit_symbols(),
                           rules_text("parameter.unit_near"), rules_text("parameter.unit"));
    }
    return unit;
  }

  [[nodiscard]] std::optional<double> number(const YamlNode& value, const LimitUnit& unit) {
    const std::string text = m_fields.text(value, "range");
    if (text.empty()) return std::nullopt;
    const auto parsed = parse_limit(text, unit, m_declared.key);
    if (parsed) return *parsed;
    m_fields.refuse(value.offset, parsed.error());
    return std::nullopt;
  }

  const YamlEntry& m_declared;
  YamlFields& m_fields;
};

}  // namespace

Parameter read_parameter(const YamlEntry& declared, YamlFields& fields) {
  return ParameterReader(declared, fields).read();
}

Expected<void, Message> set_parameter(Parameter& parameter, std::string_view text) {
  if (auto* number = std::get_if<NumberParameter>(&parameter.kind))
    return set_number(parameter.name, *number, text);
  return set_word(parameter.name, std::get<WordParameter>(parameter.kind), text);
}

void refuse_unknown_parameter(const YamlNode& value, std::string_view name, const Vocabulary& vocabulary,
                              YamlFields& fields) {
  std::vector<std::string_view> names;
  for (const auto& [known, parameter] : vocabulary.parameters) names.push_back(known);
  if (names.empty()) return fields.refuse(value.offset, rules_text("parameter.none"), excerpt(name));
  fields.refuse_word(value, name, names, rules_text("parameter.unknown_near"),
                     rules_text("parameter.unknown"));
}

}  // namespace preshift
