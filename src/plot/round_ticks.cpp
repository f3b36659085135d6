#include "round_ticks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace preshift {
namespace {

// A multiple that rounding left just outside of a range still belongs to it.
constexpr double k_slack = 1e-9;

}  // namespace

double round_step(double span, int most) {
  const double least = span / most * (1 - k_slack);
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= least) return factor * power;
  return 10 * power;
}

double round_time_step(double span_s, int most) {
  constexpr double k_minute = 60;
  constexpr double k_hour = 3600;
  constexpr double k_day = 86400;
  const double least = span_s / most * (1 - k_slack);
  if (least <= 1) return round_step(span_s, most);
  for (const double step : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0})
    if (step >= least) return step;
  for (const double step : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0})
    if (step * k_minute >= least) return step * k_minute;
  for (const double step : {1.0, 2.0, 3.0, 6.0, 12.0})
    if (step * k_hour >= least) return step * k_hour;
  return std::max(1.0, round_step(span_s / k_day, most)) * k_day;
}

std::vector<double> multiples(double step, double low, double high) {
  constexpr double k_most = 1000;
  const double first = std::ceil(low / step - k_slack);
  const double count = std::floor(high / step + k_slack) - first + 1;
  std::vector<double> values(static_cast<std::size_t>(std::clamp(count, 0.0, k_most)));
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = (first + static_cast<double>(i)) * step;
  return values;
}

int decimals_of_step(double step) {
  return std::clamp(static_cast<int>(-std::floor(std::log10(step) + k_slack)), 0, 12);
}

}  // namespace preshift
