// Prints how well the person detector tells none, one and several people apart on labelled pictures, set by
// set, and what a picture costs on one thread.
//
//   people_table MODEL.onnx SHARED_DATA_FOLDER [--each]
//
// Each picture is brought to 640 pixels and shown as it is, mirrored, darkened, noisy and small. The numbers
// of people are ours for photographs, else those of MANIFEST.tsv and rooms/labels.csv.

#include "person_detector.hpp"
#include "picture_quality.hpp"

#include <opencv2/core/utility.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include <algorithm>
#include <array>
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

/// How many persons are on each photograph of the shared data, by its name without the ending, as we saw them
/// when we looked; nobody on all others.
const std::map<std::string, int>& people_on_photos() {
  static const std::map<std::string, int> k_people{
      {"83d7b3506a2708ad", 2}, {"000d61ba9ffa87db", 2}, {"0c30772b7ea51745", 2}, {"5e3b17a53c5bc62f", 2},
      {"00a5be32d303e480", 3}, {"05f98613a5f083d6", 2}, {"0a68ceae0ff06341", 3}, {"3993068ec38edcda", 3},
      {"3d1e219b64f04223", 2}, {"Pilots", 3},           {"grace_hopper", 1},     {"squat", 1},
      {"65fd844bc8bc5666", 1}, {"70b557082dfe6b98", 1}, {"007427672a3d5264", 1}, {"0c3673f52f7fbe00", 1},
      {"0cec029cb5070405", 1}, {"68ad1ac2ca33c9d6", 1}, {"00a76212dad599aa", 1}, {"00ce536d4536805d", 1},
      {"0c01e89a58eb20a2", 1}, {"0c77673996e69163", 1}, {"0d6d668e47f2938c", 1}, {"1a16454e64199304", 1},
      {"2b87c3313f02f803", 1}, {"5117b754613a09a9", 1}, {"000c052bb4b882c4", 1}, {"0cc0d4d0bf52e7fc", 1},
      {"4a4ed2e67f034405", 1}, {"9a813326a1868a55", 1}};
  return k_people;
}

int people_on(const fs::path& photo) {
  const auto found = people_on_photos().find(photo.stem().string());
  return found == people_on_photos().end() ? 0 : found->second;
}

/// Every photograph but the collage of cut-out objects, and the videos with a constant number of people.
std::vector<Labelled> read_manifest(const fs::path& data) {
  std::vector<Labelled> pictures;
  std::ifstream manifest(data / "MANIFEST.tsv");
  for (std::string line; std::getline(manifest, line);) {
    const auto fields = split(line, '\t');
    if (fields.size() < 2 || fields[1] == "objects") continue;
    const fs::path file = data / fields[0];
    if (fields[0].starts_with("images/")) pictures.push_back({"photos", file.string(), people_on(file)});
    if (!fields[0].starts_with("video/")) continue;
    if (fields[1].starts_with("one person")) pictures.push_back({"videos", file.string(), 1});
    if (fields[1].starts_with("four people")) pictures.push_back({"videos", file.string(), 4});
  }
  return pictures;
}

/// The same picture as other cameras and other light would give it.
struct Version {
  const char* name;
  cv::Mat (*made_of)(const cv::Mat&);
};

cv::Mat as_it_is(const cv::Mat& picture) {
  return picture;
}

cv::Mat mirrored(const cv::Mat& picture) {
  cv::Mat result;
  cv::flip(picture, result, 1);
  return result;
}

cv::Mat darkened(const cv::Mat& picture) {
  return picture * 0.25;
}

cv::Mat noisy(const cv::Mat& picture) {
  cv::Mat noise(picture.size(), CV_32FC3), sum, result;
  cv::RNG random(1);
  random.fill(noise, cv::RNG::NORMAL, 0, 20);
  cv::add(picture, noise, sum, cv::noArray(), CV_32F);
  sum.convertTo(result, CV_8U);
  return result;
}

cv::Mat with_longer_side(const cv::Mat& picture, int pixels) {
  cv::Mat result;
  const double scale = static_cast<double>(pixels) / std::max(picture.cols, picture.rows);
  cv::resize(picture, result, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
  return result;
}

cv::Mat small(const cv::Mat& picture) {
  return with_longer_side(picture, 320);
}

constexpr std::array k_versions{Version{"as it is", as_it_is}, Version{"mirrored", mirrored},
                                Version{"a quarter of the light", darkened},
                                Version{"noise of 20 levels", noisy}, Version{"320 pixels wide", small}};

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
  const auto people = detector.detect(picture);
  const int found = static_cast<int>(
      std::count_if(people.begin(), people.end(), [](const auto& person) { return person.is_sure(); }));
  tally.milliseconds += 1000 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  ++tally.pictures;
  if (fault != preshift::PictureFault::none) ++tally.unusable;
  tally.missed += std::max(0, labelled.people - found);
  tally.too_many += std::max(0, found - labelled.people);
  const auto kind = [](int count) { return static_cast<std::size_t>(std::min(count, 2)); };
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
      for (const Version& version : k_versions)  // as a webcam delivers it
        look(labelled, version.made_of(with_longer_side(picture, 640)), **detector, each,
             tallies[labelled.set + ", " + version.name]);
  for (const auto& [set, tally] : tallies) print(set, tally);
  return 0;
}
