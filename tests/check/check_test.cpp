#include "check.hpp"

#include "exit_status.hpp"
#include "sensing_texts.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

const Measurement& find(const Measurements& all, std::string_view name) {
  for (const Measurement& measurement : all)
    if (measurement.name == name) return measurement;
  ADD_FAILURE() << name << " is missing";
  return all.front();
}

const Absence* absence_of(const Measurements& all, std::string_view name) {
  return std::get_if<Absence>(&find(all, name).outcome);
}

CheckRequest both_sensors() {
  CheckRequest request;
  request.sensing.sound = Recorded{"a.wav"};
  request.sensing.pictures = Recorded{"b"};
  return request;
}

TEST(Complete, HoldsEveryMeasureOnceInTheCataloguesOrder) {
  Sensing sensing;
  sensing.measurements.push_back(quantity("people.count", "person", 1, 0));
  sensing.measurements.push_back(quantity("sound.laeq", "dBFS", -50, 1));
  const Measurements all = complete(both_sensors(), sensing);
  ASSERT_EQ(all.size(), measures().size());
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i].name, measures()[i].name);
  EXPECT_EQ(std::get<Quantity>(find(all, "people.count").outcome).value, 1);
  EXPECT_EQ(find(all, "sound.laeq").unit, "dBFS");
}

TEST(Complete, SaysThatADeclinedSensorWasDeclined) {
  CheckRequest request = both_sensors();
  request.sensing.pictures.reset();
  request.camera_declined = true;
  const Measurements all = complete(request, {});
  ASSERT_NE(absence_of(all, "people.count"), nullptr);
  EXPECT_EQ(absence_of(all, "people.count")->kind, AbsenceKind::declined);
  EXPECT_EQ(absence_of(all, "sound.laeq")->kind, AbsenceKind::unknown)
      << "it was asked for, and nothing came";
}

TEST(Complete, TakesWhatNoSensorMeasuresFromWhatIsKnown) {
  CheckRequest request = both_sensors();
  EXPECT_EQ(absence_of(complete(request, {}), "onboarding.approval")->kind, AbsenceKind::unknown);
  request.known = {{"onboarding.approval", "", State{"approved"}}};
  EXPECT_EQ(std::get<State>(find(complete(request, {}), "onboarding.approval").outcome).value, "approved");
  Sensing lying;  // the sensing program has no say in it
  lying.measurements = request.known;
  EXPECT_NE(absence_of(complete(both_sensors(), lying), "onboarding.approval"), nullptr);
}

TEST(Complete, BlamesOnlyTheSensorThatFailed) {
  Sensing sensing;
  const Problem problem{ProblemKind::device_failure, {sensing_text("microphone.none"), {}}};
  sensing.problem = SourceProblem{Sensor::microphone, problem};
  const Measurements all = complete(both_sensors(), sensing);
  EXPECT_EQ(absence_of(all, "sound.laeq")->kind, AbsenceKind::failed);
  EXPECT_EQ(absence_of(all, "people.count")->kind, AbsenceKind::unknown);
}

TEST(Complete, BlamesBothWhenItIsNotKnownWhich) {
  Sensing sensing;
  sensing.problem =
      SourceProblem{std::nullopt, {ProblemKind::device_failure, {sensing_text("camera.none"), {}}}};
  const Measurements all = complete(both_sensors(), sensing);
  EXPECT_EQ(absence_of(all, "sound.laeq")->kind, AbsenceKind::failed);
  EXPECT_EQ(absence_of(all, "people.count")->kind, AbsenceKind::failed);
}

TEST(ExitStatus, FollowsTheOutcomeUnlessSomethingBroke) {
  CheckReport report;
  report.evaluation.outcome = Outcome::cleared;
  EXPECT_EQ(exit_status_of(report), 0);
  report.evaluation.outcome = Outcome::not_cleared;
  EXPECT_EQ(exit_status_of(report), 1);
  report.evaluation.outcome = Outcome::undecided;
  EXPECT_EQ(exit_status_of(report), 2);
  report.evaluation.outcome = Outcome::cleared;
  report.problem = SourceProblem{std::nullopt, {ProblemKind::unusable_input, {}}};
  EXPECT_EQ(exit_status_of(report), 3);
  report.problem->problem.kind = ProblemKind::device_failure;
  EXPECT_EQ(exit_status_of(report), 4);
}

}  // namespace
}  // namespace preshift
