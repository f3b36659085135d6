#include "drawn_room.hpp"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>

namespace preshift::testing {
namespace {

constexpr int k_margin = 480;  // of wall around the enrolment's view
const cv::Rect k_door{260, 100, 120, 310};

cv::Scalar any_colour(cv::RNG& chance) {
  const int grey = chance.uniform(30, 226);
  return {static_cast<double>(grey + chance.uniform(-25, 26)), static_cast<double>(grey),
          static_cast<double>(grey + chance.uniform(-25, 26))};
}

/// Boxes and discs, the large ones first.
void furnish(cv::Mat& wall, cv::RNG& chance, const cv::Rect& where, int pieces) {
  for (int i = 0; i < pieces; ++i) {
    const int largest = 8 + 120 * (pieces - i) / pieces;
    const cv::Point at(where.x + chance.uniform(0, where.width), where.y + chance.uniform(0, where.height));
    const cv::Size size(chance.uniform(5, largest), chance.uniform(5, largest));
    if (i % 4 == 0)
      cv::circle(wall, at, std::min(size.width, size.height) / 2, any_colour(chance), cv::FILLED,
                 cv::LINE_AA);
    else
      cv::rectangle(wall, cv::Rect(at, size) & where, any_colour(chance), cv::FILLED);
  }
}

void draw_leaf(cv::Mat& wall, const cv::Rect& door) {
  cv::rectangle(wall, door, {190, 205, 215}, cv::FILLED);
  for (const int top : {20, 165}) {
    const cv::Rect panel(door.x + 20, door.y + top, door.width - 40, 125);
    cv::rectangle(wall, panel, {130, 145, 155}, 3);
    cv::rectangle(wall, panel - cv::Size(24, 24) + cv::Point(12, 12), {225, 235, 240}, 2);
  }
  cv::circle(wall, {door.x + door.width - 10, door.y + 160}, 6, {40, 60, 70}, cv::FILLED, cv::LINE_AA);
}

/// The room beyond, and the leaf turned towards the camera by about 80 degrees about its left side.
void draw_open_door(cv::Mat& wall, const cv::Rect& door) {
  cv::rectangle(wall, door, {60, 55, 50}, cv::FILLED);
  cv::RNG chance(99);
  furnish(wall, chance, door, 25);
  const std::vector<cv::Point> leaf{
      door.tl(), {door.x - 28, door.y - 45}, {door.x - 28, door.br().y + 50}, {door.x, door.br().y}};
  cv::fillConvexPoly(wall, leaf, {165, 180, 190}, cv::LINE_AA);
  cv::polylines(wall, leaf, true, {90, 100, 110}, 2, cv::LINE_AA);
}

}  // namespace

Outline drawn_door() {
  const cv::Rect2f door = k_door;
  return {door.tl(), {door.br().x, door.y}, door.br(), {door.x, door.br().y}};
}

cv::Mat picture_of(const DrawnRoom& room, const cv::Matx33d& movement) {
  cv::Mat wall(k_drawn_size + cv::Size(2 * k_margin, 2 * k_margin), CV_8UC3, cv::Scalar(170, 180, 185));
  cv::RNG chance(room.furniture);
  furnish(wall, chance, {{}, wall.size()}, 1600);
  const cv::Rect door = k_door + cv::Point(k_margin, k_margin);
  cv::rectangle(wall, door + cv::Size(28, 18) - cv::Point(14, 14), {110, 120, 125}, cv::FILLED);
  if (room.is_open)
    draw_open_door(wall, door);
  else
    draw_leaf(wall, door);
  cv::GaussianBlur(wall, wall, {}, 0.8);
  cv::Mat picture;
  cv::warpPerspective(wall, picture, movement * shifted_by(-k_margin, -k_margin), k_drawn_size,
                      cv::INTER_LINEAR);
  return picture;
}

cv::Mat in_light(const cv::Mat& picture, double exposure, double noise, std::uint64_t seed) {
  cv::Mat grain(picture.size(), CV_32FC3);
  cv::RNG chance(seed);
  chance.fill(grain, cv::RNG::NORMAL, 0, noise);
  cv::Mat lit;
  picture.convertTo(lit, CV_32F, exposure);
  lit += grain;
  lit.convertTo(lit, CV_8U);
  return lit;
}

cv::Matx33d shifted_by(double x, double y) {
  return {1, 0, x, 0, 1, y, 0, 0, 1};
}

cv::Matx33d turned_by(double right, double down, double roll) {
  constexpr double radians = std::numbers::pi / 180;
  const double f = k_drawn_size.width / 2.0 / std::tan(31 * radians);
  const cv::Matx33d camera(f, 0, k_drawn_size.width / 2.0, 0, f, k_drawn_size.height / 2.0, 0, 0, 1);
  const auto c = [](double degrees) { return std::cos(degrees * radians); };
  const auto s = [](double degrees) { return std::sin(degrees * radians); };
  const cv::Matx33d yaw(c(right), 0, -s(right), 0, 1, 0, s(right), 0, c(right));
  const cv::Matx33d pitch(1, 0, 0, 0, c(down), -s(down), 0, s(down), c(down));
  const cv::Matx33d about_axis(c(roll), -s(roll), 0, s(roll), c(roll), 0, 0, 0, 1);
  return camera * about_axis * pitch * yaw * camera.inv();
}

double true_movement(const cv::Matx33d& movement) {
  const double w = k_drawn_size.width;
  const double h = k_drawn_size.height;
  double sum = 0;
  for (const cv::Point2d at : {cv::Point2d(0, 0), {w, 0}, {w, h}, {0, h}, {w / 2, h / 2}}) {
    const cv::Vec3d moved = movement * cv::Vec3d(at.x, at.y, 1);
    sum += std::hypot(moved[0] / moved[2] - at.x, moved[1] / moved[2] - at.y);
  }
  return 100 * sum / 5 / w;
}

}  // namespace preshift::testing
