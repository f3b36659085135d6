#include "option_values.hpp"

#include "cli_texts.hpp"

#include <algorithm>
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

/// 0 for what is no unit of length.
double metres_in(std::string_view unit) {
  if (unit == "m") return 1;
  if (unit == "cm") return 0.01;
  return unit == "mm" ? 0.001 : 0;
}

std::optional<double> decibels(std::string_view text) {
  const auto parts = split_number(text);
  if (!parts || !(parts->unit.empty() || parts->unit == "dB" || parts->unit == "db")) return std::nullopt;
  return parts->number;
}

struct StatedLevel {
  double db = 0;
  double standard_uncertainty_db = 0;
};

std::optional<StatedLevel> level_with_uncertainty(std::string_view text, double unstated_db) {
  constexpr double k_highest_db = 250;
  constexpr double k_largest_uncertainty_db = 20;
  constexpr std::size_t k_sign_size = 2;  // in bytes, of both ways to write it
  std::size_t sign = text.find("+-");
  if (sign == std::string_view::npos) sign = text.find("±");
  std::optional<double> uncertainty = unstated_db;
  if (sign != std::string_view::npos) uncertainty = decibels(text.substr(sign + k_sign_size));
  const auto level = decibels(text.substr(0, sign));
  const bool good = level && std::abs(*level) <= k_highest_db && uncertainty && *uncertainty >= 0 &&
                    *uncertainty <= k_largest_uncertainty_db;
  if (!good) return std::nullopt;
  return StatedLevel{*level, *uncertainty};
}

std::optional<milliseconds> moment(std::string_view text) {
  constexpr double k_latest_ms = 600'000;
  const auto parts = split_number(text);
  const auto unit_ms = parts ? milliseconds_in(parts->unit) : std::nullopt;
  if (!unit_ms || parts->number < 0 || parts->number * *unit_ms > k_latest_ms) return std::nullopt;
  return milliseconds(std::llround(parts->number * *unit_ms));
}

/// "silent=8s-28s" into its place.
bool take_phase(std::string_view text, SoundPhases& phases) {
  const std::size_t equals = text.find('=');
  const std::size_t dash = text.find('-');
  if (equals == std::string_view::npos || dash == std::string_view::npos || dash < equals) return false;
  const auto from = moment(text.substr(equals + 1, dash - equals - 1));
  const auto to = moment(text.substr(dash + 1));
  if (!from || !to) return false;
  if (text.substr(0, equals) == "reading") return phases.reading = {*from, *to}, true;
  if (text.substr(0, equals) == "silent") return phases.silent = {*from, *to}, true;
  return false;
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

Result<FullScale> parse_full_scale(std::string_view text, const std::string& option) {
  const auto level = level_with_uncertainty(text, k_unstated_uncertainty_db);
  if (!level) return unusable_input(cli_text("cli.bad_full_scale"), std::string(text), option);
  return FullScale{level->db, level->standard_uncertainty_db};
}

Result<double> parse_sound_level(std::string_view text, const std::string& option) {
  constexpr double k_lowest_db = 20;
  constexpr double k_highest_db = 160;
  std::string_view bare = trimmed(text);
  for (const std::string_view unit : {"dB(A)", "dBA"})
    if (bare.ends_with(unit)) bare.remove_suffix(unit.size());
  const auto level = decibels(bare);
  if (!level || *level < k_lowest_db || *level > k_highest_db)
    return unusable_input(cli_text("cli.bad_sound_level"), std::string(text), option);
  return *level;
}

Result<double> parse_distance(std::string_view text) {
  constexpr double k_nearest_m = 0.05;
  constexpr double k_farthest_m = 2;
  const auto parts = split_number(text);
  const double metres = parts ? parts->number * metres_in(parts->unit) : 0;
  if (metres < k_nearest_m || metres > k_farthest_m)
    return unusable_input(cli_text("cli.bad_distance"), std::string(text));
  return metres;
}

Result<std::chrono::days> parse_validity(std::string_view text, const std::string& option) {
  constexpr double k_longest_days = 730;
  const auto parts = split_number(text);
  const bool good = parts && parts->unit == "d" && parts->number >= 1 && parts->number <= k_longest_days &&
                    parts->number == std::floor(parts->number);
  if (!good) return unusable_input(cli_text("cli.bad_validity"), option, std::string(text));
  return std::chrono::days(std::lround(parts->number));
}

Result<SelfNoise> parse_self_noise(std::string_view text) {
  const auto level = level_with_uncertainty(text, SelfNoise{}.standard_uncertainty_db);
  if (!level) return unusable_input(cli_text("cli.bad_self_noise"), std::string(text));
  return SelfNoise{level->db, level->standard_uncertainty_db};
}

Result<SoundPhases> parse_phases(std::string_view text, const std::string& place) {
  SoundPhases phases;
  bool good = std::count(text.begin(), text.end(), ',') == 1;
  for (const std::string_view part : {text.substr(0, text.find(',')), text.substr(text.find(',') + 1)})
    good = good && take_phase(trimmed(part), phases);
  const auto in_order = [](const TimeSpan& first, const TimeSpan& second) { return first.to <= second.from; };
  good = good && phases.reading.to > phases.reading.from && phases.silent.to > phases.silent.from &&
         (in_order(phases.reading, phases.silent) || in_order(phases.silent, phases.reading));
  if (!good) return unusable_input(cli_text("cli.bad_phases"), place, std::string(text));
  return phases;
}

}  // namespace preshift
