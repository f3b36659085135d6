#pragma once

#include "text.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace preshift {

enum class Sensor { microphone, camera };

/// What can be measured: one row of the catalogue that rules are checked against.
struct Measure {
  std::string_view name;         ///< dotted and stable
  std::string_view unit;         ///< the unit a limit is stated in; empty when the value is a word
  std::optional<Sensor> sensor;  ///< none: it is known without measuring
  Text title;                    ///< what it is, for people
  std::span<const std::string_view> words{};  ///< the values a State can take; empty for a Quantity
};

/// Unit symbols. Levels are `dB(A)`, `dB(C)` or `dB(Z)` (re 20 µPa, weighted so) once the chain is
/// calibrated, else `dBFS`: the level of the weighted signal relative to one whose RMS is full scale, so a
/// full-scale sine is -3.01 dBFS.
namespace units {
inline constexpr std::string_view k_dba = "dB(A)";
inline constexpr std::string_view k_dbc = "dB(C)";
inline constexpr std::string_view k_dbz = "dB(Z)";
inline constexpr std::string_view k_dbfs = "dBFS";
inline constexpr std::string_view k_db = "dB";  ///< a difference of levels: needs no calibration
inline constexpr std::string_view k_hertz = "Hz";
inline constexpr std::string_view k_per_second = "1/s";
inline constexpr std::string_view k_percent = "%";
inline constexpr std::string_view k_second = "s";
inline constexpr std::string_view k_person = "person";
inline constexpr std::string_view k_picture = "picture";
inline constexpr std::string_view k_one = "1";  ///< a ratio, a count or a rating
}  // namespace units

/// Every measure of this version, in the order in which reports list them.
[[nodiscard]] std::span<const Measure> measures();

/// The measure of this name, or nullptr.
[[nodiscard]] const Measure* find_measure(std::string_view name);

}  // namespace preshift
