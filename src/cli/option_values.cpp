#include "option_values.hpp"

#include "cli_texts.hpp"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace preshift {
namespace {

using std::chrono::milliseconds;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

struct NumberWithUnit {
  double number = 0;
  std::string_view unit;
};

std::optional<NumberWithUnit> split_number(std::string_view text) {
  text = trimmed(text);
  NumberWithUnit parts;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), parts.number, std::chars_format::fixed);
  if (error != std::errc{} || !std::isfinite(parts.number)) return std::nullopt;
  parts.unit = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
  return parts;
}

std::optional<double> milliseconds_in(std::string_view unit) {
  if (unit == "ms") return 1;
  if (unit.empty() || unit == "s") return 1000;
  if (unit == "m" || unit == "min") return 60'000;
  return std::nullopt;
}

std::optional<double> decibels(std::string_view text) {
  const auto parts = split_number(text);
  if (!parts || !(parts->unit.empty() || parts->unit == "dB" || parts->unit == "db")) return std::nullopt;
  return parts->number;
}

}  // namespace

Result<milliseconds> parse_duration(std::string_view text) {
  constexpr double k_shortest_ms = 1000;
  constexpr double k_longest_ms = 600'000;
  const auto parts = split_number(text);
  const auto unit_ms = parts ? milliseconds_in(parts->unit) : std::nullopt;
  const double duration_ms = unit_ms ? parts->number * *unit_ms : 0;
  if (duration_ms < k_shortest_ms || duration_ms > k_longest_ms)
    return unusable_input(cli_text("cli.bad_duration"), std::string(text));
  return milliseconds(std::llround(duration_ms));
}

Result<StatedFullScale> parse_full_scale(std::string_view text) {
  constexpr double k_highest_db = 250;
  constexpr double k_largest_uncertainty_db = 20;
  constexpr std::size_t k_sign_size = 2;  // in bytes, of both ways to write it
  std::size_t sign = text.find("+-");
  if (sign == std::string_view::npos) sign = text.find("±");
  std::optional<double> uncertainty = k_unstated_uncertainty_db;
  if (sign != std::string_view::npos) uncertainty = decibels(text.substr(sign + k_sign_size));
  const auto level = decibels(text.substr(0, sign));
  const bool good = level && std::abs(*level) <= k_highest_db && uncertainty && *uncertainty >= 0 &&
                    *uncertainty <= k_largest_uncertainty_db;
  if (!good) return unusable_input(cli_text("cli.bad_full_scale"), std::string(text));
  return StatedFullScale{*level, *uncertainty};
}

}  // namespace preshift
