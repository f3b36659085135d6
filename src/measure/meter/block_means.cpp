#include "block_means.hpp"

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr double k_normal_95 = 1.959964;
constexpr double k_fewest_degrees = 2;  ///< fewer tell nothing about spread

/// Two-sided 95 % point of Student's distribution over that of the normal one, by the Cornish-Fisher
/// expansion; within 3 % from two degrees of freedom on.
double student_widening(double degrees) {
  const double z2 = k_normal_95 * k_normal_95;
  const double first = (z2 + 1) / 4;
  const double second = ((5 * z2 + 16) * z2 + 3) / 96;
  const double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
  return 1 + (first + (second + third / degrees) / degrees) / degrees;
}

}  // namespace

void BlockMeans::add(double value) {
  m_pending_sum += value;
  if (++m_pending_length < m_block_length) return;
  if (m_count == k_capacity) {
    merge_neighbours();
    return;
  }
  m_means[m_count++] = m_pending_sum / static_cast<double>(m_block_length);
  m_pending_sum = 0;
  m_pending_length = 0;
}

void BlockMeans::merge_neighbours() {
  for (std::size_t i = 0; i < k_capacity / 2; ++i) m_means[i] = (m_means[2 * i] + m_means[2 * i + 1]) / 2;
  m_count = k_capacity / 2;
  m_block_length *= 2;
}

double BlockMeans::mean() const {
  double sum = 0;
  for (std::size_t i = 0; i < m_count; ++i) sum += m_means[i];
  return m_count == 0 ? 0 : sum / static_cast<double>(m_count);
}

double BlockMeans::autocovariance(std::size_t lag, double mean) const {
  double sum = 0;
  for (std::size_t i = lag; i < m_count; ++i) sum += (m_means[i] - mean) * (m_means[i - lag] - mean);
  return sum / static_cast<double>(m_count);
}

double BlockMeans::summed_autocovariance(double mean, double variance_of_mean) const {
  double sum = autocovariance(0, mean) + variance_of_mean;
  for (std::size_t lag = 1; lag <= m_count / 2; ++lag) {
    const double overlap = 1 - static_cast<double>(lag) / static_cast<double>(m_count);
    const double covariance = autocovariance(lag, mean) + variance_of_mean * overlap;
    if (covariance <= 0) break;
    sum += 2 * covariance;
  }
  return sum;
}

MeanSpread BlockMeans::spread() const {
  const double count = static_cast<double>(m_count);
  const double average = mean();
  const double variance = autocovariance(0, average);
  const double negligible = 1e-12 * average;
  if (m_count < 2 || variance <= negligible * negligible) return {0, count};
  const double first_guess = summed_autocovariance(average, 0) / count;
  const double sum = summed_autocovariance(average, std::min(first_guess, variance));
  const double variance_of_mean = std::min(sum / count, variance);
  const double independent = count * (variance + first_guess) / sum;
  const double degrees = std::max(independent - 1, k_fewest_degrees);
  return {std::sqrt(variance_of_mean) * student_widening(degrees), independent};
}

}  // namespace preshift
