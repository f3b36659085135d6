// Prints how well the person detector tells none, one and several people apart on labelled pictures, set by
// set, and what a picture costs on one thread.
//
//   people_table MODEL.onnx SHARED_DATA_FOLDER [--each]
//
// The numbers of people come from the labels of SHARED_DATA_FOLDER/MANIFEST.tsv and rooms/labels.csv.

#include "person_detector.hpp"
#include "picture_quality.hpp"

#include <opencv2/core/utility.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/videoio.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using preshift::PersonDetector;

struct Labelled {
  std::string set;
  std::string file;
  int people = 0;
};

struct Tally {
  std::array<std::array<int, 3>, 3> told{};  // [labelled none, one, several][found none, one, several]
  int pictures = 0;
  int unusable = 0;
  int missed = 0;
  int too_many = 0;
  double milliseconds = 0;
};

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, separator);) fields.push_back(field);
  return fields;
}

/// The number of people that a label of the manifest tells, or nullopt where it tells none that can be used.
std::optional<int> people_of_label(const std::string& label) {
  const std::string detail = label.substr(label.rfind('/') + 1);
  static const std::vector<std::pair<std::string, std::optional<int>>> k_beginnings{
      {"objects", std::nullopt},
      {"outdoor", std::nullopt},
      {"empty room;", std::nullopt},
      {"child_and_adult", 2},
      {"two_people", 2},
      {"two_adults", 2},
      {"three", 3},
      {"children", 3},
      {"four people", 4},
      {"one person", 1},
      {"one_person", 1},
      {"man_", 1},
      {"child", 1}};
  for (const auto& [beginning, people] : k_beginnings)
    if (detail.starts_with(beginning)) return people;
  return label.starts_with("one_person") ? 1 : 0;
}

std::vector<Labelled> read_manifest(const fs::path& data) {
  std::vector<Labelled> pictures;
  std::ifstream manifest(data / "MANIFEST.tsv");
  for (std::string line; std::getline(manifest, line);) {
    const auto fields = split(line, '\t');
    if (fields.size() < 2 || !(fields[0].starts_with("images/") || fields[0].starts_with("video/"))) continue;
    const auto people = people_of_label(fields[1]);
    const bool photo = fields[0].starts_with("images/");
    if (people) pictures.push_back({photo ? "photos" : "videos", (data / fields[0]).string(), *people});
  }
  return pictures;
}

std::vector<Labelled> read_rooms(const fs::path& data) {
  std::vector<Labelled> pictures;
  std::ifstream labels(data / "rooms" / "labels.csv");
  std::string line;
  if (!std::getline(labels, line)) return pictures;
  const auto names = split(line, ',');
  const auto figure =
      static_cast<std::size_t>(std::find(names.begin(), names.end(), "figure") - names.begin());
  while (std::getline(labels, line)) {
    const auto fields = split(line, ',');
    const std::string& seen = fields.at(figure);
    pictures.push_back({"rendered rooms, figure " + seen, (data / "rooms" / fields[0] / fields[1]).string(),
                        seen == "none" ? 0 : 1});
  }
  return pictures;
}

/// The picture of a file, or one of every half second (at an assumed 30 pictures a second) of a video.
std::vector<cv::Mat> pictures_in(const std::string& file) {
  const std::string kind = fs::path(file).extension().string();
  if (kind == ".jpg" || kind == ".bmp" || kind == ".png") return {cv::imread(file)};
  std::vector<cv::Mat> pictures;
  cv::VideoCapture video(file);
  cv::Mat frame;
  for (int i = 0; video.read(frame); ++i)
    if (i % 15 == 0) pictures.push_back(frame.clone());
  return pictures;
}

void look(const Labelled& labelled, const cv::Mat& picture, PersonDetector& detector, bool each,
          Tally& tally) {
  const std::clock_t start = std::clock();  // processor time, so that other programs' work is not counted
  const auto fault = preshift::find_fault(preshift::measure_quality(preshift::small_grey_copy(picture)));
  const int found = static_cast<int>(detector.detect(picture).size());
  tally.milliseconds += 1000 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  ++tally.pictures;
  if (fault != preshift::PictureFault::none) ++tally.unusable;
  tally.missed += std::max(0, labelled.people - found);
  tally.too_many += std::max(0, found - labelled.people);
  const auto kind = [](int people) { return static_cast<std::size_t>(std::min(people, 2)); };
  ++tally.told.at(kind(labelled.people)).at(kind(found));
  if (each && found != labelled.people)
    std::printf("%s: %d labelled, %d found\n", labelled.file.c_str(), labelled.people, found);
}

void print(const std::string& set, const Tally& tally) {
  static constexpr std::array k_names{"none", "one", "several"};
  std::printf(
      "%s: %d pictures, %.1f ms of processor each; persons missed %d, too many %d; unusable pictures %d\n",
      set.c_str(), tally.pictures, tally.milliseconds / std::max(1, tally.pictures), tally.missed,
      tally.too_many, tally.unusable);
  std::printf("  %-18s %8s %8s %8s\n", "labelled \\ found", "none", "one", "several");
  for (std::size_t i = 0; i < 3; ++i)
    std::printf("  %-18s %8d %8d %8d\n", k_names.at(i), tally.told.at(i)[0], tally.told.at(i)[1],
                tally.told.at(i)[2]);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: people_table MODEL.onnx SHARED_DATA_FOLDER [--each]\n");
    return 3;
  }
  cv::setNumThreads(1);
  const auto detector = preshift::load_person_detector(arguments[1]);
  if (!detector) {
    std::fprintf(stderr, "%s\n",
                 preshift::render(detector.error().message, preshift::Language::english).c_str());
    return 3;
  }
  auto all = read_manifest(arguments[2]);
  const auto rooms = read_rooms(arguments[2]);
  all.insert(all.end(), rooms.begin(), rooms.end());
  const bool each = count > 3 && std::string(arguments[3]) == "--each";
  std::map<std::string, Tally> tallies;
  for (const Labelled& labelled : all)
    for (const cv::Mat& picture : pictures_in(labelled.file))
      look(labelled, picture, **detector, each, tallies[labelled.set]);
  for (const auto& [set, tally] : tallies) print(set, tally);
  return 0;
}
