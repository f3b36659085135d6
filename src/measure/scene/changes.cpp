#include "changes.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr int k_longer_side = 160;
constexpr double k_fine_sigma = 1;
constexpr double k_smooth_sigma = 8;
constexpr double k_prior = 25;  // levels²: where there is next to no structure the factor is one
constexpr double k_least_factor = 0.4, k_most_factor = 2.5;

cv::Mat smoothed(const cv::Mat& field, double sigma) {
  cv::Mat result;
  cv::GaussianBlur(field, result, {}, sigma, sigma, cv::BORDER_REPLICATE);
  return result;
}

/// Without noise and without what is smooth.
cv::Mat structure_of(const cv::Mat& grey_copy) {
  const double scale =
      std::min(1.0, static_cast<double>(k_longer_side) / std::max(grey_copy.cols, grey_copy.rows));
  cv::Mat field, levels;
  cv::resize(grey_copy, field, {}, scale, scale, cv::INTER_AREA);
  field.convertTo(levels, CV_32F);
  levels = smoothed(levels, k_fine_sigma);
  return levels - smoothed(levels, k_smooth_sigma);
}

/// By what the structure before has to be scaled to give the one now, neighbourhood by neighbourhood.
cv::Mat factor_between(const cv::Mat& before, const cv::Mat& now) {
  cv::Mat factor = (smoothed(before.mul(now), k_smooth_sigma) + k_prior) /
                   (smoothed(before.mul(before), k_smooth_sigma) + k_prior);
  cv::min(factor, k_most_factor, factor);
  cv::max(factor, k_least_factor, factor);
  return factor;
}

double lower_quartile(const cv::Mat& values) {
  std::vector<float> sorted(values.begin<float>(), values.end<float>());
  const auto place = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 4);
  std::nth_element(sorted.begin(), place, sorted.end());
  return static_cast<double>(*place);
}

}  // namespace

Changes changes_between(const cv::Mat& before, const cv::Mat& now) {
  constexpr double k_deviation_of_quartile = 3.138;  // of the magnitude of a normal distribution
  const cv::Mat structure_before = structure_of(before), structure_now = structure_of(now);
  const cv::Mat factor = factor_between(structure_before, structure_now);
  Changes changes;
  changes.residual = cv::abs(structure_now - factor.mul(structure_before));
  changes.noise_level = k_deviation_of_quartile * lower_quartile(changes.residual);
  return changes;
}

cv::Mat Changes::above(double least_levels, double noise_factor) const {
  return residual > std::max(least_levels, noise_factor * noise_level);
}

cv::Rect in_field(const cv::Rect2f& box, double scale, cv::Size field) {
  const cv::Rect2d whole = box;
  const cv::Rect2d scaled(whole.x * scale, whole.y * scale, whole.width * scale, whole.height * scale);
  const cv::Point from(cvFloor(scaled.x), cvFloor(scaled.y));
  const cv::Point to(cvCeil(scaled.x + scaled.width), cvCeil(scaled.y + scaled.height));
  return cv::Rect(from, to) & cv::Rect({}, field);
}

}  // namespace preshift
