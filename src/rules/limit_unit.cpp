#include "limit_unit.hpp"

#include "measures.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

using Spelled = UnitSpelling;

constexpr std::array k_dba{Spelled{"dB(A)"}};
constexpr std::array k_dbc{Spelled{"dB(C)"}};
constexpr std::array k_dbz{Spelled{"dB(Z)"}};
constexpr std::array k_dbfs{Spelled{"dBFS"}};
constexpr std::array k_db{Spelled{"dB"}};
constexpr std::array k_hertz{Spelled{"Hz"}, Spelled{"kHz", 1000}};
constexpr std::array k_per_second{Spelled{"/s"}, Spelled{"per second"}, Spelled{"/min", 1, 60},
                                  Spelled{"per minute", 1, 60}};
constexpr std::array k_percent{Spelled{"%"}};
constexpr std::array k_second{Spelled{"s"}, Spelled{"ms", 1, 1000}, Spelled{"min", 60}, Spelled{"h", 3600}};
constexpr std::array k_person{Spelled{"person"}, Spelled{"persons"}, Spelled{"people"}};
constexpr std::array k_picture{Spelled{"picture"}, Spelled{"pictures"}};
constexpr std::array k_one{Spelled{""}};

constexpr LimitUnit sound_level(std::string_view symbol, std::span<const UnitSpelling> written,
                                std::string_view example) {
  return {symbol, written, 0, 140, false, true, example};
}

constexpr LimitUnit number(std::string_view symbol, std::span<const UnitSpelling> written, double lowest,
                           double highest, std::string_view example) {
  return {symbol, written, lowest, highest, false, false, example};
}

constexpr LimitUnit count(std::string_view symbol, std::span<const UnitSpelling> written, double highest,
                          std::string_view example) {
  return {symbol, written, 0, highest, true, false, example};
}

constexpr std::array k_limit_units{
    sound_level(units::k_dba, k_dba, "45 dB(A)"),
    sound_level(units::k_dbc, k_dbc, "60 dB(C)"),
    sound_level(units::k_dbz, k_dbz, "70 dB(Z)"),
    number(units::k_dbfs, k_dbfs, -200, 0, "-40 dBFS"),
    number(units::k_db, k_db, -140, 140, "20 dB"),
    number(units::k_hertz, k_hertz, 0, 192'000, "8000 Hz"),
    number(units::k_per_second, k_per_second, 0, 1'000'000, "0.5 /s"),
    number(units::k_percent, k_percent, 0, 100, "10 %"),
    number(units::k_second, k_second, 0, 86'400, "20 s"),
    count(units::k_person, k_person, 100, "1 person"),
    count(units::k_picture, k_picture, 1'000'000, "10 pictures"),
    number(units::k_one, k_one, 0, 1'000'000, "0.5"),
};

constexpr auto symbols() {
  std::array<std::string_view, k_limit_units.size()> all;
  std::transform(k_limit_units.begin(), k_limit_units.end(), all.begin(),
                 [](const LimitUnit& unit) { return unit.symbol; });
  return all;
}
constexpr auto k_symbols = symbols();

bool may_be_written(const LimitUnit& unit, std::string_view written) {
  if (unit.symbol == written) return true;
  return !written.empty() &&
         std::any_of(unit.spellings.begin(), unit.spellings.end(),
                     [&](const UnitSpelling& spelling) { return spelling.text == written; });
}

}  // namespace

const LimitUnit* find_limit_unit(std::string_view symbol) {
  const auto found = std::find_if(k_limit_units.begin(), k_limit_units.end(),
                                  [&](const LimitUnit& unit) { return unit.symbol == symbol; });
  return found == k_limit_units.end() ? nullptr : &*found;
}

const LimitUnit* find_spelled_unit(std::string_view written) {
  const auto found = std::find_if(k_limit_units.begin(), k_limit_units.end(),
                                  [&](const LimitUnit& unit) { return may_be_written(unit, written); });
  return found == k_limit_units.end() ? nullptr : &*found;
}

std::span<const std::string_view> limit_unit_symbols() {
  return k_symbols;
}

}  // namespace preshift
