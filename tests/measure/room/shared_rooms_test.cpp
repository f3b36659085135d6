#include "room_enroller.hpp"
#include "room_judge.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

// The rendered rooms that do not travel with the project: $PRESHIFT_SHARED, or ../shared beside it.

namespace preshift {
namespace {

namespace fs = std::filesystem;

fs::path shared_rooms() {
  const char* named = std::getenv("PRESHIFT_SHARED");
  const fs::path shared =
      named != nullptr ? fs::path(named) : fs::path(PRESHIFT_SOURCE_DIR) / ".." / "shared";
  return shared / "data" / "rooms";
}

/// A picture and what is known of it.
struct LabelledPicture {
  std::string room, file, state;
  double door_degrees = 0;
  Outline door;  ///< empty where it is not in the picture

  [[nodiscard]] fs::path path() const { return shared_rooms() / room / file; }
  [[nodiscard]] bool is_reference() const { return file.starts_with("ref_"); }
};

/// Columns: room, file, angle, state, light, jitter, figure, and the doorway's four corners.
LabelledPicture labelled(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
  LabelledPicture picture{fields.at(0), fields.at(1), fields.at(3), std::stod(fields.at(2)), {}};
  for (std::size_t i = 7; i < 15 && !fields.at(i).empty(); i += 2)
    picture.door.emplace_back(std::stof(fields.at(i)), std::stof(fields.at(i + 1)));
  return picture;
}

std::vector<LabelledPicture> all_labelled() {
  std::ifstream file(shared_rooms() / "labels.csv");
  std::vector<LabelledPicture> pictures;
  std::string line;
  std::getline(file, line);  // the names of the columns
  while (std::getline(file, line)) pictures.push_back(labelled(line));
  return pictures;
}

class SharedRooms : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(shared_rooms() / "labels.csv"))
      GTEST_SKIP() << "no shared rooms at " << shared_rooms() << ": set PRESHIFT_SHARED";
    m_pictures = all_labelled();
    ASSERT_FALSE(m_pictures.empty());
    for (const LabelledPicture& picture : m_pictures)
      if (picture.file == "ref_closed.jpg") enrol(picture);
    ASSERT_GE(m_judges.size(), 2U);
  }

  void enrol(const LabelledPicture& reference) {
    const std::vector closed{cv::imread(reference.path().string())};
    const std::vector open{cv::imread((shared_rooms() / reference.room / "ref_open.jpg").string())};
    const auto enrolled = enrol_room(closed, open, {reference.door, {}});
    ASSERT_TRUE(enrolled) << render(enrolled.error().message, Language::english);
    m_judges.emplace(reference.room, enrolled->room);
  }

  /// What its own room's enrolment says of each test picture in this state of its door.
  template <typename Check>
  void for_each_in(const std::string& state, const Check& check) {
    int pictures = 0;
    for (const LabelledPicture& picture : m_pictures) {
      if (picture.is_reference() || picture.state != state) continue;
      SCOPED_TRACE(picture.path().string());
      check(picture, m_judges.at(picture.room).read(cv::imread(picture.path().string()), {}));
      ++pictures;
    }
    EXPECT_GT(pictures, 0);
  }

  std::vector<LabelledPicture> m_pictures;
  std::map<std::string, RoomJudge> m_judges;
};

TEST_F(SharedRooms, a_door_open_by_30_degrees_or_more_is_never_closed) {
  for_each_in("open", [](const LabelledPicture& picture, const RoomReading& reading) {
    ASSERT_GE(picture.door_degrees, 30);
    EXPECT_NE(reading.door, DoorState::closed) << *reading.closed_probability;
  });
}

TEST_F(SharedRooms, the_door_of_a_camera_turned_away_is_unknown) {
  for_each_in("not_visible", [](const LabelledPicture&, const RoomReading& reading) {
    EXPECT_EQ(reading.door, DoorState::unknown);
    EXPECT_TRUE(reading.reason);
  });
}

TEST_F(SharedRooms, another_room_is_never_the_same) {
  for (const LabelledPicture& picture : m_pictures) {
    const cv::Mat bgr = cv::imread(picture.path().string());
    for (const auto& [room, judge] : m_judges)
      if (room != picture.room) {
        EXPECT_NE(judge.locate(bgr).reading.identity, RoomIdentity::same) << picture.path() << " as " << room;
      }
  }
}

/// That nothing is ever said would keep the promises above, too.
TEST_F(SharedRooms, the_references_are_read_as_what_they_are) {
  for (const LabelledPicture& picture : m_pictures)
    if (picture.is_reference()) {
      const RoomReading reading = m_judges.at(picture.room).read(cv::imread(picture.path().string()), {});
      EXPECT_EQ(reading.identity, RoomIdentity::same) << picture.path();
      EXPECT_EQ(reading.door, picture.state == "open" ? DoorState::open : DoorState::closed)
          << picture.path() << reading.closed_probability.value_or(-1);
    }
}

}  // namespace
}  // namespace preshift
