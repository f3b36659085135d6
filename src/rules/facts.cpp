#include "facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 7> k_weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 2> k_captures{"live", "recorded"};
constexpr std::array<std::string_view, 2> k_rooms{"enrolled", "not-enrolled"};

constexpr std::array k_known_facts{
    KnownFact{"agent", {}, true},     KnownFact{"site", {}, true},      KnownFact{"role", {}},
    KnownFact{"shift", {}},           KnownFact{"contract", {}},        KnownFact{k_time_fact, {}},
    KnownFact{"weekday", k_weekdays}, KnownFact{"capture", k_captures}, KnownFact{"room", k_rooms},
};

std::optional<int> two_digits(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return std::nullopt;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

std::span<const KnownFact> known_facts() {
  return k_known_facts;
}

const KnownFact* find_known_fact(std::string_view name) {
  const auto found = std::find_if(k_known_facts.begin(), k_known_facts.end(),
                                  [&](const KnownFact& fact) { return fact.name == name; });
  return found == k_known_facts.end() ? nullptr : &*found;
}

std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = two_digits(text.substr(0, 2));
  const auto minute = two_digits(text.substr(3));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute);
}

std::string written_time_of_day(std::chrono::minutes since_midnight) {
  return fmt::format("{:02}:{:02}", since_midnight.count() / 60, since_midnight.count() % 60);
}

}  // namespace preshift
