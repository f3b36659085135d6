#include "figures.hpp"

#include "picture_quality.hpp"
#include "pictures.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

using namespace testing;

const cv::Rect2f k_seat(240, 160, 160, 300);
const cv::Rect2f k_wall(40, 80, 100, 160);

/// A window of pictures of a drawn room, one every half second, with what is found in each.
class FiguresTest : public ::testing::Test {
 protected:
  void show(const cv::Mat& picture, const std::vector<PersonBox>& found) {
    const cv::Mat copy = small_grey_copy(with_noise(picture, 2, ++m_seed));
    const auto changes = m_last.empty() ? std::nullopt : std::optional(changes_between(m_last, copy));
    m_figures.add(0.5 * static_cast<double>(m_seed - 1), found, changes, 0.25);
    m_last = copy;
  }

  /// Somebody in the seat who nods now and then, and a poster.
  void show_agent_and_poster(int pictures) {
    for (int i = 0; i < pictures; ++i) {
      cv::Mat picture = room_picture();
      cv::rectangle(picture, {260, 200 + 4 * (i / 3 % 2), 120, 250}, {50, 60, 70}, cv::FILLED);
      show(picture, {{k_seat, 0.8F}, {k_wall, 0.6F}});
    }
  }

  [[nodiscard]] int found_last() const { return m_figures.sightings().back().found; }

  Figures m_figures;

 private:
  cv::Mat m_last;
  std::uint64_t m_seed = 0;
};

TEST_F(FiguresTest, a_poster_is_told_from_a_person_after_ten_seconds) {
  show_agent_and_poster(30);
  EXPECT_EQ(m_figures.still(), 1);
  for (const Sighting& sighting : m_figures.sightings()) EXPECT_EQ(sighting.found, 1) << sighting.seconds;
}

TEST_F(FiguresTest, what_was_watched_for_less_is_a_person) {
  show_agent_and_poster(20);  // 9.5 s
  EXPECT_EQ(m_figures.still(), 0);
  EXPECT_EQ(found_last(), 2);
}

TEST_F(FiguresTest, a_person_who_moves_once_is_a_person_all_along) {
  for (int i = 0; i < 40; ++i) {
    cv::Mat picture = room_picture();
    if (i >= 25) cv::rectangle(picture, {60, 100, 20, 30}, {20, 20, 20}, cv::FILLED);
    show(picture, {{k_wall, 0.6F}});
  }
  EXPECT_EQ(m_figures.still(), 0);
  EXPECT_EQ(m_figures.sightings().front().found, 1);
}

TEST_F(FiguresTest, a_light_that_changes_does_not_bring_a_poster_to_life) {
  for (int i = 0; i < 30; ++i) show(with_levels(room_picture(), i % 4 < 2 ? 1.0 : 0.85), {{k_wall, 0.6F}});
  EXPECT_EQ(m_figures.still(), 1);
}

TEST_F(FiguresTest, a_screen_that_plays_is_counted_as_a_person) {
  for (int i = 0; i < 30; ++i) {
    cv::Mat picture = room_picture();
    cv::circle(picture, {60 + 3 * (i % 10), 150}, 15, {20, 200, 220}, cv::FILLED);
    show(picture, {{k_wall, 0.6F}});
  }
  EXPECT_EQ(m_figures.still(), 0);
  EXPECT_EQ(found_last(), 1);
}

TEST_F(FiguresTest, a_find_that_comes_and_goes_in_one_place_is_no_poster) {
  for (int i = 0; i < 30; ++i)
    show(room_picture(), i % 2 == 0 ? std::vector<PersonBox>{{k_wall, 0.6F}} : std::vector<PersonBox>{});
  EXPECT_EQ(m_figures.still(), 0);
}

TEST_F(FiguresTest, two_figures_in_one_place_are_two) {
  const cv::Rect2f beside(280, 160, 160, 300);
  for (int i = 0; i < 30; ++i) show(room_picture(), {{k_seat, 0.8F}, {beside, 0.6F}});
  EXPECT_EQ(m_figures.still(), 2);
}

TEST_F(FiguresTest, a_faint_find_is_only_possible) {
  show(room_picture(), {{k_seat, 0.8F}, {k_wall, k_possible_person_score}});
  EXPECT_EQ(m_figures.sightings().front().found, 1);
  EXPECT_EQ(m_figures.sightings().front().possible, 2);
}

}  // namespace
}  // namespace preshift
