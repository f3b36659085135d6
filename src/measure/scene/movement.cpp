#include "movement.hpp"

#include <opencv2/imgproc.hpp>

namespace preshift {
namespace {

constexpr double k_least_levels = 6;
constexpr double k_noise_factor = 6;
constexpr double k_least_share = 0.004;
constexpr double k_camera_share = 0.5;
constexpr double k_margin_share = 0.25;  // of the agent's width, to the sides and above

/// 255 where the agent, and what moves with the agent, may be: a seat reaches down to the picture's edge.
cv::Mat agents_part(const std::optional<cv::Rect>& agent, cv::Size field) {
  cv::Mat part = cv::Mat::zeros(field, CV_8U);
  if (!agent || agent->empty()) return part;
  const int margin = cvRound(k_margin_share * agent->width);
  const cv::Point from(agent->x - margin, agent->y - margin);
  const cv::Rect around(from, cv::Point(agent->x + agent->width + margin, field.height));
  part(around & cv::Rect({}, field)).setTo(255);
  return part;
}

}  // namespace

std::optional<bool> moves_behind(const Changes& changes, const std::optional<cv::Rect>& agent) {
  const cv::Mat kernel = cv::getStructuringElement(cv::MORPH_RECT, {3, 3});
  cv::Mat changed, labels, measures, centres;
  // An edge that trembles is a thin line, and noise a single pixel.
  cv::morphologyEx(changes.above(k_least_levels, k_noise_factor), changed, cv::MORPH_OPEN, kernel);
  cv::morphologyEx(changed, changed, cv::MORPH_CLOSE, kernel);
  const cv::Mat behind = agents_part(agent, changed.size()) == 0;
  const double room = cv::countNonZero(behind);
  if (cv::countNonZero(changed & behind) > k_camera_share * room) return std::nullopt;
  const int parts = cv::connectedComponentsWithStats(changed, labels, measures, centres);
  for (int part = 1; part < parts; ++part) {
    const int whole = measures.at<int>(part, cv::CC_STAT_AREA);
    if (whole < k_least_share * static_cast<double>(changed.total())) continue;
    const int outside = cv::countNonZero((labels == part) & behind);
    if (2 * outside > whole && outside >= k_least_share * static_cast<double>(changed.total())) return true;
  }
  return false;
}

void MovementWatch::add(const Changes& changes, const std::optional<cv::Rect>& agent) {
  const auto moves = moves_behind(changes, agent);
  if (!moves) return;
  ++m_compared;
  m_moved += *moves ? 1 : 0;
}

}  // namespace preshift
