#include "calibration_store.hpp"

#include "atomic_file.hpp"
#include "calibration_json.hpp"
#include "temporary_folder.hpp"
#include "user_folders.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>

namespace preshift {
namespace {

using namespace std::chrono_literals;
using preshift::testing::TemporaryFolder;
using std::filesystem::perms;

constexpr const char* k_good_entry = R"({"host_api": "ALSA", "microphone": "Headset", "source": "",
  "method": "meter", "full_scale_db": 118.25, "standard_uncertainty_db": 1.1,
  "made_at": "2026-03-01T08:30:00Z", "expires_at": "2027-03-01T08:30:00Z", "note": ""})";

std::string file_with(const std::string& entries) {
  return R"({"format": "preshift-calibrations/1", "calibrations": [)" + entries + "]}";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

Message refusal(const std::string& json) {
  const auto read = calibrations_from_json(json, "calibrations.json");
  return read ? Message{} : read.error().message;
}

Calibration full_calibration() {
  Calibration calibration;
  calibration.microphone = {"ALSA", "Casque \"USB\" été", "alsa_input.usb-headset"};
  calibration.gain_db = -9.293941;
  calibration.method = CalibrationMethod::voice;
  calibration.scale = {{117.123456789, 4.52}, SelfNoise{28, 1.5}};
  calibration.made_at = std::chrono::sys_days{2026y / 2 / 28} + 23h + 59min + 59s;
  calibration.expires_at = calibration.made_at + std::chrono::days(90);
  calibration.note = "0.3 m";
  return calibration;
}

TEST(CalibrationStore, WhatIsWrittenIsReadBack) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "calibrations.json";
  Calibration bare;
  bare.expires_at = bare.made_at + 1s;
  ASSERT_TRUE(write_calibrations(file, {full_calibration(), bare}));
  const auto read = read_calibrations(file);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 2u);
  const Calibration wrote = full_calibration();
  const Calibration& first = read->front();
  EXPECT_EQ(first.microphone, wrote.microphone);
  EXPECT_EQ(first.gain_db, wrote.gain_db);
  EXPECT_EQ(first.method, wrote.method);
  EXPECT_EQ(first.scale.full_scale.level_db, wrote.scale.full_scale.level_db);
  EXPECT_EQ(first.scale.full_scale.standard_uncertainty_db, wrote.scale.full_scale.standard_uncertainty_db);
  ASSERT_TRUE(first.scale.self_noise.has_value());
  EXPECT_EQ(first.scale.self_noise->level_dba, 28);
  EXPECT_EQ(first.scale.self_noise->standard_uncertainty_db, 1.5);
  EXPECT_EQ(first.made_at, wrote.made_at);
  EXPECT_EQ(first.expires_at, wrote.expires_at);
  EXPECT_EQ(first.note, wrote.note);
  EXPECT_FALSE(read->back().gain_db.has_value());
  EXPECT_FALSE(read->back().scale.self_noise.has_value());
}

TEST(CalibrationStore, AMissingFileHoldsNone) {
  const TemporaryFolder folder;
  const auto read = read_calibrations(folder.path() / "calibrations.json");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->empty());
}

TEST(CalibrationStore, OnlyTheUserCanReadTheFileAndItsNewFolder) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "new" / "preshift" / "calibrations.json";
  ASSERT_TRUE(write_calibrations(file, {full_calibration()}));
  EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
  EXPECT_EQ(std::filesystem::status(file.parent_path()).permissions(), perms::owner_all);
}

TEST(CalibrationStore, AWriteLeavesOneFileAndNoOther) {
  const TemporaryFolder folder;
  const auto file = folder.write("calibrations.json", "of old");
  std::filesystem::permissions(file, perms::owner_all | perms::group_all | perms::others_all);
  ASSERT_TRUE(write_calibrations(file, {}));
  ASSERT_TRUE(write_calibrations(file, {full_calibration()}));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
  EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
}

TEST(CalibrationStore, AReaderOfTheOldFileKeepsIt) {
  const TemporaryFolder folder;
  const auto file = folder.write("calibrations.json", "of old");
  std::ifstream reader(file);
  ASSERT_TRUE(write_calibrations(file, {full_calibration()}));
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(reader), {}), "of old");
}

TEST(CalibrationStore, AFailedWriteLeavesWhatWasThere) {
  const TemporaryFolder folder;
  const auto in_the_way = folder.path() / "calibrations.json";
  std::filesystem::create_directory(in_the_way);
  const auto written = write_calibrations(in_the_way, {full_calibration()});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().message.text.id, "calibrations.not_written");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
  EXPECT_FALSE(write_calibrations(folder.write("file", "") / "calibrations.json", {}));
  EXPECT_EQ(write_calibrations({}, {}).error().message.text.id, "calibrations.no_folder");
}

TEST(CalibrationStore, WhatIsNoRegularFileIsRefused) {
  const TemporaryFolder folder;
  const auto read = read_calibrations(folder.path());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message.text.id, "calibrations.unreadable");
}

TEST(CalibrationJson, BrokenJsonIsRefusedWithItsLine) {
  const Message message = refusal("{\n\"format\": \"preshift-calibrations/1\",\n\"calibrations\": [}\n");
  EXPECT_EQ(message.text.id, "calibrations.not_json");
  EXPECT_EQ(std::get<double>(message.arguments.at(1)), 3);
  EXPECT_EQ(refusal("").text.id, "calibrations.not_json");
}

TEST(CalibrationJson, AnotherFormatIsRefused) {
  EXPECT_EQ(refusal("[]").text.id, "calibrations.other_format");
  EXPECT_EQ(refusal("{}").text.id, "calibrations.other_format");
  EXPECT_EQ(refusal(R"({"format": "preshift-calibrations/2", "calibrations": []})").text.id,
            "calibrations.other_format");
  EXPECT_EQ(refusal(R"({"format": "preshift-calibrations/1", "calibrations": {}})").text.id,
            "calibrations.other_format");
}

TEST(CalibrationJson, EveryMemberMustBeThereAndRight) {
  ASSERT_TRUE(calibrations_from_json(file_with(k_good_entry), ""));
  struct Case {
    const char* from;
    const char* to;
    const char* blamed;
  };
  constexpr Case k_cases[] = {
      {"\"host_api\"", "\"host\"", "host_api"},
      {"\"Headset\"", "7", "microphone"},
      {"\"meter\"", "\"guess\"", "method"},
      {"118.25", "\"118.25\"", "full_scale_db"},
      {"118.25", "1e9", "full_scale_db"},
      {"1.1", "-1.1", "standard_uncertainty_db"},
      {"2026-03-01T08:30:00Z", "2026-02-30T08:30:00Z", "made_at"},
      {"2026-03-01T08:30:00Z", "yesterday", "made_at"},
      {"2027-03-01T08:30:00Z", "2026-03-01T08:30:00Z", "expires_at"},
      {"\"note\": \"\"", "\"note\": \"\", \"trusted\": true", "trusted"},
      {"\"note\"", "\"gain_db\": null, \"note\"", "gain_db"},
      {"\"note\"", "\"self_noise_dba\": 28, \"note\"", "self_noise_standard_uncertainty_db"},
  };
  for (const Case& wrong : k_cases) {
    const Message message =
        refusal(file_with(std::string(k_good_entry) + "," + replaced(k_good_entry, wrong.from, wrong.to)));
    EXPECT_EQ(message.text.id, "calibrations.damaged") << wrong.to;
    ASSERT_EQ(message.arguments.size(), 3u) << wrong.to;
    EXPECT_EQ(std::get<double>(message.arguments[1]), 2) << wrong.to;
    EXPECT_EQ(std::get<std::string>(message.arguments[2]), wrong.blamed);
  }
}

/// Whatever one changed byte makes of a file, it is refused or read, and nothing else happens.
TEST(CalibrationJson, NoChangedByteBreaksTheReader) {
  const std::string good = calibrations_to_json({full_calibration()});
  std::size_t refused = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const char byte : {'\0', '"', '9', '{', '\xff'}) {
      std::string changed = good;
      changed[at] = byte;
      if (!calibrations_from_json(changed, "")) ++refused;
    }
    if (!calibrations_from_json(good.substr(0, at), "")) ++refused;
  }
  EXPECT_GT(refused, good.size());
}

class ConfigurationFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"PRESHIFT_CONFIG_DIR", "XDG_CONFIG_HOME", "HOME"}) ::unsetenv(name);
  }
};

TEST_F(ConfigurationFolder, IsOurOwnVariableElseXdgElseHome) {
  EXPECT_TRUE(configuration_folder().empty());
  EXPECT_TRUE(calibrations_file().empty());
  ::setenv("HOME", "/somewhere/agent", 1);
  EXPECT_EQ(calibrations_file(), "/somewhere/agent/.config/preshift/calibrations.json");
  ::setenv("XDG_CONFIG_HOME", "/settings", 1);
  EXPECT_EQ(calibrations_file(), "/settings/preshift/calibrations.json");
  ::setenv("PRESHIFT_CONFIG_DIR", "/own", 1);
  EXPECT_EQ(calibrations_file(), "/own/calibrations.json");
}

}  // namespace
}  // namespace preshift
