#include "door_outline.hpp"

#include "door_edges.hpp"

#include <opencv2/imgproc.hpp>

namespace preshift {
namespace {

constexpr double k_smallest_share = 0.01;  // of the picture, that a door takes at least

/// CV_8UC1, 255 where the two have edges that the other lacks, closed over the gaps between them.
cv::Mat changed_places(const cv::Mat& closed_grey, const cv::Mat& open_grey, const cv::Mat& allowed) {
  const EdgeField closed = find_edge_field(closed_grey);
  const EdgeField open = find_edge_field(open_grey);
  cv::Mat changed = cv::Mat::zeros(closed_grey.size(), CV_8U);
  for (const auto& [edges, other] : {std::pair{find_edges(closed, allowed, 2, 20000), &open},
                                     std::pair{find_edges(open, allowed, 2, 20000), &closed}})
    for (const DoorEdge& edge : edges)
      if (strength_at(*other, edge, {}) < 0.4F) changed.at<std::uint8_t>(cv::Point(edge.at)) = 255;
  const int reach = std::max(5, closed_grey.cols / 40) | 1;
  cv::Mat density;
  cv::boxFilter(changed, density, CV_32F, {reach, reach});
  changed = density > 255.0 * 0.03;
  cv::morphologyEx(changed, changed, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_RECT, {reach * 2, reach * 2}));
  return changed;
}

}  // namespace

std::optional<ProposedDoor> propose_door(const cv::Mat& closed_grey, const cv::Mat& open_grey,
                                         const cv::Mat& allowed) {
  const cv::Mat changed = changed_places(closed_grey, open_grey, allowed);
  cv::Mat labels, stats, centres;
  const int count = cv::connectedComponentsWithStats(changed, labels, stats, centres);
  int largest = 0;
  for (int i = 1; i < count; ++i)
    if (largest == 0 || stats.at<int>(i, cv::CC_STAT_AREA) > stats.at<int>(largest, cv::CC_STAT_AREA))
      largest = i;
  const double area = largest == 0 ? 0 : stats.at<int>(largest, cv::CC_STAT_AREA);
  if (area < k_smallest_share * static_cast<double>(changed.total())) return std::nullopt;
  const auto x = static_cast<float>(stats.at<int>(largest, cv::CC_STAT_LEFT));
  const auto y = static_cast<float>(stats.at<int>(largest, cv::CC_STAT_TOP));
  const auto w = static_cast<float>(stats.at<int>(largest, cv::CC_STAT_WIDTH));
  const auto h = static_cast<float>(stats.at<int>(largest, cv::CC_STAT_HEIGHT));
  const double fill = area / static_cast<double>(w * h);
  return ProposedDoor{{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, 0.5 * fill};
}

}  // namespace preshift
