#include "calibration.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace preshift {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

constexpr sys_seconds k_made{sys_days{2026y / 3 / 1}};

SourceOpened headset() {
  SourceOpened source;
  source.live = true;
  source.name = "Headset";
  source.host_api = "ALSA";
  source.route.source = "usb-headset";
  source.route.gain_db = 0.0;
  return source;
}

Calibration calibration(double full_scale_db = 120, sys_seconds made_at = k_made) {
  Calibration made;
  made.microphone = identity_of(headset());
  made.gain_db = 0.0;
  made.scale.full_scale = {full_scale_db, 1};
  made.made_at = made_at;
  made.expires_at = made_at + days(365);
  return made;
}

std::string_view why_none(const SourceOpened& source, const std::vector<Calibration>& calibrations,
                          sys_seconds now = k_made + days(10)) {
  const auto choice = choose_calibration(source, calibrations, now);
  return choice ? "chosen" : choice.error().text.id;
}

TEST(CalibrationChoice, AFreshCalibrationOfTheVeryMicrophoneHolds) {
  const auto choice = choose_calibration(headset(), {calibration(117)}, k_made + days(10));
  ASSERT_TRUE(choice);
  EXPECT_EQ(choice->scale.full_scale.level_db, 117);
}

TEST(CalibrationChoice, AnotherHostNameOrSourceIsAnotherMicrophone) {
  SourceOpened other = headset();
  other.name = "Webcam";
  EXPECT_EQ(why_none(other, {calibration()}), "uncalibrated.none");
  other = headset();
  other.host_api = "JACK";
  EXPECT_EQ(why_none(other, {calibration()}), "uncalibrated.none");
  other = headset();
  other.route.source = "built-in";
  EXPECT_EQ(why_none(other, {calibration()}), "uncalibrated.none");
  EXPECT_EQ(why_none(headset(), {}), "uncalibrated.none");
}

TEST(CalibrationChoice, HoldsUntilTheSecondItExpires) {
  EXPECT_EQ(why_none(headset(), {calibration()}, k_made + days(365) - 1s), "chosen");
  EXPECT_EQ(why_none(headset(), {calibration()}, k_made + days(365)), "uncalibrated.expired");
}

TEST(CalibrationChoice, AClockSetBackBeforeItWasMadeVoidsIt) {
  EXPECT_EQ(why_none(headset(), {calibration()}, k_made), "chosen");
  EXPECT_EQ(why_none(headset(), {calibration()}, k_made - 1s), "uncalibrated.clock");
}

TEST(CalibrationChoice, AnotherInputVolumeVoidsItAndSaysBothInPercent) {
  SourceOpened quieter = headset();
  quieter.route.gain_db = -23.876;  // 40 % on the cubic scale of volume controls
  Calibration loud = calibration();
  loud.gain_db = -9.294;  // 70 %
  const auto choice = choose_calibration(quieter, {loud}, k_made + days(1));
  ASSERT_FALSE(choice);
  EXPECT_EQ(choice.error().text.id, "uncalibrated.other_volume");
  EXPECT_EQ(std::get<double>(choice.error().arguments.at(1)), 70);
  EXPECT_EQ(std::get<double>(choice.error().arguments.at(2)), 40);
}

TEST(CalibrationChoice, RoundingOfTheVolumeDoesNotVoidIt) {
  SourceOpened same = headset();
  same.route.gain_db = 0.001;
  EXPECT_EQ(why_none(same, {calibration()}), "chosen");
}

TEST(CalibrationChoice, AVolumeThatIsKnownOnlyOnceMayHaveChanged) {
  SourceOpened silent_server = headset();
  silent_server.route.gain_db.reset();
  Calibration without = calibration();
  without.gain_db.reset();
  EXPECT_EQ(why_none(silent_server, {calibration()}), "uncalibrated.volume_unknown");
  EXPECT_EQ(why_none(headset(), {without}), "uncalibrated.volume_unknown");
  EXPECT_EQ(why_none(silent_server, {without}), "chosen");
}

TEST(CalibrationChoice, OfSeveralTheOneAtThisVolumeHoldsAndOfThoseTheNewest) {
  Calibration other_volume = calibration(100, k_made + days(5));
  other_volume.gain_db = -6;
  const std::vector<Calibration> all{calibration(110), calibration(111, k_made + days(2)), other_volume};
  const auto choice = choose_calibration(headset(), all, k_made + days(10));
  ASSERT_TRUE(choice);
  EXPECT_EQ(choice->scale.full_scale.level_db, 111);
  // When that is void, its reason counts, not the other volume of a third one.
  EXPECT_EQ(why_none(headset(), all, k_made + days(1000)), "uncalibrated.expired");
}

TEST(CalibrationChoice, NeitherARecordingNorAMutedMicrophoneHasOne) {
  SourceOpened recording = headset();
  recording.live = false;
  EXPECT_EQ(why_none(recording, {calibration()}), "uncalibrated.recording");
  SourceOpened muted = headset();
  muted.route.muted = true;
  EXPECT_EQ(why_none(muted, {calibration()}), "uncalibrated.muted");
}

TEST(CalibrationChoice, TheVoiceHoldsForAQuarterTheOthersForAYear) {
  EXPECT_EQ(default_validity(CalibrationMethod::voice), days(90));
  for (const auto method :
       {CalibrationMethod::reference, CalibrationMethod::meter, CalibrationMethod::sensitivity})
    EXPECT_EQ(default_validity(method), days(365));
}

TEST(PutCalibration, ReplacesThatOfTheSameMicrophoneAndVolumeOnly) {
  Calibration other_volume = calibration();
  other_volume.gain_db = -6;
  Calibration other_microphone = calibration();
  other_microphone.microphone.name = "Webcam";
  std::vector<Calibration> all{calibration(110), other_volume, other_microphone};
  put_calibration(all, calibration(115));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all.back().scale.full_scale.level_db, 115);
  EXPECT_EQ(all[0].gain_db, -6);
  EXPECT_EQ(all[1].microphone.name, "Webcam");
}

}  // namespace
}  // namespace preshift
