#include "door_edges.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr int k_neighbourhood = 25;
constexpr float k_noise_factor = 3;
constexpr float k_clear_edge = 1.0F;  // strength from which a point is an edge

float median_of(const cv::Mat& values) {
  std::vector<float> sample;
  for (int y = 0; y < values.rows; y += 3)
    for (int x = 0; x < values.cols; x += 3) sample.push_back(values.at<float>(y, x));
  if (sample.empty()) return 0;
  const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
  std::nth_element(sample.begin(), middle, sample.end());
  return *middle;
}

/// Whether the strength is highest here along the gradient.
bool is_ridge(const EdgeField& field, int x, int y) {
  const double angle = field.direction.at<std::uint8_t>(y, x) * CV_PI / 256;
  const int dx = static_cast<int>(std::lround(std::cos(angle)));
  const int dy = static_cast<int>(std::lround(std::sin(angle)));
  const float here = field.magnitude.at<float>(y, x);
  return here >= field.magnitude.at<float>(y + dy, x + dx) &&
         here > field.magnitude.at<float>(y - dy, x - dx);
}

}  // namespace

EdgeField find_edge_field(const cv::Mat& grey) {
  cv::Mat smooth, dx, dy;
  cv::GaussianBlur(grey, smooth, {}, 1.0);
  cv::Sobel(smooth, dx, CV_32F, 1, 0, 3, 1.0 / 8);
  cv::Sobel(smooth, dy, CV_32F, 0, 1, 3, 1.0 / 8);
  cv::Mat magnitude, angle, around;
  cv::cartToPolar(dx, dy, magnitude, angle);
  cv::boxFilter(magnitude.mul(magnitude), around, CV_32F, {k_neighbourhood, k_neighbourhood});
  const float noise = k_noise_factor * std::max(0.1F, median_of(magnitude));
  cv::sqrt(around + noise * noise, around);
  EdgeField field;
  cv::divide(magnitude, around, field.magnitude);
  angle.convertTo(field.direction, CV_32F, 256 / CV_PI);
  field.direction.forEach<float>(
      [](float& value, const int*) { value = std::fmod(std::floor(value), 256.0F); });
  field.direction.convertTo(field.direction, CV_8U);
  for (int i = 0; i < EdgeField::k_directions; ++i) {
    cv::Mat offset = field.direction.clone();
    const int centre = i * 32;
    offset.forEach<std::uint8_t>([centre](std::uint8_t& value, const int*) {
      const int apart = std::abs(static_cast<std::int8_t>(static_cast<std::uint8_t>(value - centre)));
      value = apart <= 32 ? 255 : 0;
    });
    cv::Mat strength = cv::Mat::zeros(magnitude.size(), CV_32F);
    field.magnitude.copyTo(strength, offset);
    cv::dilate(strength, field.strength[static_cast<std::size_t>(i)], cv::Mat());
  }
  return field;
}

std::vector<DoorEdge> find_edges(const EdgeField& field, const cv::Mat& allowed, float spacing,
                                 std::size_t most) {
  std::vector<std::pair<float, cv::Point>> ridges;
  for (int y = 1; y + 1 < field.magnitude.rows; ++y)
    for (int x = 1; x + 1 < field.magnitude.cols; ++x)
      if (allowed.at<std::uint8_t>(y, x) != 0 && field.magnitude.at<float>(y, x) >= k_clear_edge &&
          is_ridge(field, x, y))
        ridges.emplace_back(field.magnitude.at<float>(y, x), cv::Point(x, y));
  std::stable_sort(ridges.begin(), ridges.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  cv::Mat taken = cv::Mat::zeros(field.magnitude.size(), CV_8U);
  std::vector<DoorEdge> edges;
  for (const auto& [strength, at] : ridges) {
    if (edges.size() == most) break;
    if (taken.at<std::uint8_t>(at) != 0) continue;
    cv::circle(taken, at, static_cast<int>(spacing), 255, cv::FILLED);
    edges.push_back({cv::Point2f(at), field.direction.at<std::uint8_t>(at)});
  }
  return edges;
}

float strength_at(const EdgeField& field, const DoorEdge& edge, cv::Point2f shift) {
  const cv::Point at(edge.at + shift);
  if (!cv::Rect({}, field.magnitude.size()).contains(at)) return 0;
  const auto bin = static_cast<std::size_t>(((edge.direction + 16) / 32) % EdgeField::k_directions);
  return std::min(1.0F, field.strength[bin].at<float>(at) / k_clear_edge);
}

}  // namespace preshift
