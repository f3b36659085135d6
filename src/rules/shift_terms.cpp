#include "shift_terms.hpp"

#include "excerpt.hpp"
#include "limit_text.hpp"
#include "measures.hpp"
#include "rules_texts.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 1> k_shift_keys{"start_within"};

std::optional<std::chrono::seconds> read_start_within(const YamlNode& value, YamlFields& fields) {
  const std::string text = fields.text(value, "start_within");
  if (text.empty()) return std::nullopt;
  const auto number = parse_limit(text, *find_limit_unit(units::k_second), "start_within");
  if (!number) {
    fields.refuse(value.offset, number.error());
    return std::nullopt;
  }
  const std::chrono::seconds within(std::llround(*number));
  if (within < k_shortest_start_within || within > k_longest_start_within) {
    fields.refuse(value.offset, rules_text("shift.start_within"), excerpt(text));
    return std::nullopt;
  }
  return within;
}

}  // namespace

ShiftTerms read_shift_terms(const YamlNode& value, YamlFields& fields) {
  ShiftTerms terms;
  if (value.kind != YamlKind::mapping) {
    fields.refuse(value.offset, rules_text("shift.not_keys"));
    return terms;
  }
  fields.refuse_other_keys(value, k_shift_keys);
  if (const YamlEntry* entry = value.find("start_within"))
    terms.start_within = read_start_within(entry->value, fields);
  return terms;
}

}  // namespace preshift
