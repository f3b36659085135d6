#include "series.hpp"

#include <cmath>
#include <numeric>

namespace preshift {
namespace {

double sample_variance(std::span<const double> values, double mean) {
  if (values.size() < 2) return 0;
  const double squares = std::accumulate(values.begin(), values.end(), 0.0, [mean](double sum, double value) {
    return sum + (value - mean) * (value - mean);
  });
  return squares / static_cast<double>(values.size() - 1);
}

}  // namespace

Quantity mean_of_pictures(std::span<const double> values, double resolution) {
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  return {mean, 2 * std::sqrt(sample_variance(values, mean) + resolution * resolution / 12)};
}

}  // namespace preshift
