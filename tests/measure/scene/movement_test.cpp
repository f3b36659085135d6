#include "movement.hpp"

#include "changes.hpp"
#include "picture_quality.hpp"
#include "pictures.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

using namespace testing;

const cv::Rect k_agent(60, 50, 40, 70);  // of a field of 160 x 120

/// A figure with a pattern, so that it has structure inside, standing at `x` of a picture of 640x480.
cv::Mat with_figure(const cv::Mat& room, int x, cv::Size size = {60, 200}) {
  cv::Mat picture = room.clone();
  cv::rectangle(picture, {x, 150, size.width, size.height}, {60, 40, 30}, cv::FILLED);
  cv::circle(picture, {x + size.width / 2, 170}, size.width / 4, {150, 170, 210}, cv::FILLED);
  return picture;
}

std::optional<bool> moved(const cv::Mat& before, const cv::Mat& now,
                          const std::optional<cv::Rect>& agent = k_agent) {
  return moves_behind(changes_between(small_grey_copy(before), small_grey_copy(now)), agent);
}

TEST(MovesBehind, a_room_at_rest_does_not_move_in_any_noise) {
  for (const double noise : {0.5, 3.0, 10.0, 20.0})
    EXPECT_EQ(moved(with_noise(room_picture(), noise, 1), with_noise(room_picture(), noise, 2)), false)
        << noise;
}

TEST(MovesBehind, somebody_who_walks_behind_the_agent_moves) {
  const cv::Mat before = with_noise(with_figure(room_picture(), 560), 2, 1);
  EXPECT_EQ(moved(before, with_noise(with_figure(room_picture(), 520), 2, 2)), true);
  EXPECT_EQ(moved(before, with_noise(room_picture(), 2, 2)), true) << "and who leaves";
}

TEST(MovesBehind, the_agent_may_move) {
  const cv::Mat room = room_picture();
  const auto at = [&](int x) {
    return with_noise(with_figure(room, x, {120, 300}), 2, static_cast<unsigned>(x));
  };
  EXPECT_EQ(moved(at(260), at(275)), false);
  EXPECT_EQ(moved(at(260), at(275), std::nullopt), true) << "but nobody else in that place";
}

TEST(MovesBehind, light_that_flickers_or_an_exposure_that_settles_is_no_movement) {
  const cv::Mat room = room_picture();
  for (const double gain : {0.6, 0.8, 0.95, 1.1, 1.2})
    EXPECT_EQ(moved(with_noise(room, 2, 1), with_noise(with_levels(room, gain), 2, 2)), false) << gain;
  EXPECT_EQ(moved(with_noise(room, 2, 1), with_noise(with_levels(room, 0.9, 12), 2, 2)), false);
}

TEST(MovesBehind, a_lamp_that_lights_one_side_is_no_movement) {
  cv::Mat lit = room_picture();
  for (int x = 0; x < lit.cols; ++x) {
    cv::Mat column = lit.col(x);
    column.convertTo(column, -1, 0.7 + 0.4 * x / lit.cols);
  }
  EXPECT_EQ(moved(with_noise(room_picture(), 2, 1), with_noise(lit, 2, 2)), false);
}

TEST(MovesBehind, a_camera_that_is_pushed_says_nothing) {
  const cv::Mat room = room_picture();
  cv::Mat turned;
  cv::flip(room, turned, 1);
  const auto result = moved(with_noise(room, 1, 1), with_noise(turned, 1, 2), std::nullopt);
  EXPECT_NE(result, false);
}

TEST(MovementWatch, counts_the_comparisons_in_which_something_moved) {
  MovementWatch watch;
  const cv::Mat room = room_picture();
  const std::vector<cv::Mat> pictures{room, room, with_figure(room, 560), with_figure(room, 520), room, room};
  for (std::size_t i = 1; i < pictures.size(); ++i)
    watch.add(changes_between(small_grey_copy(with_noise(pictures[i - 1], 2, i)),
                              small_grey_copy(with_noise(pictures[i], 2, i + 1))),
              k_agent);
  EXPECT_EQ(watch.compared(), 5U);
  EXPECT_EQ(watch.moved(), 3U);
}

TEST(InField, a_box_is_rounded_outwards_and_cut_off) {
  EXPECT_EQ(in_field({10, 10, 21, 21}, 0.25, {160, 120}), cv::Rect(2, 2, 6, 6));
  EXPECT_EQ(in_field({-10, 400, 50, 500}, 0.25, {160, 120}), cv::Rect(0, 100, 10, 20));
}

}  // namespace
}  // namespace preshift
