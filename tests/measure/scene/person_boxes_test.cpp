#include "person_boxes.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace preshift {
namespace {

class Maps {
 public:
  Maps(int rows, int columns) {
    m_maps.score = cv::Mat::zeros(rows, columns, CV_32F);
    for (int side = 0; side < 4; ++side) m_maps.extent.push_back(cv::Mat::zeros(rows, columns, CV_32F));
  }

  Maps& put(int row, int column, float score, const std::array<float, 4>& extent) {
    m_maps.score.at<float>(row, column) = score;
    for (std::size_t i = 0; i < 4; ++i) m_maps.extent[i].at<float>(row, column) = extent[i];
    return *this;
  }

  [[nodiscard]] std::vector<PersonBox> boxes() const { return boxes_at_peaks(m_maps, 0.3F); }

 private:
  BoxMaps m_maps;
};

constexpr std::array<float, 4> k_extent{8, 12, 10, 20};  // left, top, right, bottom

TEST(BoxesAtPeaks, a_box_reaches_from_its_cell_by_the_four_extents) {
  const auto boxes = Maps(20, 30).put(10, 5, 0.6F, k_extent).boxes();
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_EQ(boxes[0].box, cv::Rect2f(4 * 5 - 8, 4 * 10 - 12, 8 + 10, 12 + 20));
  EXPECT_EQ(boxes[0].score, 0.6F);
}

TEST(BoxesAtPeaks, only_a_cell_that_no_neighbour_exceeds_is_a_person) {
  const auto boxes = Maps(20, 30).put(10, 5, 0.6F, k_extent).put(11, 6, 0.5F, k_extent).boxes();
  EXPECT_EQ(boxes.size(), 1U);
}

TEST(BoxesAtPeaks, faint_peaks_are_left_out_and_the_best_comes_first) {
  const auto boxes =
      Maps(20, 30).put(2, 2, 0.4F, k_extent).put(8, 8, 0.7F, k_extent).put(15, 15, 0.29F, k_extent).boxes();
  ASSERT_EQ(boxes.size(), 2U);
  EXPECT_EQ(boxes[0].score, 0.7F);
  EXPECT_EQ(boxes[1].score, 0.4F);
}

TEST(BoxesAtPeaks, peaks_in_the_corners_count) {
  const auto boxes = Maps(20, 30).put(0, 0, 0.5F, k_extent).put(19, 29, 0.5F, k_extent).boxes();
  EXPECT_EQ(boxes.size(), 2U);
}

TEST(BoxesAtPeaks, what_is_not_a_box_or_not_a_number_is_left_out) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const auto boxes = Maps(20, 30)
                         .put(2, 2, 0.5F, {-9, 5, 5, 5})
                         .put(8, 8, 0.5F, {5, nan, 5, 5})
                         .put(15, 15, nan, k_extent)
                         .boxes();
  EXPECT_TRUE(boxes.empty());
}

TEST(WithoutOverlaps, a_box_that_mostly_coincides_with_a_better_one_is_the_same_person) {
  const std::vector<PersonBox> boxes{{{0, 0, 100, 100}, 0.7F}, {{20, 0, 100, 100}, 0.5F}};  // 80 of 120
  EXPECT_EQ(without_overlaps(boxes, 0.5F).size(), 1U);
}

TEST(WithoutOverlaps, people_side_by_side_and_a_child_on_a_lap_stay) {
  const std::vector<PersonBox> boxes{
      {{0, 0, 100, 200}, 0.7F}, {{60, 0, 100, 200}, 0.5F}, {{20, 100, 50, 60}, 0.4F}};
  EXPECT_EQ(without_overlaps(boxes, 0.5F).size(), 3U);
}

/// 17 parts of a body on a grid of 20 x 30 cells, the first `found` of them with this score in one cell.
std::vector<cv::Mat> parts_at(int row, int column, int found, float score) {
  std::vector<cv::Mat> parts;
  for (int part = 0; part < 17; ++part) {
    parts.push_back(cv::Mat::zeros(20, 30, CV_32F));
    if (part < found) parts.back().at<float>(row, column) = score;
  }
  return parts;
}

TEST(ScoreWithParts, is_the_geometric_mean_of_centre_and_the_eight_best_parts_in_the_box) {
  const PersonBox box{{20, 20, 40, 40}, 0.5F};
  EXPECT_NEAR(score_with_parts(box, parts_at(10, 10, 17, 0.8F)), std::sqrt(0.5 * 0.8), 1e-6);
  EXPECT_NEAR(score_with_parts(box, parts_at(10, 10, 4, 0.8F)), std::sqrt(0.5 * 0.4), 1e-6);
}

TEST(ScoreWithParts, parts_elsewhere_do_not_help) {
  EXPECT_EQ(score_with_parts({{20, 20, 40, 40}, 0.5F}, parts_at(18, 28, 17, 0.9F)), 0);
  EXPECT_EQ(score_with_parts({{500, 500, 40, 40}, 0.5F}, parts_at(18, 28, 17, 0.9F)), 0);
}

TEST(ScaledTo, a_box_keeps_its_place_and_stays_inside) {
  EXPECT_EQ(scaled_to({10, 10, 20, 30}, {100, 50}, {200, 200}), cv::Rect2f(20, 40, 40, 120));
  EXPECT_EQ(scaled_to({-10, 40, 200, 30}, {100, 50}, {100, 50}), cv::Rect2f(0, 40, 100, 10));
}

}  // namespace
}  // namespace preshift
