#include "values.hpp"

#include "sensing_texts.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

std::string shown(double value, double uncertainty, const char* unit, Language language = Language::english) {
  return written_value(quantity("x", unit, value, uncertainty), language);
}

TEST(WrittenValue, RoundsTheValueToThePlaceOfItsUncertainty) {
  EXPECT_EQ(shown(38.2345, 5.01, "dB(A)"), "38.2 ± 5.1 dB(A)");
  EXPECT_EQ(shown(38.2345, 0.234, "dB(A)"), "38.2 ± 0.3 dB(A)");
  EXPECT_EQ(shown(38.2345, 12.3, "dB(A)"), "38 ± 13 dB(A)");
}

TEST(WrittenValue, NeverRoundsAnUncertaintyDown) {
  EXPECT_EQ(shown(10, 1.01, "s"), "10.0 ± 1.1 s");
}

TEST(WrittenValue, SaysNothingOfAnUncertaintyThatIsNone) {
  EXPECT_EQ(shown(2, 0, "person"), "2 people");
}

TEST(WrittenValue, CountsInEachLanguage) {
  EXPECT_EQ(shown(1, 0, "person"), "1 person");
  EXPECT_EQ(shown(0, 0, "person"), "0 people");
  EXPECT_EQ(shown(0, 0, "person", Language::french), "0 personne");
  EXPECT_EQ(shown(2, 0, "person", Language::french), "2 personnes");
}

TEST(WrittenValue, WritesTheDecimalMarkOfTheLanguage) {
  EXPECT_EQ(shown(38.26, 5, "dB(A)", Language::french), "38,3 ± 5,0 dB(A)");
}

TEST(WrittenValue, TranslatesStatesAndIsSilentAboutAbsences) {
  EXPECT_EQ(written_value({"door.state", "", State{"closed"}}, Language::french), "fermée");
  EXPECT_EQ(written_value(unknown("x", "s", {sensing_text("scene.dark"), {}}), Language::english), "");
}

TEST(WrittenValue, SaysWhenTheTruthMayLieBelow) {
  Measurement measured = quantity("sound.laeq", "dB(A)", 25, 1);
  std::get<Quantity>(measured.outcome).is_upper_bound = true;
  EXPECT_EQ(written_value(measured, Language::english), "at most 25.0 ± 1.0 dB(A)");
  EXPECT_EQ(written_value(measured, Language::french), "au plus 25,0 ± 1,0 dB(A)");
}

TEST(WrittenCriterion, ReadsAsWords) {
  EXPECT_EQ(written_criterion(Limit{Comparison::at_most, 45, "dB(A)"}, Language::english),
            "at most 45 dB(A)");
  EXPECT_EQ(written_criterion(Limit{Comparison::at_least, 0.5, "s"}, Language::french), "au moins 0,5 s");
  EXPECT_EQ(written_criterion(Limit{Comparison::at_most, 1, "person"}, Language::english),
            "at most 1 person");
  EXPECT_EQ(written_criterion(Range{35, 45.5, "dB(A)"}, Language::english), "between 35 and 45.5 dB(A)");
  EXPECT_EQ(written_criterion(Range{0, 1, "person"}, Language::french), "entre 0 et 1 personne");
  EXPECT_EQ(written_criterion(AllowedWords{{"closed"}}, Language::english), "closed");
  EXPECT_EQ(written_criterion(AllowedWords{{"closed", "open"}}, Language::french), "fermée ou ouverte");
  EXPECT_EQ(written_criterion(AllowedWords{{"a", "b", "c"}}, Language::english), "a, b or c");
}

TEST(WrittenRequirement, TranslatesTheKnownOnesAndKeepsAnOwnOne) {
  EXPECT_EQ(written_requirement("quiet", Language::french), "Calme");
  EXPECT_EQ(written_requirement("clean-desk", Language::french), "Clean desk");
}

}  // namespace
}  // namespace preshift
