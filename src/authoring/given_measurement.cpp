#include "given_measurement.hpp"

#include "limit_text.hpp"
#include "limit_unit.hpp"
#include "measures.hpp"
#include "rules_test_texts.hpp"
#include "rules_texts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 7> k_keys{"value",    "uncertainty", "at_most", "unknown",
                                                 "declined", "failed",      "doubt"};
constexpr std::array<std::string_view, 5> k_heads{"value", "at_most", "unknown", "declined", "failed"};
constexpr std::string_view k_digits = "0123456789.+- ";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

std::string_view written_unit(std::string_view text) {
  const std::size_t end_of_number = text.find_first_not_of(k_digits);
  return end_of_number == std::string_view::npos ? std::string_view{} : trimmed(text.substr(end_of_number));
}

/// "38 ± 2 dB(A)" in two; the value has the unit of its uncertainty when it has none of its own.
struct ValueAndUncertainty {
  std::string value;
  std::string uncertainty;  ///< may be empty
};

ValueAndUncertainty parts_of(std::string_view text) {
  for (const std::string_view sign : {"±", "+/-", "+-"}) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    std::string value(trimmed(text.substr(0, at)));
    const std::string_view uncertainty = trimmed(text.substr(at + sign.size()));
    if (written_unit(value).empty()) value += " " + std::string(written_unit(uncertainty));
    return {std::string(trimmed(value)), std::string(uncertainty)};
  }
  return {std::string(trimmed(text)), {}};
}

/// Reads what was measured of one measure.
class GivenReader {
 public:
  GivenReader(const Measure& measure, YamlFields& fields) : m_measure(measure), m_fields(fields) {
    m_given.name = measure.name;
    m_given.unit = measure.unit;
  }

  [[nodiscard]] Measurement read(const YamlNode& value) {
    if (value.kind == YamlKind::mapping) {
      read_group(value);
    } else {
      read_value(value);
    }
    return std::move(m_given);
  }

 private:
  void read_group(const YamlNode& group) {
    m_fields.refuse_other_keys(group, k_keys);
    std::vector<const YamlEntry*> heads;
    for (const YamlEntry& entry : group.entries)
      if (std::find(k_heads.begin(), k_heads.end(), entry.key) != k_heads.end()) heads.push_back(&entry);
    if (heads.size() != 1)
      return m_fields.refuse(group.offset, rules_test_text("test.given_group"), joined(k_heads));
    const YamlEntry& head = *heads.front();
    const bool has_value = head.key == "value" || head.key == "at_most";
    if (has_value) {
      read_value(head.value);
    } else {
      m_given.outcome = Absence{absence_kind(head.key), reason(head.value, head.key)};
    }
    for (const char* key : {"uncertainty", "doubt"}) {
      const YamlEntry* entry = group.find(key);
      const bool is_left_over = entry != nullptr && !has_value;
      if (is_left_over) m_fields.refuse(entry->key_offset, rules_test_text("test.no_value"), entry->key);
    }
    if (!has_value) return;
    read_details(group, head);
  }

  void read_details(const YamlNode& group, const YamlEntry& head) {
    auto* quantity = std::get_if<Quantity>(&m_given.outcome);
    if (const YamlEntry* entry = group.find("uncertainty")) {
      const std::string text = m_fields.text(entry->value, entry->key);
      if (quantity == nullptr) {
        m_fields.refuse(entry->key_offset, rules_test_text("test.no_number"), std::string(m_measure.name));
      } else if (!text.empty()) {
        quantity->expanded_uncertainty = uncertainty(entry->value, text);
      }
    }
    if (const YamlEntry* entry = group.find("doubt")) m_given.doubt = reason(entry->value, entry->key);
    if (head.key != "at_most") return;
    if (quantity == nullptr)
      return m_fields.refuse(head.key_offset, rules_test_text("test.no_number"), std::string(m_measure.name));
    quantity->is_upper_bound = true;
  }

  static AbsenceKind absence_kind(std::string_view key) {
    if (key == "declined") return AbsenceKind::declined;
    return key == "failed" ? AbsenceKind::failed : AbsenceKind::unknown;
  }

  [[nodiscard]] Message reason(const YamlNode& value, std::string_view key) {
    return {rules_test_text("test.reason"), {m_fields.text(value, key)}};
  }

  void read_value(const YamlNode& value) {
    const std::string text = m_fields.text(value, m_measure.name);
    if (text.empty()) return;
    if (m_measure.words.empty()) return read_number(value, text);
    const auto found = std::find(m_measure.words.begin(), m_measure.words.end(), text);
    if (found == m_measure.words.end()) {
      m_fields.refuse_word(value, text, m_measure.words, rules_text("word.unknown_near"),
                           rules_text("word.unknown"), m_measure.name);
    }
    m_given.outcome = State{text};
  }

  void read_number(const YamlNode& value, const std::string& text) {
    const ValueAndUncertainty parts = parts_of(text);
    const LimitUnit* unit = find_limit_unit(m_measure.unit);
    const bool is_uncalibrated = unit->sound_level && written_unit(parts.value) == units::k_dbfs;
    if (is_uncalibrated) unit = find_limit_unit(units::k_dbfs);
    m_given.unit = unit->symbol;
    m_given.outcome = Quantity{};
    const auto number = parse_limit(parts.value, *unit, m_measure.name);
    if (!number) return m_fields.refuse(value.offset, number.error());
    Quantity quantity{*number};
    if (!parts.uncertainty.empty()) quantity.expanded_uncertainty = uncertainty(value, parts.uncertainty);
    m_given.outcome = quantity;
  }

  /// A number from 0 in the value's unit; of a level, in dB as well. 0 after a problem.
  [[nodiscard]] double uncertainty(const YamlNode& value, const std::string& text) {
    const LimitUnit* own = find_limit_unit(m_given.unit);
    LimitUnit unit = *own;
    const bool is_level = own->sound_level || own->symbol == units::k_dbfs;
    if (is_level && written_unit(text) == units::k_db) unit = *find_limit_unit(units::k_db);
    unit.lowest = 0;
    unit.highest = std::max(unit.highest, -own->lowest);
    unit.whole = false;
    const auto number = parse_limit(text, unit, m_measure.name);
    if (number) return *number;
    m_fields.refuse(value.offset, number.error());
    return 0;
  }

  const Measure& m_measure;
  YamlFields& m_fields;
  Measurement m_given;
};

}  // namespace

Measurement read_given_measurement(const YamlEntry& entry, YamlFields& fields) {
  if (const Measure* measure = find_measure(entry.key))
    return GivenReader(*measure, fields).read(entry.value);
  std::vector<std::string_view> names;
  for (const Measure& each : measures()) names.push_back(each.name);
  YamlNode key;
  key.offset = entry.key_offset;
  fields.refuse_word(key, entry.key, names, rules_text("rule.measure_near"), rules_text("rule.measure"));
  return {};
}

}  // namespace preshift
