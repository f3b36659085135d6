#include "person_boxes.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace preshift {
namespace {

constexpr float k_pixels_per_cell = 4;

bool is_peak(const cv::Mat& score, int row, int column) {
  const float here = score.at<float>(row, column);
  for (int y = std::max(row - 1, 0); y <= std::min(row + 1, score.rows - 1); ++y)
    for (int x = std::max(column - 1, 0); x <= std::min(column + 1, score.cols - 1); ++x)
      if (score.at<float>(y, x) > here) return false;
  return true;
}

std::optional<PersonBox> box_of_cell(const PersonMaps& maps, int row, int column) {
  const auto extent = [&](int side) { return maps.extent[side].at<float>(row, column); };
  const cv::Rect2f box(k_pixels_per_cell * static_cast<float>(column) - extent(0),
                       k_pixels_per_cell * static_cast<float>(row) - extent(1), extent(0) + extent(2),
                       extent(1) + extent(3));
  const bool finite = std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.area());
  if (!finite || box.width <= 0 || box.height <= 0) return std::nullopt;
  return PersonBox{box, maps.score.at<float>(row, column)};
}

bool repeats(const PersonBox& box, const PersonBox& better, float overlap) {
  const float common = (box.box & better.box).area();
  return common > overlap * (box.box.area() + better.box.area() - common);
}

}  // namespace

std::vector<PersonBox> boxes_at_peaks(const PersonMaps& maps, float threshold) {
  std::vector<PersonBox> boxes;
  for (int row = 0; row < maps.score.rows; ++row)
    for (int column = 0; column < maps.score.cols; ++column) {
      if (!(maps.score.at<float>(row, column) >= threshold) || !is_peak(maps.score, row, column)) continue;
      if (const auto box = box_of_cell(maps, row, column)) boxes.push_back(*box);
    }
  std::stable_sort(boxes.begin(), boxes.end(),
                   [](const PersonBox& a, const PersonBox& b) { return a.score > b.score; });
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

}  // namespace preshift
