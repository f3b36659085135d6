#include "limit_text.hpp"

#include "excerpt.hpp"
#include "limit_unit.hpp"
#include "rules_texts.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace preshift {
namespace {

/// Length of the blank at the beginning, no-break spaces included: the French write them before a unit.
std::size_t leading_blank(std::string_view text) {
  for (const std::string_view blank : {" ", "\t", "\n", "\r", "\u00A0", "\u202F"}) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::string_view trimmed(std::string_view text) {
  while (const std::size_t blank = leading_blank(text)) text.remove_prefix(blank);
  const std::size_t last = text.find_last_not_of(" \t\n\r");
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

struct NumberAndRest {
  double number = 0;
  std::string_view rest;  ///< what follows it, blanks included
};

std::optional<NumberAndRest> leading_number(std::string_view text) {
  double number = 0;
  const auto parsed =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (parsed.ec != std::errc{} || !std::isfinite(number)) return std::nullopt;
  return NumberAndRest{number + 0.0, text.substr(static_cast<std::size_t>(parsed.ptr - text.data()))};
}

bool begins_with_digit(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

/// "45,5": a decimal comma. ("1,000" too: a point is asked for, and then 1.000 is seen to be meant or not.)
bool has_comma(std::string_view rest) {
  return rest.starts_with(',') && begins_with_digit(rest.substr(1));
}

/// Still inside the number: "1.2.3", "4_000", "45 000", "1e3".
bool goes_on(std::string_view rest) {
  const bool exponent =
      rest.size() > 1 && (rest[0] == 'e' || rest[0] == 'E') && begins_with_digit(rest.substr(1));
  return rest.starts_with('.') || rest.starts_with('_') || rest.starts_with(',') || exponent ||
         begins_with_digit(trimmed(rest));
}

Text unit_complaint(std::string_view written, const LimitUnit& unit) {
  if (unit.symbol == units::k_one) return rules_text("limit.no_unit_allowed");
  if (written.empty()) return rules_text("limit.no_unit");
  if (unit.sound_level && written == units::k_dbfs) return rules_text("limit.full_scale_unit");
  return rules_text("limit.unit");
}

const UnitSpelling* find_spelling(std::string_view written, const LimitUnit& unit) {
  const auto found = std::find_if(unit.spellings.begin(), unit.spellings.end(),
                                  [&](const UnitSpelling& spelling) { return spelling.text == written; });
  return found == unit.spellings.end() ? nullptr : &*found;
}

}  // namespace

Expected<double, Message> parse_limit(std::string_view text, const LimitUnit& unit,
                                      std::string_view subject) {
  const auto complain = [&](const Text& complaint) {
    return Failure<Message>{{complaint,
                             {std::string{}, excerpt(text), std::string(subject), std::string(unit.symbol),
                              std::string(unit.example), unit.lowest, unit.highest}}};
  };
  const auto parsed = leading_number(trimmed(text));
  if (!parsed) return complain(rules_text("limit.not_a_number"));
  const auto [written_number, rest] = *parsed;
  if (has_comma(rest)) return complain(rules_text("limit.comma"));
  if (goes_on(rest)) return complain(rules_text("limit.not_a_number"));
  const std::string_view written = trimmed(rest);
  const UnitSpelling* spelling = find_spelling(written, unit);
  if (spelling == nullptr) return complain(unit_complaint(written, unit));
  const double number = written_number * spelling->multiplier / spelling->divisor;
  if (number < unit.lowest || number > unit.highest) return complain(rules_text("limit.range"));
  if (unit.whole && number != std::floor(number)) return complain(rules_text("limit.not_whole"));
  return number;
}

Expected<double, Message> parse_limit(std::string_view text, const Measure& measure) {
  const LimitUnit* unit = find_limit_unit(measure.unit);
  if (unit == nullptr) std::abort();  // a measure that is a number has a unit, and every unit is listed
  return parse_limit(text, *unit, measure.name);
}

}  // namespace preshift
