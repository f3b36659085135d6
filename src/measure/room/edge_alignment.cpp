#include "edge_alignment.hpp"

#include "camera_pose.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace preshift {
namespace {

constexpr int k_rounds = 4;
constexpr double k_prior = 3;  // equations' worth of belief that the homography is right as it is

struct Placed {
  cv::Point2f at;
  std::uint8_t bits = 0;
  cv::Point2f normal;
};

/// How far a homography turns the middle of what it maps, as a change of direction (256 for 180 degrees).
int turn_of(const cv::Matx33d& to_field, const cv::Point2f& near) {
  const auto moved = through(to_field, near + cv::Point2f(1, 0)) - through(to_field, near);
  return static_cast<int>(std::lround(static_cast<double>(std::atan2(moved.y, moved.x)) * 256 / CV_PI));
}

std::vector<Placed> place(const std::vector<EdgePoint>& edges, const cv::Matx33d& to_field) {
  std::vector<Placed> placed;
  if (edges.empty()) return placed;
  cv::Point2f middle;
  for (const EdgePoint& edge : edges) middle += edge.at;
  const int turn = turn_of(to_field, middle / static_cast<float>(edges.size()));
  placed.reserve(edges.size());
  for (const EdgePoint& edge : edges) {
    const auto direction = static_cast<std::uint8_t>(edge.direction + turn);
    const double angle = direction * CV_PI / 256;
    placed.push_back({through(to_field, edge.at),
                      bits_of(direction),
                      {static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle))}});
  }
  return placed;
}

double share_found(const EdgeField& field, const std::vector<Placed>& placed, const cv::Point2f& shift) {
  std::size_t found = 0;
  for (const Placed& edge : placed) found += is_edge(field, edge.at + shift, edge.bits) ? 1 : 0;
  return static_cast<double>(found) / static_cast<double>(std::max<std::size_t>(1, placed.size()));
}

bool has_bit(const EdgeField& field, const cv::Point2f& at, std::uint8_t bits) {
  const cv::Point pixel(static_cast<int>(std::lround(at.x)), static_cast<int>(std::lround(at.y)));
  return cv::Rect({}, field.thin.size()).contains(pixel) && (field.thin.at<std::uint8_t>(pixel) & bits) != 0;
}

/// Where an edge is looked for, in whole pixels.
struct Spot {
  int x = 0, y = 0;
  std::uint8_t bits = 0;
};

std::size_t count_found(const cv::Mat& directions, const std::vector<Spot>& spots, int right, int down) {
  std::size_t found = 0;
  for (const Spot& spot : spots) {
    const int x = spot.x + right, y = spot.y + down;
    if (x < 0 || y < 0 || x >= directions.cols || y >= directions.rows) continue;
    found += (directions.ptr<std::uint8_t>(y)[x] & spot.bits) != 0 ? 1 : 0;
  }
  return found;
}

/// How far along the normal the middle of the nearest edge lies.
std::optional<float> distance_to_edge(const EdgeField& field, const Placed& edge, float reach) {
  std::optional<float> nearest;
  float start = 0;
  bool inside = false;
  const int steps = cvFloor(4 * reach);
  for (int step = 0; step <= steps + 2; ++step) {
    const float t = -reach + 0.5F * static_cast<float>(step);
    const bool here = t <= reach && has_bit(field, edge.at + edge.normal * t, edge.bits);
    if (here && !inside) start = t;
    if (!here && inside) {
      const float middle = (start + t - 0.5F) / 2;
      if (!nearest || std::abs(middle) < std::abs(*nearest)) nearest = middle;
    }
    inside = here;
  }
  return nearest;
}

/// The derivatives of a mapped place by the eight parameters h of (I + h) applied in the field, in units that
/// are alike in size: pixels at the distance `unit` from the middle.
std::array<double, 8> derivatives(const Placed& edge, const cv::Point2f& middle, double unit) {
  const double x = static_cast<double>(edge.at.x - middle.x) / unit;
  const double y = static_cast<double>(edge.at.y - middle.y) / unit;
  const double nx = static_cast<double>(edge.normal.x), ny = static_cast<double>(edge.normal.y);
  const double along = nx * x + ny * y;
  return {nx, ny, nx * x, nx * y, ny * x, ny * y, -along * x, -along * y};
}

cv::Matx33d update_of(const cv::Mat& h, const cv::Point2f& middle, double unit) {
  const auto p = [&](int i) { return h.rows > i ? h.at<double>(i) / unit : 0.0; };
  const cv::Matx33d step(1 + p(2), p(3), p(0), p(4), 1 + p(5), p(1), p(6), p(7), 1);
  const cv::Matx33d in(1 / unit, 0, -static_cast<double>(middle.x) / unit, 0, 1 / unit,
                       -static_cast<double>(middle.y) / unit, 0, 0, 1);
  return in.inv() * step * in;
}

cv::Matx33d refine_once(const EdgeField& field, const std::vector<EdgePoint>& edges,
                        const std::vector<float>& weights, const cv::Matx33d& to_field, Freedom freedom,
                        float reach) {
  const auto placed = place(edges, to_field);
  const cv::Point2f middle(static_cast<float>(field.thin.cols) / 2, static_cast<float>(field.thin.rows) / 2);
  const double unit = field.thin.cols / 2.0;
  const int parameters = freedom == Freedom::affine ? 6 : 8;
  cv::Mat normal_matrix = cv::Mat::eye(parameters, parameters, CV_64F) * k_prior;
  cv::Mat right = cv::Mat::zeros(parameters, 1, CV_64F);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const auto distance = distance_to_edge(field, placed[i], reach);
    if (!distance) continue;
    const double share = static_cast<double>(*distance / (reach + 1));
    const double tukey = (1 - share * share) * (1 - share * share);
    const double weight = tukey * (weights.empty() ? 1.0 : static_cast<double>(weights[i]));
    const auto d = derivatives(placed[i], middle, unit);
    for (int a = 0; a < parameters; ++a) {
      right.at<double>(a) += weight * d[static_cast<std::size_t>(a)] * static_cast<double>(*distance);
      for (int b = 0; b < parameters; ++b)
        normal_matrix.at<double>(a, b) +=
            weight * d[static_cast<std::size_t>(a)] * d[static_cast<std::size_t>(b)];
    }
  }
  cv::Mat h;
  if (!cv::solve(normal_matrix, right, h, cv::DECOMP_CHOLESKY)) return to_field;
  cv::Matx33d result = update_of(h, middle, unit) * to_field;
  return result * (1 / result(2, 2));
}

}  // namespace

EdgeAgreement agree(const EdgeField& field, const std::vector<EdgePoint>& edges,
                    const cv::Matx33d& to_field) {
  static constexpr std::array<std::array<float, 2>, 6> k_elsewhere{
      {{9, 5}, {-9, -6}, {6, -13}, {-7, 14}, {16, 12}, {-17, -11}}};
  auto placed = place(edges, to_field);
  const cv::Rect2f inside({}, cv::Size2f(field.thin.size()));
  std::erase_if(placed, [&](const Placed& edge) { return !inside.contains(edge.at); });
  EdgeAgreement agreement;
  agreement.edges = placed.size();
  agreement.found = share_found(field, placed, {});
  for (const auto& [x, y] : k_elsewhere)
    agreement.chance += share_found(field, placed, {x, y}) / static_cast<double>(k_elsewhere.size());
  return agreement;
}

cv::Matx33d find_shift(const EdgeField& field, const std::vector<EdgePoint>& edges,
                       const cv::Matx33d& to_field, int reach, int step) {
  std::vector<Spot> spots;
  for (const Placed& edge : place(edges, to_field))
    spots.push_back({cvFloor(edge.at.x + 0.5F), cvFloor(edge.at.y + 0.5F), edge.bits});
  const double all = static_cast<double>(std::max<std::size_t>(1, spots.size()));
  double best = -1;
  cv::Point shift;
  for (int y = -reach; y <= reach; y += step)
    for (int x = -reach; x <= reach; x += step) {
      // Among equals the nearest.
      const double score =
          static_cast<double>(count_found(field.spread, spots, x, y)) / all - 1e-5 * std::hypot(x, y);
      if (score <= best) continue;
      best = score;
      shift = {x, y};
    }
  return cv::Matx33d(1, 0, shift.x, 0, 1, shift.y, 0, 0, 1) * to_field;
}

cv::Matx33d refine(const EdgeField& field, const std::vector<EdgePoint>& edges,
                   const std::vector<float>& weights, const cv::Matx33d& to_field, Freedom freedom,
                   float reach) {
  cv::Matx33d refined = to_field;
  for (int round = 0; round < k_rounds; ++round)
    refined = refine_once(field, edges, weights, refined, freedom,
                          std::max(2.0F, reach / static_cast<float>(1 << round)));
  return refined;
}

}  // namespace preshift
