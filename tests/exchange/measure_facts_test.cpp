#include "measure_facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace preshift {
namespace {

using ::testing::ElementsAre;

const Measure& measure(std::string_view name) {
  const Measure* found = find_measure(name);
  if (found == nullptr) ADD_FAILURE() << name;
  return *found;
}

TEST(MeasureFacts, AreThereForEveryMeasure) {
  for (const Measure& each : measures()) {
    const MeasureFacts* facts = find_measure_facts(each.name);
    ASSERT_NE(facts, nullptr) << each.name
                              << ": say in measure_facts.cpp what it needs and how it is measured";
    EXPECT_FALSE(facts->method.english.empty() || facts->method.french.empty()) << each.name;
    ASSERT_FALSE(facts->needs.empty()) << each.name;
    if (!each.sensor) continue;
    const Need sensor = each.sensor == Sensor::microphone ? Need::microphone : Need::camera;
    EXPECT_EQ(facts->needs.front(), sensor) << each.name;
  }
}

TEST(MeasureFacts, AskForACalibrationWhereTheUnitIsSoundPressure) {
  for (const Measure& each : measures()) {
    const bool is_pressure =
        each.unit == units::k_dba || each.unit == units::k_dbc || each.unit == units::k_dbz;
    const auto needs = needs_of(each);
    const bool asks = std::find(needs.begin(), needs.end(), Need::calibration) != needs.end();
    const bool is_rating = each.name == "sound.nc" || each.name == "sound.nr";
    EXPECT_EQ(asks, is_pressure || is_rating) << each.name;
  }
}

TEST(MeasureFacts, AreThoseOfTheLongestPrefix) {
  EXPECT_THAT(needs_of(measure("voice.to_background")),
              ElementsAre(Need::microphone, Need::voice, Need::model));
  EXPECT_THAT(needs_of(measure("people.count")), ElementsAre(Need::camera, Need::model));
  EXPECT_EQ(find_measure_facts("sound.laf90")->method.id, "method.percentile");
  EXPECT_EQ(find_measure_facts("sound.laeq")->method.id, "method.level");
  EXPECT_EQ(find_measure_facts("smell.smoke"), nullptr);
}

TEST(MeasureFacts, KnowWhatANumberCanBe) {
  EXPECT_EQ(possible_values(measure("camera.covered")).highest, 100);
  EXPECT_EQ(possible_values(measure("camera.covered")).lowest, 0);
  EXPECT_EQ(possible_values(measure("people.count")).lowest, 0);
  EXPECT_EQ(possible_values(measure("sound.nc")).highest, 70);
  EXPECT_LT(possible_values(measure("sound.laeq")).lowest, -1000) << "a level has no lower end";
}

}  // namespace
}  // namespace preshift
