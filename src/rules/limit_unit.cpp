#include "limit_unit.hpp"

#include "measures.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 1> k_dba{"dB(A)"};
constexpr std::array<std::string_view, 1> k_dbfs{"dBFS"};
constexpr std::array<std::string_view, 1> k_percent{"%"};
constexpr std::array<std::string_view, 1> k_second{"s"};
constexpr std::array<std::string_view, 3> k_person{"person", "persons", "people"};
constexpr std::array<std::string_view, 2> k_picture{"picture", "pictures"};
constexpr std::array<std::string_view, 1> k_one{""};

constexpr std::array k_limit_units{
    LimitUnit{units::k_dba, k_dba, 0, 140, false, "45 dB(A)"},
    LimitUnit{units::k_dbfs, k_dbfs, -200, 0, false, "-40 dBFS"},
    LimitUnit{units::k_percent, k_percent, 0, 100, false, "10 %"},
    LimitUnit{units::k_second, k_second, 0, 86'400, false, "20 s"},
    LimitUnit{units::k_person, k_person, 0, 100, true, "1 person"},
    LimitUnit{units::k_picture, k_picture, 0, 1'000'000, true, "10 pictures"},
    LimitUnit{units::k_one, k_one, 0, 1'000'000, false, "0.5"},
};

}  // namespace

const LimitUnit* find_limit_unit(std::string_view symbol) {
  const auto found = std::find_if(k_limit_units.begin(), k_limit_units.end(),
                                  [&](const LimitUnit& unit) { return unit.symbol == symbol; });
  return found == k_limit_units.end() ? nullptr : &*found;
}

}  // namespace preshift
