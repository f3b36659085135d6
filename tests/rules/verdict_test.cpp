#include "verdict.hpp"

#include "condition_examples.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <string>

namespace preshift {
namespace {

using testing::HasSubstr;

constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();
constexpr double k_infinity = std::numeric_limits<double>::infinity();

Measurement level(double value, double expanded, std::string unit = "dB(A)") {
  return quantity("sound.laeq", std::move(unit), value, expanded);
}

/// A level of which only this is known: it is no higher.
Measurement level_below(double value, double expanded) {
  Measurement measured = level(value, expanded);
  std::get<Quantity>(measured.outcome).is_upper_bound = true;
  return measured;
}

RuleResult result_of(const Limit& limit, double value, double expanded) {
  return judge(limit, level(value, expanded, limit.unit)).result;
}

RuleResult result_of(const Range& range, double value, double expanded) {
  return judge(range, level(value, expanded, range.unit)).result;
}

TEST(AtMost, PassesUpToTheLimitLessTheUncertainty) {
  EXPECT_EQ(result_of(at_most(45), 43.0, 1.5), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45), 43.5, 1.5), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45), 43.50001, 1.5), RuleResult::unknown);
}

TEST(AtMost, FailsAboveTheLimitPlusTheUncertainty) {
  EXPECT_EQ(result_of(at_most(45), 46.5, 1.5), RuleResult::unknown);
  EXPECT_EQ(result_of(at_most(45), 46.50001, 1.5), RuleResult::fail);
  EXPECT_EQ(result_of(at_most(45), 60, 1.5), RuleResult::fail);
}

TEST(AtMost, PassesAtTheLimitWhenNothingIsUncertain) {
  EXPECT_EQ(result_of(at_most(1), 1, 0), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(0), 0, 0), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(1), 2, 0), RuleResult::fail);
}

TEST(AtMost, ForgivesTheRoundingOfSums) {
  EXPECT_EQ(result_of(at_most(0.3), 0.1 + 0.2, 0), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45.1), 44.8, 0.1 + 0.2), RuleResult::pass);
  EXPECT_EQ(result_of(at_most(45), 45.000001, 0), RuleResult::fail);
}

TEST(AtLeast, IsTheMirrorImageOfAtMost) {
  for (double value = 40; value <= 50; value += 0.25) {
    for (const double expanded : {0.0, 0.5, 1.5, 10.0}) {
      EXPECT_EQ(result_of(at_least(45), value, expanded), result_of(at_most(45), 90 - value, expanded))
          << value << " ± " << expanded;
    }
  }
  EXPECT_EQ(result_of(at_least(45), 46.5, 1.5), RuleResult::pass);
  EXPECT_EQ(result_of(at_least(45), 46.49, 1.5), RuleResult::unknown);
  EXPECT_EQ(result_of(at_least(45), 43.49, 1.5), RuleResult::fail);
  EXPECT_EQ(result_of(at_least(45), 45, 0), RuleResult::pass);
}

TEST(Limits, AreNeverPassedByWhatIsNotANumber) {
  for (const double odd : {k_nan, k_infinity, -k_infinity}) {
    for (const Limit& limit : {at_most(45), at_least(45)}) {
      EXPECT_EQ(result_of(limit, odd, 1), RuleResult::error);
      EXPECT_EQ(result_of(limit, 45, odd), RuleResult::error);
    }
    EXPECT_EQ(result_of(at_most(odd), 45, 1), RuleResult::error);
  }
  EXPECT_EQ(result_of(at_most(45), 30, -20), RuleResult::error) << "a negative uncertainty is none";
}

TEST(Limits, WithinTheUncertaintySayWhatWouldHelp) {
  const Verdict noise = judge(at_most(45), level(45.2, 1.5));
  EXPECT_EQ(reason_of(noise.reason), "too close to the limit to tell: known to ± 1.5 dB(A) only");
  EXPECT_THAT(remedy_of(noise.reason), HasSubstr("measure more exactly"));
  const Verdict count = judge(at_most(1, "person"), quantity("people.count", "person", 1, 1));
  EXPECT_EQ(reason_of(count.reason), "too close to the limit to tell: the count may be wrong by 1");
  EXPECT_THAT(remedy_of(count.reason), HasSubstr("Improve the light"));
}

TEST(Limits, SayOnWhichSideAFailureLies) {
  EXPECT_EQ(reason_of(judge(at_most(45), level(60, 1)).reason), "above the limit");
  EXPECT_EQ(reason_of(judge(at_least(45), level(30, 1)).reason), "below the limit");
}

TEST(Limits, InCalibratedDecibelsAreUnknownForAnUncalibratedMicrophone) {
  for (const char* unit : {"dB(A)", "dB(C)", "dB(Z)"}) {
    const Verdict verdict = judge(at_most(45, unit), level(-70, 1, "dBFS"));
    EXPECT_EQ(verdict.result, RuleResult::unknown);
    EXPECT_EQ(reason_of(verdict.reason),
              "the microphone is not calibrated, so its level in " + std::string(unit) + " is not known");
    EXPECT_THAT(remedy_of(verdict.reason), HasSubstr("Give --full-scale"));
  }
}

TEST(Limits, InAnyOtherUnitThanTheMeasurementAreAnError) {
  EXPECT_EQ(judge(at_most(-40, "dBFS"), level(30, 1)).result, RuleResult::error);
  EXPECT_EQ(judge(at_most(20, "dB"), level(-70, 1, "dBFS")).result, RuleResult::error);
  EXPECT_EQ(judge(at_most(45), level(30, 1, "%")).result, RuleResult::error);
  EXPECT_EQ(judge(at_most(45), level(30, 1, "")).result, RuleResult::error);
  EXPECT_EQ(judge(Range{30, 45, "dB(A)"}, level(40, 1, "%")).result, RuleResult::error);
}

TEST(UpperBounds, PassAtMostLikeAnyOtherValue) {
  EXPECT_EQ(judge(at_most(45), level_below(43.5, 1.5)).result, RuleResult::pass);
}

TEST(UpperBounds, NeverFailAtMostForTheTruthMayLieFarBelow) {
  const Verdict verdict = judge(at_most(45), level_below(60, 1.5));
  EXPECT_EQ(verdict.result, RuleResult::unknown);
  EXPECT_THAT(reason_of(verdict.reason), HasSubstr("at most 61.5 dB(A) only"));
  EXPECT_THAT(remedy_of(verdict.reason), HasSubstr("less noise of its own"));
}

TEST(UpperBounds, NeverPassAtLeastAndFailItWhereEvenTheyAreBelow) {
  EXPECT_EQ(judge(at_least(45), level_below(60, 1.5)).result, RuleResult::unknown);
  EXPECT_EQ(judge(at_least(45), level_below(43.4, 1.5)).result, RuleResult::fail);
  EXPECT_EQ(judge(Range{20, 45, "dB(A)"}, level_below(30, 1.5)).result, RuleResult::unknown);
}

TEST(Ranges, PassWhenTheWholeUncertaintyIsInside) {
  const Range range{35, 45, "dB(A)"};
  EXPECT_EQ(result_of(range, 36.5, 1.5), RuleResult::pass);
  EXPECT_EQ(result_of(range, 43.5, 1.5), RuleResult::pass);
  EXPECT_EQ(result_of(range, 36.49, 1.5), RuleResult::unknown);
  EXPECT_EQ(result_of(range, 43.51, 1.5), RuleResult::unknown);
  EXPECT_EQ(result_of(range, 40, 6), RuleResult::unknown) << "wider than the range";
}

TEST(Ranges, FailOnEitherSideWhenTheWholeUncertaintyIsOutside) {
  const Range range{35, 45, "dB(A)"};
  EXPECT_EQ(result_of(range, 33.5, 1.5), RuleResult::unknown);
  EXPECT_EQ(result_of(range, 33.49, 1.5), RuleResult::fail);
  EXPECT_EQ(result_of(range, 46.51, 1.5), RuleResult::fail);
  EXPECT_EQ(reason_of(judge(range, level(30, 1)).reason), "below the limit");
  EXPECT_EQ(reason_of(judge(range, level(60, 1)).reason), "above the limit");
}

TEST(Ranges, OfOneNumberPassOnThatNumber) {
  EXPECT_EQ(result_of(Range{1, 1, "person"}, 1, 0), RuleResult::pass);
  EXPECT_EQ(result_of(Range{1, 1, "person"}, 0, 0), RuleResult::fail);
  EXPECT_EQ(result_of(Range{1, 1, "person"}, 2, 0), RuleResult::fail);
}

TEST(Ranges, AreTheConjunctionOfTheirEnds) {
  for (double value = 25; value <= 55; value += 0.25) {
    for (const double expanded : {0.0, 1.5, 4.0, 20.0}) {
      const std::array ends{result_of(at_least(35), value, expanded),
                            result_of(at_most(45), value, expanded)};
      EXPECT_EQ(result_of(Range{35, 45, "dB(A)"}, value, expanded), combined(Combinator::all, ends))
          << value << " ± " << expanded;
    }
  }
}

TEST(Ranges, AreNeverPassedByWhatIsNotANumber) {
  const Range range{35, 45, "dB(A)"};
  EXPECT_EQ(result_of(range, k_nan, 1), RuleResult::error);
  EXPECT_EQ(result_of(range, 40, k_infinity), RuleResult::error);
  EXPECT_EQ(result_of(Range{-k_infinity, 45, "dB(A)"}, 40, 1), RuleResult::error);
}

TEST(Words, PassOnlyWhenTheyAreEqual) {
  const AllowedWords closed{{"closed"}};
  EXPECT_EQ(judge(closed, {"door.state", "", State{"closed"}}).result, RuleResult::pass);
  const Verdict open = judge(closed, {"door.state", "", State{"open"}});
  EXPECT_EQ(open.result, RuleResult::fail);
  EXPECT_EQ(reason_of(open.reason), "not as the rule asks");
  EXPECT_EQ(judge(closed, {"door.state", "", State{""}}).result, RuleResult::fail);
}

TEST(Words, PassWhenTheyAreOneOfSeveral) {
  const AllowedWords allowed{{"closed", "ajar"}};
  EXPECT_EQ(judge(allowed, {"door.state", "", State{"ajar"}}).result, RuleResult::pass);
  EXPECT_EQ(judge(allowed, {"door.state", "", State{"open"}}).result, RuleResult::fail);
  EXPECT_EQ(judge(AllowedWords{}, {"door.state", "", State{""}}).result, RuleResult::fail);
}

TEST(Criteria, OfOneKindAreAnErrorForMeasurementsOfTheOther) {
  const Measurement word{"sound.laeq", "dB(A)", State{"quiet"}};
  EXPECT_EQ(judge(at_most(45), word).result, RuleResult::error);
  EXPECT_EQ(judge(Range{35, 45, "dB(A)"}, word).result, RuleResult::error);
  EXPECT_EQ(judge(AllowedWords{{"closed"}}, quantity("door.state", "", 1, 0)).result, RuleResult::error);
}

TEST(Criteria, KeepTheReasonOfAnAbsence) {
  const struct {
    AbsenceKind kind;
    RuleResult result;
  } cases[] = {{AbsenceKind::unknown, RuleResult::unknown},
               {AbsenceKind::declined, RuleResult::notchecked},
               {AbsenceKind::failed, RuleResult::error}};
  for (const auto& absence : cases) {
    for (const Criterion& criterion :
         {Criterion{at_most(45)}, Criterion{Range{35, 45, "dB(A)"}}, Criterion{AllowedWords{{"closed"}}}}) {
      const Verdict verdict = judge(criterion, absent("sound.laeq", absence.kind));
      EXPECT_EQ(verdict.result, absence.result);
      EXPECT_EQ(reason_of(verdict.reason), "because");
    }
  }
}

TEST(Criteria, AreUnknownForAValueInDoubtWhetherItWouldPassOrFail) {
  for (const double value : {20.0, 80.0}) {
    Measurement doubtful = level(value, 1);
    doubtful.doubt = Message{{"because", "because", "parce que"}, {}};
    const Verdict verdict = judge(at_most(45), doubtful);
    EXPECT_EQ(verdict.result, RuleResult::unknown);
    EXPECT_EQ(reason_of(verdict.reason), "because");
  }
}

TEST(Criteria, ThatPassNeedNoReason) {
  EXPECT_FALSE(judge(at_most(45), level(30, 1)).reason);
}

}  // namespace
}  // namespace preshift
