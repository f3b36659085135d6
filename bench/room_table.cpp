// Prints how well the state of the door is told in rendered rooms, state by state, how often another room is
// taken for the enrolled one, and what a picture costs on one thread.
//
//   room_table ROOMS_FOLDER [--each] [--given-door] [--people MODEL.onnx] [--strangers FOLDER]...
//
// ROOMS_FOLDER holds labels.csv (shared/data/rooms/README.md) and the rooms' folders. The outline of the door
// is proposed from the two reference pictures; --given-door takes it from the labels. --people finds people
// with the detector; without it none are known. --strangers: pictures of other places, which no room may be.

#include "person_detector.hpp"
#include "room_enroller.hpp"
#include "room_judge.hpp"

#include <opencv2/core/utility.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using preshift::DoorState;
using preshift::RoomIdentity;
using preshift::RoomReading;

using Row = std::map<std::string, std::string>;

struct Options {
  fs::path rooms;
  bool each = false;
  bool given_door = false;
  std::string detector;
  std::vector<fs::path> strangers;
};

struct Tally {
  int pictures = 0;
  int closed = 0;
  int open = 0;
  int no_pose = 0;
};

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
  return fields;
}

std::vector<Row> read_labels(const fs::path& file) {
  std::vector<Row> rows;
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  const auto names = split(line);
  while (std::getline(stream, line)) {
    const auto fields = split(line);
    Row row;
    for (std::size_t i = 0; i < std::min(names.size(), fields.size()); ++i) row[names[i]] = fields[i];
    rows.push_back(row);
  }
  return rows;
}

preshift::Outline corners_of(const Row& row) {
  preshift::Outline corners;
  for (const char* i : {"1", "2", "3", "4"})
    corners.emplace_back(std::stof(row.at(std::string("x") + i)), std::stof(row.at(std::string("y") + i)));
  return corners;
}

/// Share of the union of two outlines that both cover.
double overlap(const preshift::Outline& one, const preshift::Outline& other, cv::Size size) {
  cv::Mat a = cv::Mat::zeros(size, CV_8U), b = a.clone();
  cv::fillPoly(a, std::vector{std::vector<cv::Point>(one.begin(), one.end())}, 255);
  cv::fillPoly(b, std::vector{std::vector<cv::Point>(other.begin(), other.end())}, 255);
  return static_cast<double>(cv::countNonZero(a & b)) / std::max(1, cv::countNonZero(a | b));
}

/// Which line of the table a picture belongs to.
std::string line_of(const Row& row) {
  if (row.at("door_state") == "not_visible") return "camera turned away";
  if (row.at("door_state") == "closed") return "closed";
  char text[40];
  std::snprintf(text, sizeof text, "open %02d degrees", std::stoi(row.at("door_angle_deg")));
  return text;
}

class Table {
 public:
  explicit Table(Options options) : m_options(std::move(options)) {
    if (m_options.detector.empty()) return;
    auto detector = preshift::load_person_detector(m_options.detector);
    if (detector) m_detector = std::move(*detector);
  }

  void judge_room(const std::string& name, const std::vector<Row>& rows) {
    const auto judge = enrol(name, rows);
    if (!judge) return;
    for (const Row& row : rows) {
      const cv::Mat picture = cv::imread((m_options.rooms / row.at("room") / row.at("file")).string());
      if (row.at("room") != name) {
        judge_stranger(*judge, name, row.at("room") + "/" + row.at("file"), picture);
      } else if (row.at("role") == "test") {
        judge_own(*judge, row, picture);
      }
    }
    for (const fs::path& folder : m_options.strangers)
      for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const cv::Mat picture = cv::imread(entry.path().string());
        if (!picture.empty() && picture.cols >= 160 && picture.rows >= 120)
          judge_stranger(*judge, name, entry.path().string(), picture);
      }
  }

  void print() const {
    std::printf("%-20s %9s %7s %5s %8s %12s\n", "truth", "pictures", "closed", "open", "unknown",
                "not enrolled");
    int decided = 0, right = 0, decidable = 0;
    for (const auto& [line, tally] : m_tallies) {
      std::printf("%-20s %9d %7d %5d %8d %12d\n", line.c_str(), tally.pictures, tally.closed, tally.open,
                  tally.pictures - tally.closed - tally.open, tally.no_pose);
      const bool is_closed = line == "closed";
      if (!is_closed && (!line.starts_with("open ") || line < "open 30")) continue;
      decidable += tally.pictures;
      decided += tally.closed + tally.open;
      right += is_closed ? tally.closed : tally.open;
    }
    std::printf(
        "closed, and open by 30 degrees or more: %d decided of %d (%.1f %%), %d of these right (%.1f %%)\n",
        decided, decidable, 100.0 * decided / std::max(1, decidable), right,
        100.0 * right / std::max(1, decided));
    std::printf("other rooms and pictures: %d, taken for the enrolled room: %d; best match %.2f\n",
                m_strangers, m_mistaken, m_best_stranger);
    std::printf("%.1f ms of processor a picture\n", m_milliseconds / std::max(1, m_timed));
  }

 private:
  std::optional<preshift::RoomJudge> enrol(const std::string& name, const std::vector<Row>& rows) {
    const fs::path folder = m_options.rooms / name;
    const std::vector closed{cv::imread((folder / "ref_closed.jpg").string())};
    const std::vector open{cv::imread((folder / "ref_open.jpg").string())};
    preshift::EnrolmentChoices choices;
    preshift::Outline truth;
    for (const Row& row : rows)
      if (row.at("room") == name && row.at("file") == "ref_closed.jpg") truth = corners_of(row);
    if (m_options.given_door) choices.door = truth;
    auto enrolled = preshift::enrol_room(closed, open, choices);
    if (!enrolled) {
      std::printf("%s: %s\n", name.c_str(),
                  preshift::render(enrolled.error().message, preshift::Language::english).c_str());
      return std::nullopt;
    }
    std::printf(
        "%s: outline overlaps the true one by %.2f, confidence %.2f; %zu features, edges %zu closed, %zu "
        "open;",
        name.c_str(), overlap(enrolled->room.door, truth, closed[0].size()), enrolled->outline_confidence,
        enrolled->room.features.size(), enrolled->room.closed.size(), enrolled->room.open.size());
    for (const auto& corner : enrolled->room.door)
      std::printf(" %.0f,%.0f", static_cast<double>(corner.x), static_cast<double>(corner.y));
    std::printf("\n");
    return preshift::RoomJudge(std::move(enrolled->room));
  }

  RoomReading read(const preshift::RoomJudge& judge, const cv::Mat& picture) {
    std::vector<cv::Rect2f> people;
    if (m_detector)
      for (const auto& person : m_detector->detect(picture)) people.push_back(person.box);
    const std::clock_t start = std::clock();  // processor time, so that other programs' work is not counted
    RoomReading reading = judge.read(picture, people);
    m_milliseconds += 1000 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    ++m_timed;
    return reading;
  }

  void judge_own(const preshift::RoomJudge& judge, const Row& row, const cv::Mat& picture) {
    const RoomReading reading = read(judge, picture);
    Tally& tally = m_tallies[line_of(row)];
    ++tally.pictures;
    tally.closed += reading.door == DoorState::closed ? 1 : 0;
    tally.open += reading.door == DoorState::open ? 1 : 0;
    tally.no_pose += reading.identity != RoomIdentity::same ? 1 : 0;
    if (m_options.each)
      std::printf(
          "%s/%s: p(closed) %.3f, match %.2f, moved %.1f +- %.1f %%, in view %.0f %%, covered %.0f %% (true "
          "%s) %s\n",
          row.at("room").c_str(), row.at("file").c_str(), reading.closed_probability.value_or(-1),
          reading.match, reading.movement_percent, reading.movement_uncertainty, reading.door_in_view_percent,
          reading.occlusion_percent, row.at("occluded_fraction").c_str(),
          reading.reason                      ? std::string(reading.reason->text.id).c_str()
          : reading.door == DoorState::closed ? "CLOSED"
                                              : "OPEN");
  }

  void judge_stranger(const preshift::RoomJudge& judge, const std::string& room, const std::string& file,
                      const cv::Mat& picture) {
    const RoomReading reading = read(judge, picture);
    ++m_strangers;
    m_best_stranger = std::max(m_best_stranger, reading.match);
    if (reading.identity != RoomIdentity::same) return;
    ++m_mistaken;
    std::printf("%s: taken for room %s, match %.2f\n", file.c_str(), room.c_str(), reading.match);
  }

  Options m_options;
  std::unique_ptr<preshift::PersonDetector> m_detector;
  std::map<std::string, Tally> m_tallies;
  int m_strangers = 0, m_mistaken = 0, m_timed = 0;
  double m_best_stranger = 0, m_milliseconds = 0;
};

Options read_options(int count, char** arguments) {
  Options options;
  options.rooms = arguments[1];
  for (int i = 2; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--each") options.each = true;
    if (argument == "--given-door") options.given_door = true;
    if (argument == "--people" && i + 1 < count) options.detector = arguments[++i];
    if (argument == "--strangers" && i + 1 < count) options.strangers.emplace_back(arguments[++i]);
  }
  return options;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr,
                 "usage: room_table ROOMS_FOLDER [--each] [--given-door] [--people MODEL.onnx] [--strangers "
                 "FOLDER]...\n");
    return 3;
  }
  cv::setNumThreads(1);
  const Options options = read_options(count, arguments);
  const auto rows = read_labels(options.rooms / "labels.csv");
  std::map<std::string, int> rooms;
  for (const Row& row : rows) ++rooms[row.at("room")];
  Table table(options);
  for (const auto& [room, pictures] : rooms) table.judge_room(room, rows);
  table.print();
  return 0;
}
