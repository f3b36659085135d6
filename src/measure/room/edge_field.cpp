#include "edge_field.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr int k_neighbourhood = 25;
constexpr float k_noise_factor = 2.0F;
constexpr float k_edge = 0.8F;  // of the RMS around it, from which a gradient is an edge

struct Gradients {
  cv::Mat ratio;      // CV_32F: squared magnitude, relative to what makes it an edge
  cv::Mat direction;  // CV_32F: degrees, 0 to 360
};

float median_of(const cv::Mat& values) {
  std::vector<float> sample;
  for (int y = 0; y < values.rows; y += 4)
    for (int x = 0; x < values.cols; x += 4) sample.push_back(values.at<float>(y, x));
  if (sample.empty()) return 0;
  const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
  std::nth_element(sample.begin(), middle, sample.end());
  return *middle;
}

Gradients find_gradients(const cv::Mat& grey) {
  cv::Mat smooth, dx, dy, around;
  cv::GaussianBlur(grey, smooth, {5, 5}, 1.0);
  cv::Sobel(smooth, dx, CV_32F, 1, 0, 3, 1.0 / 8);
  cv::Sobel(smooth, dy, CV_32F, 0, 1, 3, 1.0 / 8);
  Gradients gradients;
  cv::phase(dx, dy, gradients.direction, true);
  const cv::Mat squared = dx.mul(dx) + dy.mul(dy);
  cv::boxFilter(squared, around, CV_32F, {k_neighbourhood, k_neighbourhood});
  const float noise = std::max(0.02F, k_noise_factor * k_noise_factor * median_of(squared));
  cv::divide(squared, k_edge * k_edge * (around + noise), gradients.ratio);
  return gradients;
}

/// 0 to 255 for 0 to 180 degrees, unsigned.
std::uint8_t unsigned_direction(float degrees) {
  return static_cast<std::uint8_t>(static_cast<int>(degrees * (256.0F / 180.0F) + 0.5F) & 0xFF);
}

/// Whether it is highest here along the gradient.
bool is_ridge(const Gradients& gradients, int x, int y) {
  const double angle = static_cast<double>(gradients.direction.at<float>(y, x)) * CV_PI / 180;
  const int dx = static_cast<int>(std::lround(std::cos(angle)));
  const int dy = static_cast<int>(std::lround(std::sin(angle)));
  const float here = gradients.ratio.at<float>(y, x);
  return here >= gradients.ratio.at<float>(y + dy, x + dx) &&
         here > gradients.ratio.at<float>(y - dy, x - dx);
}

}  // namespace

std::uint8_t bits_of(std::uint8_t direction) {
  const unsigned nearest = ((direction + 16U) / 32U) % 8U;
  const int past = static_cast<std::int8_t>(static_cast<std::uint8_t>(direction - nearest * 32U));
  const unsigned next = (nearest + (past >= 0 ? 1U : 7U)) % 8U;
  return static_cast<std::uint8_t>((1U << nearest) | (1U << next));
}

EdgeField find_edge_field(const cv::Mat& grey) {
  const Gradients gradients = find_gradients(grey);
  EdgeField field;
  field.thin = cv::Mat::zeros(grey.size(), CV_8U);
  for (int y = 0; y < grey.rows; ++y) {
    const auto* ratio = gradients.ratio.ptr<float>(y);
    const auto* direction = gradients.direction.ptr<float>(y);
    auto* bits = field.thin.ptr<std::uint8_t>(y);
    for (int x = 0; x < grey.cols; ++x)
      if (ratio[x] >= 1)
        bits[x] = static_cast<std::uint8_t>(1U << (((unsigned_direction(direction[x]) + 16U) / 32U) % 8U));
  }
  const cv::Mat& thin = field.thin;
  cv::Mat rows = thin.clone();
  cv::bitwise_or(rows.colRange(1, rows.cols), thin.colRange(0, thin.cols - 1), rows.colRange(1, rows.cols));
  cv::bitwise_or(rows.colRange(0, rows.cols - 1), thin.colRange(1, thin.cols),
                 rows.colRange(0, rows.cols - 1));
  field.spread = rows.clone();
  cv::Mat& all = field.spread;
  cv::bitwise_or(all.rowRange(1, all.rows), rows.rowRange(0, rows.rows - 1), all.rowRange(1, all.rows));
  cv::bitwise_or(all.rowRange(0, all.rows - 1), rows.rowRange(1, rows.rows), all.rowRange(0, all.rows - 1));
  return field;
}

std::vector<EdgePoint> find_edge_points(const cv::Mat& grey, const cv::Mat& allowed, float spacing,
                                        std::size_t most, float clear) {
  const Gradients gradients = find_gradients(grey);
  std::vector<std::pair<float, cv::Point>> ridges;
  for (int y = 1; y + 1 < grey.rows; ++y)
    for (int x = 1; x + 1 < grey.cols; ++x)
      if (allowed.at<std::uint8_t>(y, x) != 0 && gradients.ratio.at<float>(y, x) >= clear * clear &&
          is_ridge(gradients, x, y))
        ridges.emplace_back(gradients.ratio.at<float>(y, x), cv::Point(x, y));
  std::stable_sort(ridges.begin(), ridges.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  cv::Mat taken = cv::Mat::zeros(grey.size(), CV_8U);
  std::vector<EdgePoint> edges;
  for (const auto& [strength, at] : ridges) {
    if (edges.size() == most) break;
    if (taken.at<std::uint8_t>(at) != 0) continue;
    cv::circle(taken, at, static_cast<int>(spacing), 255, cv::FILLED);
    edges.push_back({cv::Point2f(at), unsigned_direction(gradients.direction.at<float>(at))});
  }
  return edges;
}

}  // namespace preshift
