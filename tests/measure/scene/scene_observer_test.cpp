#include "scene_observer.hpp"

#include "measures.hpp"
#include "pictures.hpp"
#include "sensing_texts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
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
    std::vector<PersonBox> people;
    for (std::size_t i = 0; i < count; ++i)
      people.push_back({{static_cast<float>(100 * i), 0, 90, 90}, 0.5F});
    return people;
  }

 private:
  std::vector<std::size_t> m_counts;
  std::size_t m_seen = 0;
};

/// The same for pets.
class ToldPets final : public PetDetector {
 public:
  explicit ToldPets(std::vector<int> counts) : m_counts(std::move(counts)) {}

  int count(const cv::Mat&) override { return m_counts[std::min(m_seen++, m_counts.size() - 1)]; }

 private:
  std::vector<int> m_counts;
  std::size_t m_seen = 0;
};

SceneSupport told(std::vector<std::size_t> people, std::vector<int> pets = {0}) {
  return {
      std::make_unique<ToldDetector>(std::move(people)), {}, std::make_unique<ToldPets>(std::move(pets)), {}};
}

void show(SceneObserver& observer, const std::vector<cv::Mat>& pictures,
          const cv::Mat& never_looked_at = {}) {
  double seconds = 0;
  for (const cv::Mat& picture : pictures) {
    observer.observe(picture, seconds, never_looked_at);
    seconds += 0.5;
  }
}

class SceneObserverTest : public ::testing::Test {
 protected:
  void look(const std::vector<cv::Mat>& pictures, std::vector<std::size_t> people) {
    look_with(told(std::move(people)), pictures);
  }

  void look_with(SceneSupport support, const std::vector<cv::Mat>& pictures, const CameraRoute& route = {}) {
    SceneObserver observer(std::move(support));
    observer.came_through(route);
    show(observer, pictures);
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

TEST_F(SceneObserverTest, a_person_who_comes_and_stays_is_counted_and_timed) {
  look(live(room_picture(), 10), {1, 1, 1, 1, 1, 1, 2, 2, 2, 2});
  EXPECT_EQ(value("people.count"), 2);
  EXPECT_EQ(uncertainty("people.count"), 0);
  EXPECT_DOUBLE_EQ(value("people.several"), 40);
  EXPECT_DOUBLE_EQ(value("people.several_seconds"), 2);
  ASSERT_TRUE(measurement("people.count").note.has_value());
  EXPECT_EQ(render(*measurement("people.count").note, Language::english), "2 people seen for 2 s");
  EXPECT_EQ(render(*measurement("people.count").note, Language::french), "2 personnes vues pendant 2 s");
}

TEST_F(SceneObserverTest, who_only_passes_is_noted_but_not_counted) {
  look(live(room_picture(), 10), {1, 1, 1, 1, 2, 2, 1, 1, 1, 1});
  EXPECT_EQ(value("people.count"), 1);
  EXPECT_EQ(uncertainty("people.count"), 1);
  EXPECT_EQ(measurement("people.count").note->text.id, "people.passed");
}

TEST_F(SceneObserverTest, figures_that_never_move_are_told_apart_and_said) {
  look(live(room_picture(), 30), {2});
  EXPECT_EQ(value("people.count"), 0);
  EXPECT_EQ(value("people.still"), 2);
  EXPECT_EQ(measurement("people.count").note->text.id, "people.still");
}

TEST_F(SceneObserverTest, pets_count_when_two_looks_in_a_row_find_them) {
  look_with(told({1}, {0, 1, 1, 0, 0}), live(room_picture(), 20));  // a look every fourth picture
  EXPECT_EQ(value("pets.count"), 1);
  EXPECT_EQ(uncertainty("pets.count"), 0);
  EXPECT_DOUBLE_EQ(value("pets.share"), 40);
  look_with(told({1}, {0, 1, 0}), live(room_picture(), 12));
  EXPECT_EQ(value("pets.count"), 0);
  EXPECT_EQ(uncertainty("pets.count"), 1);
}

TEST_F(SceneObserverTest, movement_is_a_share_of_the_time) {
  std::vector<cv::Mat> pictures = live(room_picture(), 11);
  for (const std::size_t i : {3, 4})
    cv::rectangle(pictures[i], {560, 200, 50, 150}, {30, 30, 30}, cv::FILLED);
  look(pictures, {1});  // the agent sits at the other side
  EXPECT_DOUBLE_EQ(value("movement.share"), 20) << "it comes and it goes, of ten comparisons";
  look({room_picture()}, {1});
  EXPECT_EQ(reason("movement.share"), "scene.nothing_to_compare");
}

TEST_F(SceneObserverTest, what_is_masked_is_never_looked_at) {
  std::vector<cv::Mat> pictures = live(room_picture(), 11);
  for (const std::size_t i : {3, 4})
    cv::rectangle(pictures[i], {560, 200, 50, 150}, {30, 30, 30}, cv::FILLED);
  cv::Mat mask = cv::Mat::zeros(pictures[0].size(), CV_8U);
  mask(cv::Rect(540, 180, 100, 200)).setTo(255);
  SceneObserver observer(told({1}));
  show(observer, pictures, mask);
  m_measurements = observer.measurements();
  EXPECT_EQ(value("movement.share"), 0);
}

TEST_F(SceneObserverTest, masked_pixels_are_painted_over_before_a_network_sees_them) {
  class Looker final : public PersonDetector {
   public:
    explicit Looker(cv::Mat& seen) : m_seen(seen) {}
    std::vector<PersonBox> detect(const cv::Mat& bgr) override {
      m_seen = bgr.clone();
      return {};
    }

   private:
    cv::Mat& m_seen;
  };
  cv::Mat picture = room_picture(), seen;
  const cv::Rect secret(100, 100, 50, 50);
  cv::Mat mask = cv::Mat::zeros(picture.size(), CV_8U);
  mask(secret).setTo(1);
  SceneObserver observer({std::make_unique<Looker>(seen), {}, nullptr, {}});
  observer.observe(picture, 0, mask);
  cv::Scalar mean, deviation;
  cv::meanStdDev(seen(secret), mean, deviation);
  EXPECT_EQ(deviation, cv::Scalar::all(0));
  EXPECT_EQ(cv::norm(seen(cv::Rect(200, 0, 440, 480)), picture(cv::Rect(200, 0, 440, 480))), 0);
}

TEST_F(SceneObserverTest, the_persons_of_the_last_picture_are_there_for_others) {
  SceneObserver observer(told({1, 2, 0}));
  const std::vector<cv::Mat> pictures = live(room_picture(), 3);
  for (std::size_t i = 0; i < 3; ++i) {
    observer.observe(pictures[i], 0.5 * static_cast<double>(i));
    EXPECT_EQ(observer.people_in_view().size(), (std::array<std::size_t, 3>{1, 2, 0}.at(i)));
  }
  observer.observe(plain_picture(cv::Scalar::all(0)), 2);
  EXPECT_TRUE(observer.people_in_view().empty());
}

TEST_F(SceneObserverTest, a_recording_that_comes_round_again_says_nothing_about_people) {
  const std::vector<cv::Mat> once = live(room_picture(), 5);
  look(once + once + once, {1});
  EXPECT_NEAR(value("camera.looped"), 100 * 10 / 15.0, 1e-9);
  EXPECT_EQ(value("camera.frozen"), 0);
  EXPECT_EQ(reason("people.count"), "scene.looped");
  EXPECT_EQ(reason("movement.share"), "scene.looped");
  EXPECT_EQ(reason("pets.count"), "scene.looped");
}

TEST_F(SceneObserverTest, one_picture_that_returns_may_be_a_mistake) {
  std::vector<cv::Mat> pictures = live(room_picture(), 12);
  pictures[7] = pictures[2];
  look(pictures, {1});
  EXPECT_NEAR(value("camera.looped"), 100 / 12.0, 1e-9);
  EXPECT_EQ(value("people.count"), 1);
}

TEST_F(SceneObserverTest, a_virtual_camera_puts_every_measure_in_doubt) {
  look_with(told({1}), live(room_picture(), 4),
            {CameraRouteKind::virtual_device, false, "OBS Virtual Camera", "v4l2 loopback"});
  EXPECT_EQ(std::get<State>(measurement("camera.route").outcome).value, "virtual");
  EXPECT_FALSE(measurement("camera.route").doubt.has_value());
  for (const Measurement& m : m_measurements) {
    if (m.name == "camera.route") continue;
    ASSERT_TRUE(m.doubt.has_value()) << m.name;
    EXPECT_EQ(m.doubt->text.id, "camera.virtual") << m.name;
  }
}

TEST_F(SceneObserverTest, the_route_is_a_word_or_unknown_with_its_reason) {
  const auto look_through = [&](CameraRouteKind kind, bool is_recording) {
    look_with(told({1}), live(room_picture(), 2), {kind, is_recording, "camera", ""});
    const auto* state = std::get_if<State>(&measurement("camera.route").outcome);
    return state == nullptr ? std::string(reason("camera.route")) : state->value;
  };
  EXPECT_EQ(look_through(CameraRouteKind::physical, false), "physical");
  EXPECT_EQ(look_through(CameraRouteKind::network, false), "network");
  EXPECT_EQ(look_through(CameraRouteKind::unknown, false), "camera.route_unknown");
  EXPECT_EQ(look_through(CameraRouteKind::unknown, true), "camera.no_route");
  EXPECT_FALSE(measurement("people.count").doubt.has_value());
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
  look_with({nullptr,
             {sensing_text("scene.no_detector"), {std::string("x.onnx")}},
             nullptr,
             {sensing_text("scene.no_pet_detector"), {std::string("y.onnx")}}},
            live(room_picture(), 3));
  EXPECT_EQ(reason("people.count"), "scene.no_detector");
  EXPECT_EQ(reason("people.several_seconds"), "scene.no_detector");
  EXPECT_EQ(reason("movement.share"), "scene.no_detector");
  EXPECT_EQ(reason("pets.count"), "scene.no_pet_detector");
  EXPECT_EQ(value("picture.count"), 3);
}

}  // namespace
}  // namespace preshift
