#include "limit_unit.hpp"

#include "measures.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

template <class... Spellings>
constexpr std::array<std::string_view, sizeof...(Spellings)> spellings(Spellings... words) {
  return {words...};
}

constexpr auto k_dba = spellings("dB(A)");
constexpr auto k_dbc = spellings("dB(C)");
constexpr auto k_dbz = spellings("dB(Z)");
constexpr auto k_dbfs = spellings("dBFS");
constexpr auto k_db = spellings("dB");
constexpr auto k_hertz = spellings("Hz");
constexpr auto k_per_second = spellings("/s", "per second");
constexpr auto k_percent = spellings("%");
constexpr auto k_second = spellings("s");
constexpr auto k_person = spellings("person", "persons", "people");
constexpr auto k_picture = spellings("picture", "pictures");
constexpr auto k_one = spellings("");

constexpr LimitUnit sound_level(std::string_view symbol, std::span<const std::string_view> written,
                                std::string_view example) {
  return {symbol, written, 0, 140, false, true, example};
}

constexpr LimitUnit number(std::string_view symbol, std::span<const std::string_view> written, double lowest,
                           double highest, std::string_view example) {
  return {symbol, written, lowest, highest, false, false, example};
}

constexpr LimitUnit count(std::string_view symbol, std::span<const std::string_view> written, double highest,
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

}  // namespace

const LimitUnit* find_limit_unit(std::string_view symbol) {
  const auto found = std::find_if(k_limit_units.begin(), k_limit_units.end(),
                                  [&](const LimitUnit& unit) { return unit.symbol == symbol; });
  return found == k_limit_units.end() ? nullptr : &*found;
}

}  // namespace preshift
