#include "person_detector.hpp"

#include "pictures.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <numeric>

namespace preshift {
namespace {

using namespace testing;
namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

fs::path model_file() {
  const std::string chosen = environment("PRESHIFT_MODELS_DIR");
  const std::string cache = environment("XDG_CACHE_HOME");
  const fs::path folder = !chosen.empty()  ? fs::path(chosen)
                          : !cache.empty() ? fs::path(cache) / "preshift" / "models"
                                           : fs::path(environment("HOME")) / ".cache" / "preshift" / "models";
  return folder / "people-detector.onnx";
}

fs::path shared_data() {
  const std::string chosen = environment("PRESHIFT_SHARED");
  return (chosen.empty() ? fs::path(PRESHIFT_SOURCE_DIR) / ".." / "shared" : fs::path(chosen)) / "data";
}

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string_view refusal(const fs::path& file) {
  const auto detector = load_person_detector(file);
  return detector ? "" : detector.error().message.text.id;
}

float overlap(const cv::Rect2f& a, const cv::Rect2f& b) {
  const float common = (a & b).area();
  return common / (a.area() + b.area() - common);
}

class PersonDetectorTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(model_file())) GTEST_SKIP() << "no model at " << model_file() << "; run ./dev models";
    auto detector = load_person_detector(model_file());
    ASSERT_TRUE(detector.has_value()) << render(detector.error().message, Language::english);
    m_detector = std::move(*detector);
  }

  [[nodiscard]] std::size_t people_in(const cv::Mat& picture) const {
    const auto people = m_detector->detect(picture);
    return static_cast<std::size_t>(std::count_if(people.begin(), people.end(),
                                                  [](const PersonBox& person) { return person.is_sure(); }));
  }

  std::unique_ptr<PersonDetector> m_detector;
};

/// With pictures of the shared folder.
class PersonDetectorOnPhotos : public PersonDetectorTest {
 protected:
  void SetUp() override {
    if (!fs::exists(shared_data())) GTEST_SKIP() << "no shared data at " << shared_data();
    PersonDetectorTest::SetUp();
  }

  [[nodiscard]] static cv::Mat photo(const std::string& name) { return cv::imread(shared_data() / name); }
};

TEST(LoadPersonDetector, a_missing_file_says_how_to_get_it) {
  const TemporaryFolder folder;
  EXPECT_EQ(refusal(folder.path() / "none.onnx"), "scene.no_detector");
}

TEST(LoadPersonDetector, files_that_are_no_network_are_refused) {
  const TemporaryFolder folder;
  EXPECT_EQ(refusal(folder.path()), "scene.detector_damaged");
  EXPECT_EQ(refusal(folder.write("empty.onnx", "")), "scene.detector_damaged");
  EXPECT_EQ(refusal(folder.write("text.onnx", "not a network at all\n")), "scene.detector_damaged");
  EXPECT_EQ(refusal(folder.write("zeros.onnx", std::string(4096, '\0'))), "scene.detector_damaged");
}

TEST_F(PersonDetectorTest, a_truncated_model_is_refused_wherever_it_ends) {
  const TemporaryFolder folder;
  const std::string whole = bytes_of(model_file());
  for (const double share : {0.001, 0.1, 0.5, 0.9, 0.999}) {
    const auto end = static_cast<std::size_t>(share * static_cast<double>(whole.size()));
    EXPECT_EQ(refusal(folder.write("part.onnx", whole.substr(0, end))), "scene.detector_damaged") << share;
  }
}

TEST_F(PersonDetectorTest, a_model_with_other_outputs_is_refused) {
  const TemporaryFolder folder;
  std::string other = bytes_of(model_file());
  std::size_t renamed = 0;
  for (auto at = other.find("extent"); at != std::string::npos; at = other.find("extent", at), ++renamed)
    other.replace(at, 6, "tentex");
  ASSERT_GT(renamed, 0U);
  EXPECT_EQ(refusal(folder.write("other.onnx", other)), "scene.detector_damaged");
}

TEST_F(PersonDetectorTest, nobody_is_in_a_plain_picture_or_in_noise_or_in_a_drawn_room) {
  EXPECT_EQ(people_in(plain_picture(cv::Scalar::all(128))), 0U);
  EXPECT_EQ(people_in(with_noise(plain_picture(cv::Scalar::all(128)), 40)), 0U);
  EXPECT_EQ(people_in(room_picture()), 0U);
}

TEST_F(PersonDetectorTest, pictures_of_any_size_and_shape_are_taken_in_turn) {
  for (const cv::Size size :
       {cv::Size(160, 120), cv::Size(1280, 720), cv::Size(480, 640), cv::Size(4000, 160)})
    EXPECT_EQ(people_in(room_picture(size)), 0U) << size;
}

TEST_F(PersonDetectorOnPhotos, finds_the_person_where_the_person_is) {
  const cv::Mat picture = photo("images/coral_test_data/grace_hopper.bmp");
  const auto people = m_detector->detect(picture);
  ASSERT_EQ(people.size(), 1U);
  EXPECT_GT(people[0].score, 0.5F);
  const cv::Rect2f whole(0, 0, static_cast<float>(picture.cols), static_cast<float>(picture.rows));
  EXPECT_GT(overlap(people[0].box, whole), 0.7F) << "a portrait that fills the picture";
}

TEST_F(PersonDetectorOnPhotos, finds_the_same_person_in_the_mirror_and_at_another_scale) {
  const cv::Mat picture = photo("images/doordetect_openimages/one_person/2b87c3313f02f803.jpg");
  const auto people = m_detector->detect(picture);
  ASSERT_EQ(people.size(), 1U);
  cv::Mat mirrored, half;
  cv::flip(picture, mirrored, 1);
  cv::resize(picture, half, {}, 0.5, 0.5, cv::INTER_AREA);

  const auto there = m_detector->detect(mirrored);
  ASSERT_EQ(there.size(), 1U);
  cv::Rect2f back = there[0].box;
  back.x = static_cast<float>(picture.cols) - back.x - back.width;
  EXPECT_GT(overlap(back, people[0].box), 0.8F);

  const auto small = m_detector->detect(half);
  ASSERT_EQ(small.size(), 1U);
  const cv::Rect2f& box = small[0].box;
  EXPECT_GT(overlap({box.x * 2, box.y * 2, box.width * 2, box.height * 2}, people[0].box), 0.9F);
}

TEST_F(PersonDetectorOnPhotos, tells_none_from_one_from_two) {
  const std::string photos = "images/doordetect_openimages/";
  for (const char* name : {"room_no_person/0cc9ed0f1d55ad74.jpg", "room_no_person/1b8116a074361a4c.jpg",
                           "room_no_person/39988dc3a63d8751.jpg", "pet/4a89d557495fd302.jpg"})
    EXPECT_EQ(people_in(photo(photos + name)), 0U) << name;
  for (const char* name :
       {"one_person/00ce536d4536805d.jpg", "door_closed/70b557082dfe6b98.jpg", "pet/5117b754613a09a9.jpg"})
    EXPECT_EQ(people_in(photo(photos + name)), 1U) << name;
  for (const char* name : {"multi_person/05f98613a5f083d6.jpg", "door_open/5e3b17a53c5bc62f.jpg",
                           "door_closed/83d7b3506a2708ad.jpg"})
    EXPECT_EQ(people_in(photo(photos + name)), 2U) << name;
  // From behind, with the head made unrecognisable: found, but not for sure.
  EXPECT_EQ(m_detector->detect(photo(photos + "one_person/1a16454e64199304.jpg")).size(), 1U);
}

TEST_F(PersonDetectorOnPhotos, boxes_stay_inside_the_picture_and_come_best_first) {
  const cv::Mat picture = photo("images/doordetect_openimages/multi_person/0a68ceae0ff06341.jpg");
  const auto people = m_detector->detect(picture);
  ASSERT_GE(people.size(), 2U);
  const cv::Rect2f whole(0, 0, static_cast<float>(picture.cols), static_cast<float>(picture.rows));
  for (std::size_t i = 0; i < people.size(); ++i) {
    EXPECT_EQ(people[i].box & whole, people[i].box);
    EXPECT_LE(people[i].score, people[i == 0 ? 0 : i - 1].score);
  }
}

}  // namespace
}  // namespace preshift
