#include "room_features.hpp"

#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstring>
#include <map>

namespace preshift {
namespace {

constexpr double k_longer_side = 640;
constexpr int k_fields_across = 10;
constexpr int k_candidates = 4000;
constexpr int k_fast_threshold = 6;
constexpr float k_ratio = 0.9F;         // of the nearest to the second nearest distance
constexpr float k_farthest_match = 80;  // bits of 256

/// The best of each field, `most` in all.
std::vector<cv::KeyPoint> spread(std::vector<cv::KeyPoint> found, cv::Size size, std::size_t most) {
  const int field = std::max(1, size.width / k_fields_across);
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.response > b.response; });
  std::map<std::pair<int, int>, std::size_t> rank_in_field;
  std::vector<std::pair<std::size_t, cv::KeyPoint>> ranked;
  for (const auto& point : found)
    ranked.emplace_back(
        rank_in_field[{static_cast<int>(point.pt.x) / field, static_cast<int>(point.pt.y) / field}]++, point);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  ranked.resize(std::min(ranked.size(), most));
  std::vector<cv::KeyPoint> kept;
  for (const auto& [rank, point] : ranked) kept.push_back(point);
  return kept;
}

cv::Mat descriptors_of(const std::vector<RoomFeature>& features) {
  cv::Mat descriptors(static_cast<int>(features.size()), 32, CV_8UC1);
  for (std::size_t i = 0; i < features.size(); ++i)
    std::memcpy(descriptors.ptr(static_cast<int>(i)), features[i].descriptor.data(), 32);
  return descriptors;
}

}  // namespace

double grey_scale_of(cv::Size picture) {
  return std::min(1.0, k_longer_side / std::max(picture.width, picture.height));
}

cv::Mat room_grey_copy(const cv::Mat& bgr) {
  cv::Mat grey;
  cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
  const double scale = grey_scale_of(bgr.size());
  if (scale < 1) cv::resize(grey, grey, {}, scale, scale, cv::INTER_AREA);
  return grey;
}

std::vector<RoomFeature> find_features(const cv::Mat& grey, const cv::Mat& allowed, std::size_t most) {
  const auto orb =
      cv::ORB::create(k_candidates, 1.25F, 6, 16, 0, 2, cv::ORB::HARRIS_SCORE, 31, k_fast_threshold);
  std::vector<cv::KeyPoint> points;
  orb->detect(grey, points, allowed);
  points = spread(std::move(points), grey.size(), most);
  cv::Mat descriptors;
  orb->compute(grey, points, descriptors);
  std::vector<RoomFeature> features(points.size());
  for (std::size_t i = 0; i < features.size(); ++i) {
    features[i].at = points[i].pt;
    std::memcpy(features[i].descriptor.data(), descriptors.ptr(static_cast<int>(i)), 32);
  }
  return features;
}

std::vector<FeaturePair> match_features(const std::vector<RoomFeature>& here,
                                        const std::vector<RoomFeature>& there) {
  if (here.size() < 2 || there.size() < 2) return {};
  cv::Mat distances;
  cv::batchDistance(descriptors_of(here), descriptors_of(there), distances, CV_32S, cv::noArray(),
                    cv::NORM_HAMMING);
  std::vector<int> nearest_here(there.size(), 0);
  for (int j = 0; j < distances.cols; ++j)
    for (int i = 1; i < distances.rows; ++i)
      if (distances.at<int>(i, j) < distances.at<int>(nearest_here[static_cast<std::size_t>(j)], j))
        nearest_here[static_cast<std::size_t>(j)] = i;
  std::vector<FeaturePair> pairs;
  for (int i = 0; i < distances.rows; ++i) {
    const int* row = distances.ptr<int>(i);
    const int best = static_cast<int>(std::min_element(row, row + distances.cols) - row);
    int second = 256;
    for (int j = 0; j < distances.cols; ++j)
      if (j != best) second = std::min(second, row[j]);
    if (static_cast<float>(row[best]) > k_farthest_match ||
        static_cast<float>(row[best]) > k_ratio * static_cast<float>(second))
      continue;
    if (nearest_here[static_cast<std::size_t>(best)] == i)
      pairs.push_back({static_cast<std::size_t>(i), static_cast<std::size_t>(best)});
  }
  return pairs;
}

}  // namespace preshift
