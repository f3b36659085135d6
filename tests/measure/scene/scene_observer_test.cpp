#include "scene_observer.hpp"

#include "measures.hpp"
#include "pictures.hpp"
#include "sensing_texts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace preshift {
namespace {

using namespace testing;

/// Finds as many people in each picture as it is told, in turn; the last number goes on.
class ToldDetector final : public PersonDetector {
 public:
  explicit ToldDetector(std::vector<std::size_t> counts) : m_counts(std::move(counts)) {}

  std::vector<PersonBox> detect(const cv::Mat&) override {
    const std::size_t count = m_counts[std::min(m_seen++, m_counts.size() - 1)];
    return std::vector<PersonBox>(count, {{0, 0, 10, 10}, 0.5F});
  }

 private:
  std::vector<std::size_t> m_counts;
  std::size_t m_seen = 0;
};

class SceneObserverTest : public ::testing::Test {
 protected:
  void look(const std::vector<cv::Mat>& pictures, std::vector<std::size_t> people) {
    SceneObserver observer(std::make_unique<ToldDetector>(std::move(people)), {});
    for (const cv::Mat& picture : pictures) observer.observe(picture);
    m_measurements = observer.measurements();
  }

  [[nodiscard]] const Measurement& measurement(std::string_view name) const {
    return *std::find_if(m_measurements.begin(), m_measurements.end(),
                         [&](const auto& m) { return m.name == name; });
  }

  [[nodiscard]] double value(std::string_view name) const {
    const auto* quantity = std::get_if<Quantity>(&measurement(name).outcome);
    return quantity == nullptr ? std::nan("") : quantity->value;
  }

  [[nodiscard]] double uncertainty(std::string_view name) const {
    return std::get<Quantity>(measurement(name).outcome).expanded_uncertainty;
  }

  /// The id of the reason why it is unknown; empty when it is known.
  [[nodiscard]] std::string_view reason(std::string_view name) const {
    const auto* absence = std::get_if<Absence>(&measurement(name).outcome);
    return absence == nullptr ? "" : absence->reason.text.id;
  }

  Measurements m_measurements;
};

std::vector<cv::Mat> live(const cv::Mat& scene, std::size_t count) {
  std::vector<cv::Mat> pictures;
  for (std::size_t i = 0; i < count; ++i) pictures.push_back(with_noise(scene, 1.5, i + 1));
  return pictures;
}

std::vector<cv::Mat> operator+(std::vector<cv::Mat> first, const std::vector<cv::Mat>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

TEST_F(SceneObserverTest, every_measure_of_the_camera_comes_once_with_its_unit) {
  for (const std::size_t count : {0, 1, 3}) {
    look(live(room_picture(), count), {1});
    std::multimap<std::string_view, std::string_view> expected, actual;
    for (const Measure& measure : measures()) {
      const bool of_a_room = measure.name.starts_with("room.") || measure.name.starts_with("door.");
      if (measure.sensor == Sensor::camera && !of_a_room) expected.emplace(measure.name, measure.unit);
    }
    for (const Measurement& m : m_measurements) actual.emplace(m.name, m.unit);
    EXPECT_EQ(actual, expected) << count << " pictures";
  }
}

TEST_F(SceneObserverTest, without_any_picture_everything_is_unknown) {
  look({}, {1});
  for (const Measurement& m : m_measurements) EXPECT_EQ(reason(m.name), "scene.no_pictures") << m.name;
}

TEST_F(SceneObserverTest, one_person_in_a_live_room_is_one_person) {
  look(live(room_picture(), 6), {1});
  EXPECT_EQ(value("people.count"), 1);
  EXPECT_EQ(uncertainty("people.count"), 0);
  EXPECT_EQ(value("picture.count"), 6);
  EXPECT_EQ(value("camera.covered"), 0);
  EXPECT_EQ(value("camera.frozen"), 0);
}

TEST_F(SceneObserverTest, brightness_and_contrast_are_those_of_the_pictures_with_their_spread) {
  cv::Mat halves = plain_picture(cv::Scalar::all(60));
  halves.colRange(0, 320).setTo(cv::Scalar::all(160));
  look({halves, with_levels(halves, 1, 20)}, {0});
  EXPECT_NEAR(value("picture.brightness"), 100 * 120 / 255.0, 0.01);
  EXPECT_NEAR(value("picture.contrast"), 100 * 50 / 255.0, 0.01);
  const double spread = 100 * 20 / 255.0 / std::sqrt(2.0);  // of two readings
  EXPECT_NEAR(uncertainty("picture.brightness"), 2 * spread, 0.05);
  EXPECT_LT(uncertainty("picture.contrast"), 0.3);
}

TEST_F(SceneObserverTest, a_person_who_comes_and_stays_shows_in_the_uncertainty) {
  look(live(room_picture(), 10), {1, 1, 1, 1, 1, 1, 2, 2, 2, 2});
  EXPECT_EQ(value("people.count"), 1);
  EXPECT_EQ(uncertainty("people.count"), 1);
}

TEST_F(SceneObserverTest, one_picture_counts_people_but_cannot_show_a_frozen_camera) {
  look({room_picture()}, {2});
  EXPECT_EQ(value("people.count"), 2);
  EXPECT_EQ(reason("camera.frozen"), "scene.one_picture");
}

TEST_F(SceneObserverTest, a_covered_camera_says_nothing_about_people) {
  look(live(shaded_picture({40, 50, 190}, 0.5), 5), {0});
  EXPECT_EQ(value("camera.covered"), 100);
  EXPECT_EQ(value("camera.frozen"), 0);
  EXPECT_EQ(reason("people.count"), "scene.covered");
}

TEST_F(SceneObserverTest, a_shutter_leaves_open_whether_the_camera_is_frozen) {
  look(std::vector<cv::Mat>(5, plain_picture(cv::Scalar::all(0))), {0});
  EXPECT_EQ(value("camera.covered"), 100);
  EXPECT_EQ(reason("camera.frozen"), "scene.covered");
  EXPECT_EQ(reason("people.count"), "scene.covered");
}

TEST_F(SceneObserverTest, a_camera_that_repeats_its_pictures_says_nothing_about_people) {
  look(std::vector<cv::Mat>(6, with_noise(room_picture(), 1.5)), {0});
  EXPECT_EQ(value("camera.frozen"), 100);
  EXPECT_EQ(reason("people.count"), "scene.frozen");
}

TEST_F(SceneObserverTest, a_slow_camera_that_repeats_every_other_picture_is_not_frozen) {
  std::vector<cv::Mat> pictures;
  for (const cv::Mat& picture : live(room_picture(), 4)) pictures.insert(pictures.end(), 2, picture);
  look(pictures, {1});
  EXPECT_NEAR(value("camera.frozen"), 100 * 4 / 7.0, 1e-9);
  EXPECT_EQ(value("people.count"), 1);
}

TEST_F(SceneObserverTest, people_are_counted_in_the_usable_pictures_only) {
  look(live(room_picture(), 19) + live(plain_picture(cv::Scalar::all(5)), 1), {1});
  EXPECT_EQ(value("people.count"), 1);
  EXPECT_NEAR(value("camera.covered"), 5, 1e-9);
}

TEST_F(SceneObserverTest, a_camera_covered_for_a_while_does_not_tell_who_came_meanwhile) {
  look(live(room_picture(), 5) + live(plain_picture(cv::Scalar::all(5)), 4), {1});
  EXPECT_EQ(reason("people.count"), "scene.covered");
}

TEST_F(SceneObserverTest, with_too_few_usable_pictures_the_commonest_fault_is_the_reason) {
  const cv::Mat room = room_picture();
  look(live(room, 2) + live(plain_picture(cv::Scalar::all(5)), 1) + live(with_blur(room, 14), 3), {1});
  EXPECT_EQ(reason("people.count"), "scene.blurred");
  look(live(with_levels(room, 0.07), 3), {1});
  EXPECT_EQ(reason("people.count"), "scene.dark");
  look(live(with_levels(room, 1.8, 100), 3), {1});
  EXPECT_EQ(reason("people.count"), "scene.overexposed");
  look(live(with_levels(room, 0.07, 130), 3), {1});
  EXPECT_EQ(reason("people.count"), "scene.flat");
}

TEST_F(SceneObserverTest, without_a_detector_the_number_of_people_is_unknown_for_the_reason_given) {
  SceneObserver observer(nullptr, {sensing_text("scene.no_detector"), {std::string("x.onnx")}});
  for (const cv::Mat& picture : live(room_picture(), 3)) observer.observe(picture);
  m_measurements = observer.measurements();
  EXPECT_EQ(reason("people.count"), "scene.no_detector");
  EXPECT_EQ(value("picture.count"), 3);
}

}  // namespace
}  // namespace preshift
