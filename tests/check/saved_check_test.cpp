#include "saved_check.hpp"

#include "calibration_texts.hpp"
#include "check_json.hpp"
#include "check_texts.hpp"
#include "sensing_texts.hpp"
#include "strict_json.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

namespace preshift {
namespace {

Measurements everything_unknown() {
  Measurements all;
  for (const Measure& measure : measures())
    all.push_back(unknown(std::string(measure.name), std::string(measure.unit),
                          {check_text("check.not_measured"), {}}));
  return all;
}

Measurement& measurement_of(SavedCheck& saved, std::string_view name) {
  for (Measurement& each : saved.attempts.back().measurements)
    if (each.name == name) return each;
  ADD_FAILURE() << name;
  return saved.attempts.back().measurements.front();
}

SavedCheck one_attempt() {
  SavedCheck saved;
  saved.at = std::chrono::sys_seconds(std::chrono::seconds(1'790'000'000));
  saved.attempts.push_back({{}, std::nullopt, std::nullopt, everything_unknown(), std::nullopt});
  return saved;
}

/// As it comes back out of the file.
SavedCheck read_back(const SavedCheck& saved) {
  const auto document = read_strict_json(saved_check_json(saved).dump(2));
  EXPECT_TRUE(document);
  const auto read = document ? saved_check_in(*document, "x.json") : Result<SavedCheck>(saved);
  EXPECT_TRUE(read) << render(read.error().message, Language::english);
  return read ? *read : saved;
}

TEST(SavedCheck, KeepsEveryNumberToTheLastBit) {
  using Limits = std::numeric_limits<double>;
  std::vector<double> numbers{0.0,
                              -0.0,
                              0.1,
                              1e15,
                              1e21,
                              1e22,
                              123456789012345680.0,
                              Limits::max(),
                              Limits::min(),
                              45.0,
                              1.0e-7,
                              5e-324,
                              Limits::denorm_min(),
                              -1e300};
  std::mt19937_64 random(7);
  while (numbers.size() < 5000) {
    const auto number = std::bit_cast<double>(random());
    if (std::isfinite(number)) numbers.push_back(number);
  }
  for (std::size_t next = 0; next < numbers.size();) {
    SavedCheck saved = one_attempt();
    std::vector<double> held;
    for (Measurement& measurement : saved.attempts.back().measurements) {
      if (next == numbers.size() || !find_measure(measurement.name)->words.empty()) continue;
      held.push_back(numbers[next++]);
      measurement.outcome = Quantity{held.back(), std::abs(held.back())};
    }
    const SavedCheck read = read_back(saved);
    auto expected = held.begin();
    for (const Measurement& measurement : read.attempts.back().measurements) {
      const auto* quantity = std::get_if<Quantity>(&measurement.outcome);
      if (quantity == nullptr) continue;
      EXPECT_EQ(std::bit_cast<std::uint64_t>(quantity->value), std::bit_cast<std::uint64_t>(*expected));
      EXPECT_EQ(quantity->expanded_uncertainty, std::abs(*expected));
      ++expected;
    }
    EXPECT_EQ(expected, held.end());
  }
}

TEST(SavedCheck, KeepsDoubtsNotesAndWords) {
  SavedCheck saved = one_attempt();
  Measurement& people = measurement_of(saved, "people.count");
  people.outcome = Quantity{2, 0, true};
  people.doubt = Message{sensing_text("scene.looped"), {}};
  people.note = Message{sensing_text("people.seen_for"), {2.0, 3.5, std::string("\u00e9\"")}};
  measurement_of(saved, "door.state").outcome = State{"closed"};
  SavedCheck read = read_back(saved);
  const Measurement& again = measurement_of(read, "people.count");
  EXPECT_TRUE(std::get<Quantity>(again.outcome).is_upper_bound);
  ASSERT_TRUE(again.doubt && again.note);
  EXPECT_EQ(again.doubt->text.id, "scene.looped");
  EXPECT_EQ(again.note->arguments, people.note->arguments);
  EXPECT_EQ(render(*again.note, Language::french), render(*people.note, Language::french));
  EXPECT_EQ(std::get<State>(measurement_of(read, "door.state").outcome).value, "closed");
}

TEST(SavedCheck, KeepsWhatEveryKindOfCalibrationSays) {
  const MicrophoneScale scale{{119.7, 0.25}, SelfNoise{28.5, 1.5}};
  const Calibration stored{{"ALSA", "Jabra", "usb"},
                           -3.25,
                           CalibrationMethod::meter,
                           scale,
                           std::chrono::sys_days(std::chrono::year{2026} / 3 / 1),
                           std::chrono::sys_days(std::chrono::year{2027} / 3 / 1),
                           "class 1"};
  const CalibrationUse uses[] = {UsedCalibration{scale, std::nullopt}, UsedCalibration{scale, stored},
                                 Message{calibration_text("uncalibrated.expired"), {"Jabra", "2026-01-01"}}};
  SavedCheck saved = one_attempt();
  const Circumstances circumstances{{}, {}, {}, saved.at};
  for (const CalibrationUse& use : uses) {
    saved.attempts.back().calibration = use;
    const auto told = [&](const SavedCheck& each) {
      return check_json(judged_again(each, *shipped_profile("base"), circumstances), Language::french);
    };
    EXPECT_EQ(told(read_back(saved)), told(saved));
    EXPECT_EQ(saved_check_json(read_back(saved)).dump(), saved_check_json(saved).dump());
  }
}

TEST(SavedCheck, KeepsWhatWasOpenedAndWhyItEnded) {
  SavedCheck saved = one_attempt();
  Attempt& attempt = saved.attempts.back();
  SourceOpened microphone{Sensor::microphone, true, "Jabra \"Link\"", "ALSA", 48000, 1};
  microphone.route = {RouteKind::hands_free, "bluez", "profile", -6.5, true};
  attempt.sources = {microphone, {Sensor::camera, false, "b\u00e9.png", "", 2.5, 0}};
  attempt.confined = Confined{true, false, "kernel 5"};
  attempt.problem =
      SourceProblem{Sensor::microphone, {ProblemKind::device_failure, {sensing_text("microphone.none"), {}}}};
  const SavedCheck read = read_back(saved);
  EXPECT_EQ(saved_check_json(read).dump(), saved_check_json(saved).dump());
  EXPECT_EQ(read.attempts.back().sources.front().route.kind, RouteKind::hands_free);
  EXPECT_EQ(read.attempts.back().problem->problem.kind, ProblemKind::device_failure);
}

TEST(SavedCheck, JudgesEveryAttemptInTurn) {
  const auto profile = shipped_profile("base");
  SavedCheck saved = one_attempt();
  saved.attempts.push_back(saved.attempts.front());
  const CheckReport report = judged_again(read_back(saved), *profile, {});
  EXPECT_EQ(report.evaluation.attempts, 2);
  EXPECT_EQ(report.evaluation.outcome, Outcome::undecided);
}

}  // namespace
}  // namespace preshift
