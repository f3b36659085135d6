#include "conformity.hpp"

#include "limit_unit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>

namespace preshift {
namespace {

constexpr double k_infinity = std::numeric_limits<double>::infinity();

/// Of the normal distribution, up to this many standard deviations from its mean.
double cumulative(double deviations) {
  return std::erfc(-deviations / std::numbers::sqrt2) / 2;
}

/// How far beyond the limit a value still conforms: sums are as exact as verdict.hpp says.
double margin(double limit, const std::string& unit_symbol) {
  const LimitUnit* unit = find_limit_unit(unit_symbol);
  if (unit != nullptr && unit->whole) return 0.5;
  return 1e-9 * std::max(1.0, std::abs(limit));
}

std::optional<double> within(const Quantity& quantity, double lowest, double highest) {
  if (quantity.is_upper_bound) return std::nullopt;
  const double u = quantity.expanded_uncertainty / 2;
  if (u <= 0) return lowest <= quantity.value && quantity.value <= highest ? 1 : 0;
  return cumulative((highest - quantity.value) / u) - cumulative((lowest - quantity.value) / u);
}

}  // namespace

std::optional<double> conformity_probability(const Quantity& quantity, const Limit& limit) {
  const double beyond = margin(limit.value, limit.unit);
  if (limit.comparison == Comparison::at_most) return within(quantity, -k_infinity, limit.value + beyond);
  return within(quantity, limit.value - beyond, k_infinity);
}

std::optional<double> conformity_probability(const Quantity& quantity, const Range& range) {
  return within(quantity, range.lowest - margin(range.lowest, range.unit),
                range.highest + margin(range.highest, range.unit));
}

}  // namespace preshift
