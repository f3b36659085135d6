#include "challenge_measurements.hpp"

#include "sensing_texts.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

TEST(ChallengeMeasurements, SayThatItWasHeard) {
  const auto all = challenge_measurements({20, 3, 5.6}, std::nullopt);
  EXPECT_EQ(std::get<State>(all[0].outcome).value, "heard");
  EXPECT_EQ(std::get<Quantity>(all[1].outcome).value, 20);
  EXPECT_EQ(std::get<Quantity>(all[1].outcome).expanded_uncertainty, 3);
  EXPECT_EQ(std::get<Quantity>(all[2].outcome).value, 5.6);
}

TEST(ChallengeMeasurements, AreUnknownNotWrongWhereItWasNotHeard) {
  const auto all = challenge_measurements({1.5, 1, 5.6}, std::nullopt);
  const auto& absence = std::get<Absence>(all[0].outcome);
  EXPECT_EQ(absence.kind, AbsenceKind::unknown);
  EXPECT_EQ(absence.reason.text.id, "challenge.not_heard");
  EXPECT_EQ(std::get<Quantity>(all[1].outcome).value, 1.5);
}

TEST(ChallengeMeasurements, AreDoubtedWhereNoAirLiesBetween) {
  const auto all = challenge_measurements({20, 3, 5.6}, Message{sensing_text("chain.monitor"), {"a", "b"}});
  EXPECT_TRUE(all[0].doubt);
  EXPECT_TRUE(all[1].doubt);
}

TEST(ChallengeMeasurements, ThatAreUnknownAnywayAreNotDoubted) {
  const auto all = challenge_measurements({1.5, 1, 5.6}, Message{sensing_text("chain.monitor"), {"a", "b"}});
  EXPECT_FALSE(all[0].doubt);
}

TEST(ChallengeMeasurements, SayWhyNoneWasPlayed) {
  for (const Measurement& each : no_challenge({sensing_text("loudspeaker.none"), {}}))
    EXPECT_EQ(std::get<Absence>(each.outcome).reason.text.id, "loudspeaker.none") << each.name;
}

}  // namespace
}  // namespace preshift
