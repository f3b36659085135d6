#include "room_features.hpp"

#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <utility>

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

using Bits = std::array<std::uint64_t, 4>;

std::vector<Bits> bits_of(const std::vector<RoomFeature>& features) {
  std::vector<Bits> bits(features.size());
  for (std::size_t i = 0; i < features.size(); ++i)
    std::memcpy(bits[i].data(), features[i].descriptor.data(), sizeof(Bits));
  return bits;
}

/// Hamming distance, counted within words (Warren, Hacker's Delight, 5-1) so that compilers vectorise a row
/// of them; a call of OpenCV's for each pair takes four times as long.
int distance(const Bits& one, const Bits& other) {
  std::uint64_t bytes = 0;  // of four counts of at most 8 each
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::uint64_t x = one[i] ^ other[i];
    x -= (x >> 1) & 0x5555555555555555U;
    x = (x & 0x3333333333333333U) + ((x >> 2) & 0x3333333333333333U);
    bytes += (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0FU;
  }
  const std::uint64_t pairs = (bytes & 0x00FF00FF00FF00FFU) + ((bytes >> 8) & 0x00FF00FF00FF00FFU);
  return static_cast<int>((pairs * 0x0001000100010001U) >> 48);
}

// A distance with the index of what lies there below it: the smaller of two is the nearer, among equals the
// first, in one comparison without a branch.
constexpr int k_bits_of_index = 16;
constexpr int k_index = (1 << k_bits_of_index) - 1;

struct Nearest {
  int best = std::numeric_limits<int>::max();
  int second = best;
};

/// Compares one with all, and takes it as the nearest of those it is nearer to than any before.
Nearest compare(const Bits& one, int index, const std::vector<Bits>& others, std::vector<int>& nearest) {
  Nearest found;
  for (std::size_t j = 0; j < others.size(); ++j) {
    const int apart = distance(one, others[j]) << k_bits_of_index;
    nearest[j] = std::min(nearest[j], apart | index);
    const int next = apart | static_cast<int>(j);
    found.second = std::min(found.second, std::max(found.best, next));
    found.best = std::min(found.best, next);
  }
  return found;
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
  const auto bits_here = bits_of(here);
  const auto bits_there = bits_of(there);
  std::vector<int> nearest_here(there.size(), std::numeric_limits<int>::max());
  std::vector<Nearest> nearest_there;
  nearest_there.reserve(here.size());
  for (const Bits& bits : bits_here)
    nearest_there.push_back(compare(bits, static_cast<int>(nearest_there.size()), bits_there, nearest_here));
  std::vector<FeaturePair> pairs;
  for (std::size_t i = 0; i < here.size(); ++i) {
    const auto apart = static_cast<float>(nearest_there[i].best >> k_bits_of_index);
    const auto second = static_cast<float>(nearest_there[i].second >> k_bits_of_index);
    if (apart > k_farthest_match || apart > k_ratio * second) continue;
    const auto at = static_cast<std::size_t>(nearest_there[i].best & k_index);
    if (static_cast<std::size_t>(nearest_here[at] & k_index) == i) pairs.push_back({i, at});
  }
  return pairs;
}

}  // namespace preshift
