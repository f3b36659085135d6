#include "person_boxes.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace preshift {
namespace {

constexpr float k_pixels_per_cell = 4;
constexpr std::size_t k_body_parts = 8;

bool is_peak(const cv::Mat& score, int row, int column) {
  const float here = score.at<float>(row, column);
  for (int y = std::max(row - 1, 0); y <= std::min(row + 1, score.rows - 1); ++y)
    for (int x = std::max(column - 1, 0); x <= std::min(column + 1, score.cols - 1); ++x)
      if (score.at<float>(y, x) > here) return false;
  return true;
}

std::optional<PersonBox> box_of_cell(const BoxMaps& maps, int row, int column) {
  const auto extent = [&](int side) {
    return maps.extent[static_cast<std::size_t>(side)].at<float>(row, column);
  };
  const cv::Rect2f box(k_pixels_per_cell * static_cast<float>(column) - extent(0),
                       k_pixels_per_cell * static_cast<float>(row) - extent(1), extent(0) + extent(2),
                       extent(1) + extent(3));
  const bool finite = std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.area());
  if (!finite || box.width <= 0 || box.height <= 0) return std::nullopt;
  return PersonBox{box, maps.score.at<float>(row, column)};
}

/// The cells that a box in pixels touches, with one more around them.
cv::Rect cells_of(const cv::Rect2f& box, cv::Size grid) {
  const cv::Point from(static_cast<int>(std::floor(box.x / k_pixels_per_cell)) - 1,
                       static_cast<int>(std::floor(box.y / k_pixels_per_cell)) - 1);
  const cv::Point to(static_cast<int>(std::ceil((box.x + box.width) / k_pixels_per_cell)) + 2,
                     static_cast<int>(std::ceil((box.y + box.height) / k_pixels_per_cell)) + 2);
  return cv::Rect(from, to) & cv::Rect({}, grid);
}

bool repeats(const PersonBox& box, const PersonBox& better, float overlap) {
  const float common = (box.box & better.box).area();
  return common > overlap * (box.box.area() + better.box.area() - common);
}

}  // namespace

std::vector<PersonBox> boxes_at_peaks(const BoxMaps& maps, float threshold) {
  std::vector<PersonBox> boxes;
  for (int row = 0; row < maps.score.rows; ++row)
    for (int column = 0; column < maps.score.cols; ++column) {
      if (!(maps.score.at<float>(row, column) >= threshold) || !is_peak(maps.score, row, column)) continue;
      if (const auto box = box_of_cell(maps, row, column)) boxes.push_back(*box);
    }
  best_first(boxes);
  return boxes;
}

std::vector<PersonBox> without_overlaps(const std::vector<PersonBox>& boxes, float overlap) {
  std::vector<PersonBox> kept;
  for (const PersonBox& box : boxes) {
    const bool repeated = std::any_of(kept.begin(), kept.end(),
                                      [&](const PersonBox& better) { return repeats(box, better, overlap); });
    if (!repeated) kept.push_back(box);
  }
  return kept;
}

float score_with_parts(const PersonBox& box, const std::vector<cv::Mat>& parts) {
  std::vector<float> found;
  for (const cv::Mat& part : parts) {
    const cv::Rect cells = cells_of(box.box, part.size());
    double best = 0;
    if (!cells.empty()) cv::minMaxLoc(part(cells), nullptr, &best);
    found.push_back(static_cast<float>(best));
  }
  std::sort(found.rbegin(), found.rend());
  found.resize(std::min(found.size(), k_body_parts));
  const float sum = std::accumulate(found.begin(), found.end(), 0.0F);
  return std::sqrt(box.score * sum / static_cast<float>(k_body_parts));
}

void best_first(std::vector<PersonBox>& boxes) {
  std::stable_sort(boxes.begin(), boxes.end(),
                   [](const PersonBox& a, const PersonBox& b) { return a.score > b.score; });
}

cv::Rect2f scaled_to(const cv::Rect2f& box, cv::Size from, cv::Size to) {
  const float x = static_cast<float>(to.width) / static_cast<float>(from.width);
  const float y = static_cast<float>(to.height) / static_cast<float>(from.height);
  const cv::Rect2f scaled(box.x * x, box.y * y, box.width * x, box.height * y);
  return scaled & cv::Rect2f(0, 0, static_cast<float>(to.width), static_cast<float>(to.height));
}

}  // namespace preshift
