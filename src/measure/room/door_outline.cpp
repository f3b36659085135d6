#include "door_outline.hpp"

#include "edge_field.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace preshift {
namespace {

// Shares of the picture's width or height.
constexpr double k_narrowest = 0.06;
constexpr double k_widest = 0.5;
constexpr double k_lowest = 0.3;
// A door is 1.6 to 4.5 times as high as it is wide, seen from the front; seen from the side it is narrower.
constexpr double k_least_aspect = 1.3;
constexpr double k_greatest_aspect = 5;
constexpr double k_usual_height = 0.65;  // of the picture: a door four metres away takes more than half of it
constexpr double k_usual_aspect = 2.9;   // up to here all are as likely
constexpr double k_lowest_lintel = 0.5;
constexpr double k_steepest_lintel = 0.75;
constexpr double k_clear_ratio = 0.2;  // of brightness, in units of its natural logarithm
constexpr std::size_t k_most_lines = 40;
constexpr double k_fewest_votes = 0.08;
constexpr int k_step = 3;      // pixels between lintels that are tried
constexpr float k_strip = 7;   // pixels beside a side
constexpr int k_samples = 24;  // points at which a side is looked at
constexpr double k_least_change = 0.25;
// Through a doorway nearly everything looks different; where only the light changed, a part does: hence a
// square.
constexpr double k_change_weight = 2;

/// How much each place differs between the two pictures, 0 to 1, their exposure and general light aside.
cv::Mat find_change(const cv::Mat& closed, const cv::Mat& open, const cv::Mat& allowed) {
  cv::Mat logs[2];
  const cv::Mat* pictures[2] = {&closed, &open};
  for (int i = 0; i < 2; ++i) {
    cv::Mat smooth;
    cv::GaussianBlur(*pictures[i], smooth, {}, 2);
    smooth.convertTo(logs[i], CV_32F);
    cv::log(logs[i] + 8, logs[i]);
  }
  cv::Mat ratio = logs[1] - logs[0];
  std::vector<float> values(ratio.begin<float>(), ratio.end<float>());
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                   values.end());
  cv::Mat change = cv::abs(ratio - values[values.size() / 2]) / k_clear_ratio;
  cv::min(change, 1.0, change);
  // Where the brightness is alike, the edges still differ.
  cv::Mat moved = cv::Mat::zeros(closed.size(), CV_32F);
  for (int i = 0; i < 2; ++i) {
    const EdgeField other = find_edge_field(*pictures[1 - i]);
    for (const EdgePoint& edge : find_edge_points(*pictures[i], allowed, 2, 20000))
      if (!is_edge(other, edge.at, bits_of(edge.direction))) moved.at<float>(cv::Point(edge.at)) = 1;
  }
  cv::boxFilter(moved, moved, CV_32F, {11, 11}, {-1, -1}, false);
  cv::min(moved / 5, 1.0, moved);
  cv::max(change, moved, change);
  change.setTo(0, allowed == 0);
  return change;
}

/// An almost vertical line: x = at + slope (y - middle).
struct Upright {
  float at = 0;
  float slope = 0;
  int votes = 0;

  [[nodiscard]] cv::Point2f on(float y, float middle) const { return {at + slope * (y - middle), y}; }
};

bool are_alike(const Upright& one, const Upright& other) {
  return std::abs(one.at - other.at) < 4 && std::abs(one.slope - other.slope) < 0.03F;
}

/// The clearest uprights of the closed picture, by a Hough transform of its edges.
std::vector<Upright> find_uprights(const std::vector<EdgePoint>& edges, cv::Size size) {
  constexpr int k_slopes = 25;
  constexpr int k_upright = k_slopes / 2;  // the slope of a vertical line
  constexpr float k_slope_step = 0.02F;
  const int columns = size.width / 2;
  const float middle = static_cast<float>(size.height) / 2;
  cv::Mat votes = cv::Mat::zeros(k_slopes, columns, CV_32S);
  for (const EdgePoint& edge : edges) {
    const int tilt = std::abs(static_cast<std::int8_t>(edge.direction));  // 0 for a vertical edge
    if (tilt > 24) continue;
    for (int i = 0; i < k_slopes; ++i) {
      const float slope = static_cast<float>(i - k_upright) * k_slope_step;
      const int column = static_cast<int>((edge.at.x - slope * (edge.at.y - middle)) / 2);
      if (column >= 0 && column < columns) ++votes.at<int>(i, column);
    }
  }
  std::vector<Upright> lines;
  while (lines.size() < k_most_lines) {
    double most = 0;
    cv::Point where;
    cv::minMaxLoc(votes, nullptr, &most, nullptr, &where);
    if (most < k_fewest_votes * size.height) break;
    lines.push_back({static_cast<float>(2 * where.x + 1),
                     static_cast<float>(where.y - k_upright) * k_slope_step, static_cast<int>(most)});
    for (int i = 0; i < k_slopes; ++i) {
      const int spread = 1 + std::abs(i - where.y) / 3;
      votes(cv::Rect(std::max(0, where.x - spread), i,
                     std::min(columns, where.x + spread + 1) - std::max(0, where.x - spread), 1))
          .setTo(0);
    }
  }
  return lines;
}

/// How much of a straight side shows an edge of its direction, as shares of its length.
struct Coverage {
  double closed = 0, open = 0;  ///< in this picture
  double both = 0;              ///< in both: the frame of a door stays where it is
};

/// Everything that candidates are weighed by.
struct Views {
  EdgeField closed, open;
  cv::Mat change;  // CV_32F
};

Coverage cover(const Views& views, const cv::Point2f& from, const cv::Point2f& to) {
  const double along = std::atan2(static_cast<double>(to.y - from.y), static_cast<double>(to.x - from.x));
  const auto bits = bits_of(
      static_cast<std::uint8_t>(static_cast<int>(std::lround((along + CV_PI / 2) * 256 / CV_PI)) & 0xFF));
  int closed = 0, open = 0, both = 0, inside = 0;
  for (int i = 0; i < k_samples; ++i) {
    const cv::Point2f at = from + (to - from) * ((static_cast<float>(i) + 0.5F) / k_samples);
    if (!cv::Rect2f({}, cv::Size2f(views.change.size())).contains(at)) continue;
    ++inside;
    const bool there[2] = {is_edge(views.closed, at, bits), is_edge(views.open, at, bits)};
    closed += there[0] ? 1 : 0;
    open += there[1] ? 1 : 0;
    both += there[0] && there[1] ? 1 : 0;
  }
  const double samples = std::max(inside, k_samples / 2);
  return {closed / samples, open / samples, both / samples};
}

/// Mean change along a side, moved by so many pixels into the door (or out of it, where negative).
double change_along(const cv::Mat& change, const cv::Point2f& from, const cv::Point2f& to,
                    const cv::Point2f& centre, float inwards) {
  const cv::Point2f along = to - from;
  cv::Point2f normal(-along.y, along.x);
  normal *= 1 / std::max(1.0F, static_cast<float>(cv::norm(normal)));
  if (normal.dot(centre - from) < 0) normal = -normal;
  double sum = 0;
  int inside = 0;
  for (int i = 2; i < k_samples - 2; ++i) {
    const cv::Point at(from + along * ((static_cast<float>(i) + 0.5F) / k_samples) + normal * inwards);
    if (!cv::Rect({}, change.size()).contains(at)) continue;
    sum += static_cast<double>(change.at<float>(at));
    ++inside;
  }
  return inside == 0 ? 0 : sum / inside;
}

struct Candidate {
  cv::Point2f corners[4];
  double score = -1;
};

double mean_change(const Views& views, const Candidate& door) {
  double sum = 0;
  int count = 0;
  for (int j = 0; j < 24; ++j)
    for (int i = 0; i < 10; ++i) {
      const float u = (static_cast<float>(i) + 0.5F) / 10, v = (static_cast<float>(j) + 0.5F) / 24;
      const cv::Point at((door.corners[0] * (1 - u) + door.corners[1] * u) * (1 - v) +
                         (door.corners[3] * (1 - u) + door.corners[2] * u) * v);
      if (!cv::Rect({}, views.change.size()).contains(at)) continue;
      sum += static_cast<double>(views.change.at<float>(at));
      ++count;
    }
  return count < 80 ? 0 : sum / count;
}

/// Change just inside a side less that just outside.
double step_at(const Views& views, const cv::Point2f& from, const cv::Point2f& to,
               const cv::Point2f& centre) {
  return change_along(views.change, from, to, centre, k_strip) -
         change_along(views.change, from, to, centre, -k_strip);
}

/// How far a candidate is a doorway: what lies inside changed; up to its lintel and to the side of the latch,
/// whose edges both pictures show, and no further. The side of the hinges may be hidden by the open leaf,
/// which also changes what lies beyond.
double score_of(const Views& views, const Candidate& door) {
  const auto& c = door.corners;
  const cv::Point2f centre = (c[0] + c[1] + c[2] + c[3]) * 0.25F;
  const Coverage left = cover(views, c[0], c[3]), right = cover(views, c[1], c[2]),
                 top = cover(views, c[0], c[1]);
  const auto hinged = [](const Coverage& side) { return 0.7 * side.closed; };
  const double left_step = step_at(views, c[0], c[3], centre),
               right_step = step_at(views, c[1], c[2], centre);
  const double aspect =
      cv::norm(c[0] + c[1] - c[2] - c[3]) / std::max(1.0, cv::norm(c[0] + c[3] - c[1] - c[2]));
  const double left_height = std::max(1.0, cv::norm(c[0] - c[3])),
               right_height = std::max(1.0, cv::norm(c[1] - c[2]));
  const double sides =
      std::max(left.both + left_step + hinged(right), right.both + right_step + hinged(left));
  return sides + top.both + step_at(views, c[0], c[1], centre) + 0.3 * cover(views, c[3], c[2]).both +
         k_change_weight * std::pow(mean_change(views, door), 2) -
         std::max(0.0, std::log(aspect / k_usual_aspect)) -
         0.8 * std::abs(std::log(left_height / right_height)) +
         std::min(k_usual_height, (left_height + right_height) / 2 / views.change.rows);
}

/// The best lintel between two uprights, and the best threshold below it.
std::optional<Candidate> complete(const Views& views, const Upright& left, const Upright& right,
                                  cv::Size size) {
  const float middle = static_cast<float>(size.height) / 2;
  const auto best_across = [&](int from, int to, const auto& value) {
    double best = -1;
    std::pair<float, float> ends;
    for (int y = from; y < to; y += k_step) {
      const auto a = left.on(static_cast<float>(y), middle);
      const int reach = static_cast<int>(k_steepest_lintel * static_cast<double>(right.at - left.at));
      for (int z = std::max(from, y - reach); z < std::min(to, y + reach); z += k_step) {
        const auto b = right.on(static_cast<float>(z), middle);
        const double found = value(a, b);
        if (found <= best) continue;
        best = found;
        ends = {a.y, b.y};
      }
    }
    return std::pair{best, ends};
  };
  const auto line_score = [&](const cv::Point2f& a, const cv::Point2f& b, float down) {
    return cover(views, a, b).both + step_at(views, a, b, (a + b) * 0.5F + cv::Point2f(0, down));
  };
  const auto [top_score, top] =
      best_across(0, static_cast<int>(k_lowest_lintel * size.height),
                  [&](const auto& a, const auto& b) { return line_score(a, b, 50); });
  const int lowest =
      static_cast<int>(std::max(top.first, top.second) + static_cast<float>(k_lowest * size.height));
  if (lowest >= size.height) return std::nullopt;
  const auto [bottom_score, bottom] =
      best_across(lowest, size.height, [&](const auto& a, const auto& b) { return line_score(a, b, -50); });
  Candidate door;
  door.corners[0] = left.on(top.first, middle);
  door.corners[1] = right.on(top.second, middle);
  door.corners[2] = right.on(bottom.second, middle);
  door.corners[3] = left.on(bottom.first, middle);
  const double width = static_cast<double>(right.at - left.at);
  const double height = static_cast<double>(bottom.first + bottom.second - top.first - top.second) / 2;
  if (height < k_least_aspect * width || height > k_greatest_aspect * width) return std::nullopt;
  door.score = score_of(views, door);
  return door;
}

}  // namespace

std::optional<ProposedDoor> propose_door(const cv::Mat& closed_grey, const cv::Mat& open_grey,
                                         const cv::Mat& allowed) {
  const cv::Size size = closed_grey.size();
  const Views views{find_edge_field(closed_grey), find_edge_field(open_grey),
                    find_change(closed_grey, open_grey, allowed)};
  auto uprights = find_uprights(find_edge_points(closed_grey, allowed, 1, 40000, 0.9F), size);
  const auto others = find_uprights(find_edge_points(open_grey, allowed, 1, 40000, 0.9F), size);
  for (const Upright& other : others)
    if (std::none_of(uprights.begin(), uprights.end(),
                     [&](const Upright& line) { return are_alike(line, other); }))
      uprights.push_back(other);
  std::sort(uprights.begin(), uprights.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < uprights.size(); ++i)
    for (std::size_t j = i + 1; j < uprights.size(); ++j) {
      const double width = static_cast<double>(uprights[j].at - uprights[i].at) / size.width;
      if (width < k_narrowest || width > k_widest) continue;
      const int from = static_cast<int>(uprights[i].at), to = static_cast<int>(uprights[j].at);
      if (cv::mean(views.change.colRange(from, to))[0] < k_least_change) continue;
      if (auto door = complete(views, uprights[i], uprights[j], size)) candidates.push_back(*door);
    }
  if (candidates.empty()) return std::nullopt;
  const auto& best = *std::max_element(candidates.begin(), candidates.end(),
                                       [](const auto& a, const auto& b) { return a.score < b.score; });
  const double change = mean_change(views, best);
  if (change < k_least_change) return std::nullopt;
  return ProposedDoor{{best.corners[0], best.corners[1], best.corners[2], best.corners[3]},
                      std::clamp((best.score - 2.5) / 2.5, 0.0, 1.0)};
}

}  // namespace preshift
