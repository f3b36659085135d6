#include "series.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace preshift {
namespace {

constexpr double k_trimmed_at_each_end = 0.025;

double sample_variance(std::span<const double> values, double mean) {
  if (values.size() < 2) return 0;
  const double squares = std::accumulate(values.begin(), values.end(), 0.0, [mean](double sum, double value) {
    return sum + (value - mean) * (value - mean);
  });
  return squares / static_cast<double>(values.size() - 1);
}

int median_of_three(int a, int b, int c) {
  return std::max(std::min(a, b), std::min(std::max(a, b), c));
}

std::vector<int> without_slips(std::span<const int> counts) {
  std::vector<int> result(counts.begin(), counts.end());
  for (std::size_t i = 1; i + 1 < counts.size(); ++i)
    result[i] = median_of_three(counts[i - 1], counts[i], counts[i + 1]);
  return result;
}

}  // namespace

Quantity mean_of_pictures(std::span<const double> values, double resolution) {
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  return {mean, 2 * std::sqrt(sample_variance(values, mean) + resolution * resolution / 12)};
}

Quantity median_of_counts(std::span<const int> counts) {
  std::vector<int> sorted = without_slips(counts);
  std::sort(sorted.begin(), sorted.end());
  const auto trimmed = static_cast<std::size_t>(k_trimmed_at_each_end * static_cast<double>(sorted.size()));
  const int median = sorted[sorted.size() / 2];
  const int below = median - sorted[trimmed];
  const int above = sorted[sorted.size() - 1 - trimmed] - median;
  return {static_cast<double>(median), static_cast<double>(std::max(below, above))};
}

}  // namespace preshift
