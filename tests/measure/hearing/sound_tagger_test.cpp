#include "sound_tagger.hpp"

#include "sound_class.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace preshift {
namespace {

using testing::TemporaryFolder;
namespace fs = std::filesystem;

const fs::path k_network = PRESHIFT_SOURCE_DIR "/models/sound-events.onnx";
const fs::path k_labels = PRESHIFT_SOURCE_DIR "/models/sound-events.json";

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  if (at != std::string::npos) text.replace(at, what.size(), with);
  return text;
}

std::string refusal(const SoundTaggerFiles& files) {
  const auto tagger = load_sound_tagger(files);
  return tagger ? "" : std::string(tagger.error().message.text.id);
}

/// The member of the labels file that is complained of.
std::string complaint(const std::string& what, const std::string& with) {
  const TemporaryFolder folder;
  const auto labels =
      read_tagger_labels(folder.write("labels.json", replaced(text_of(k_labels), what, with)));
  if (labels) return "";
  return std::get<std::string>(labels.error().message.arguments.back());
}

TEST(SoundTagger, TheOneThatShipsKnowsEveryClassAndIsSmall) {
  const auto tagger = load_sound_tagger({k_network, k_labels, {}});
  ASSERT_TRUE(tagger) << render(tagger.error().message, Language::english);
  for (std::size_t place = 0; place < k_sound_classes.size(); ++place) {
    const auto& labels = (*tagger)->description().labels;
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [&](const auto& label) {
      return label.sound_class == place;
    })) << k_sound_classes[place];
  }
  EXPECT_LT(fs::file_size(k_network), 2U * 1024 * 1024);
}

TEST(SoundTagger, GivesTheSameForTheSameWindow) {
  const auto tagger = load_sound_tagger({k_network, k_labels, {}});
  ASSERT_TRUE(tagger);
  std::vector<float> input((*tagger)->description().front_end.input_size());
  for (std::size_t i = 0; i < input.size(); ++i) input[i] = std::sin(static_cast<float>(i));
  const auto first = (*tagger)->log_odds(input);
  const std::vector<float> before(first.begin(), first.end());
  static_cast<void>((*tagger)->log_odds(std::vector<float>(input.size())));
  const auto again = (*tagger)->log_odds(input);
  EXPECT_EQ(before, std::vector<float>(again.begin(), again.end()));
}

TEST(SoundTagger, AMissingFileIsSaid) {
  const TemporaryFolder folder;
  EXPECT_EQ(refusal({folder.path() / "none.onnx", k_labels, {}}), "hearing.no_model");
  EXPECT_EQ(refusal({k_network, folder.path() / "none.json", {}}), "hearing.no_labels");
}

TEST(SoundTagger, ATruncatedNetworkIsRefusedWhereverItEnds) {
  const TemporaryFolder folder;
  const std::string whole = text_of(k_network);
  for (const double share : {0.0, 0.001, 0.5, 0.999}) {
    const auto end = static_cast<std::size_t>(share * static_cast<double>(whole.size()));
    EXPECT_EQ(refusal({folder.write("part.onnx", whole.substr(0, end)), k_labels, {}}),
              "hearing.other_digest")
        << share;
  }
}

TEST(SoundTagger, AnotherDigestThanConfiguredIsRefused) {
  EXPECT_EQ(refusal({k_network, k_labels, std::string(64, '0')}), "hearing.other_digest");
}

TEST(SoundTagger, AFileThatIsNoNetworkIsRefusedEvenWithItsDigest) {
  const TemporaryFolder folder;
  const auto digest = read_tagger_labels(k_labels)->network_sha256;
  const auto labels = folder.write(  // SHA-256 of "not a network"
      "labels.json", replaced(text_of(k_labels), digest,
                              "0e668baeb36bdc26f2e1d0ef18231cf9691164e23adc211315ded82fd710e114"));
  EXPECT_EQ(refusal({folder.write("text.onnx", "not a network"), labels, {}}), "hearing.model_damaged");
}

TEST(SoundTagger, ANetworkOfAnotherShapeThanItsLabelsSayIsRefused) {
  const TemporaryFolder folder;
  const auto fewer_bands =
      folder.write("bands.json", replaced(text_of(k_labels), "\"bands\": 64", "\"bands\": 40"));
  EXPECT_EQ(refusal({k_network, fewer_bands, {}}), "hearing.model_damaged");
  std::string text = text_of(k_labels);
  const auto last = text.rfind(",\n    {");
  text = text.substr(0, last) + text.substr(text.find("\n  ]", last));
  EXPECT_EQ(refusal({k_network, folder.write("labels.json", text), {}}), "hearing.model_damaged");
}

TEST(SoundTagger, LabelsOfAnotherNameServeTheSameClass) {
  const TemporaryFolder folder;
  const auto other = folder.write("other.onnx", text_of(k_network));
  const auto labels = folder.write(
      "labels.json", replaced(text_of(k_labels), "\"label\": \"dog\"", "\"label\": \"Bow-wow\""));
  const auto tagger = load_sound_tagger({other, labels, {}});
  ASSERT_TRUE(tagger);
  EXPECT_EQ((*tagger)->description().labels[1].name, "Bow-wow");
  EXPECT_EQ((*tagger)->description().labels[1].sound_class, find_sound_class("dog"));
}

TEST(TaggerLabels, WhatIsWrongIsNamed) {
  EXPECT_EQ(complaint("\"format\": 1", "\"format\": 2"), "format");
  EXPECT_EQ(complaint("log-mel", "mfcc"), "front_end.kind");
  EXPECT_EQ(complaint("\"rate_hz\": 16000", "\"rate_hz\": 32000"), "front_end.rate_hz");
  EXPECT_EQ(complaint("\"hop\": 320", "\"hop\": \"320\""), "front_end.hop");
  EXPECT_EQ(complaint("\"frame\": 512", "\"frame\": 500"), "front_end");
  EXPECT_EQ(complaint("\"class\": \"dog\"", "\"class\": \"wolf\""), "labels[1].class");
  EXPECT_EQ(complaint("\"label\": \"child\"", "\"lable\": \"child\""), "labels[0].label");
}

}  // namespace
}  // namespace preshift
