#include "limit_text.hpp"

#include "limit_unit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clocale>
#include <cmath>
#include <locale>
#include <string>

namespace preshift {
namespace {

using testing::EndsWith;

double limit_of(std::string_view measure, std::string_view text) {
  const auto value = parse_limit(text, *find_measure(measure));
  if (!value) ADD_FAILURE() << text << render(value.error(), Language::english);
  return value ? *value : -1;
}

std::string complaint_about(std::string_view measure, std::string_view text) {
  const auto value = parse_limit(text, *find_measure(measure));
  return value ? std::string{} : render(value.error(), Language::english);
}

TEST(LimitText, IsReadWithOrWithoutABlankBeforeTheUnit) {
  EXPECT_EQ(limit_of("sound.laeq", "45 dB(A)"), 45);
  EXPECT_EQ(limit_of("sound.laeq", "45dB(A)"), 45);
  EXPECT_EQ(limit_of("sound.laeq", "  45.5   dB(A) "), 45.5);
  EXPECT_EQ(limit_of("sound.clipping", "0.1 %"), 0.1);
  EXPECT_EQ(limit_of("sound.duration", "0.5 s"), 0.5);
}

TEST(LimitText, MayHaveAFrenchNoBreakSpace) {
  EXPECT_EQ(limit_of("sound.silence", "5\u00A0%"), 5);
  EXPECT_EQ(limit_of("sound.silence", "5\u202F%"), 5);
}

TEST(LimitText, CountsPeopleInSingularAndPlural) {
  EXPECT_EQ(limit_of("people.count", "1 person"), 1);
  EXPECT_EQ(limit_of("people.count", "2 persons"), 2);
  EXPECT_EQ(limit_of("people.count", "0 people"), 0);
}

TEST(LimitText, OfARatioIsAPlainNumber) {
  EXPECT_EQ(limit_of("picture.sharpness", "0.25"), 0.25);
  EXPECT_EQ(complaint_about("picture.sharpness", "0.25 %"),
            ": '0.25 %' has a unit, and picture.sharpness is a plain number. Write it as in '0.5'.");
}

struct CommaPoint : std::numpunct<char> {
  [[nodiscard]] char do_decimal_point() const override { return ','; }
};

TEST(LimitText, IsReadWithAPointWhateverTheLocale) {
  const std::string c_locale = std::setlocale(LC_ALL, nullptr);
  const std::locale cpp_locale = std::locale::global(std::locale(std::locale::classic(), new CommaPoint));
  for (const char* name :
       {"fr_FR.UTF-8", "fr_CA.UTF-8", "de_DE.UTF-8", "C"}) {  // those not installed change nothing
    std::setlocale(LC_ALL, name);
    EXPECT_EQ(limit_of("sound.clipping", "0.1 %"), 0.1) << name;
  }
  std::locale::global(cpp_locale);
  std::setlocale(LC_ALL, c_locale.c_str());
}

TEST(LimitText, WithoutAUnitIsToldWhichOne) {
  EXPECT_EQ(complaint_about("sound.laeq", "45"),
            ": '45' has no unit, and sound.laeq is limited in dB(A). Write it as in '45 dB(A)'.");
  EXPECT_EQ(complaint_about("people.count", "1"),
            ": '1' has no unit, and people.count is limited in person. Write it as in '1 person'.");
}

TEST(LimitText, RelativeToFullScaleIsToldWhyItCannotBeConverted) {
  EXPECT_EQ(complaint_about("sound.laeq", "-40 dBFS"),
            ": '-40 dBFS' is relative to what the microphone can take, not to hearing, and differs from one "
            "microphone to the next. sound.laeq is limited in dB(A). Write it as in '45 dB(A)'.");
}

TEST(LimitText, InAnotherUnitIsRefused) {
  const std::string end =
      "is in another unit, and sound.laeq is limited in dB(A). Write it as in '45 dB(A)'.";
  for (const char* text : {"45 dB", "45 dBA", "45 dB(C)", "45 %", "45 db(a)", "45 dB(A) max", "45 dB (A)"}) {
    EXPECT_EQ(complaint_about("sound.laeq", text), ": '" + std::string(text) + "' " + end);
  }
  EXPECT_EQ(complaint_about("sound.duration", "500 kHz"),
            ": '500 kHz' is in another unit, and sound.duration is limited in s. Write it as in '20 s'.");
}

TEST(LimitText, IsConvertedToTheUnitOfTheMeasure) {
  EXPECT_EQ(*parse_limit("500 ms", *find_measure("sound.duration")), 0.5);
  EXPECT_EQ(*parse_limit("300ms", *find_measure("sound.duration")), 0.3);
  EXPECT_EQ(*parse_limit("1.5 min", *find_measure("sound.duration")), 90);
  EXPECT_EQ(*parse_limit("2 h", *find_measure("sound.duration")), 7200);
  EXPECT_EQ(*parse_limit("8 kHz", *find_measure("sound.valid_to")), 8000);
  EXPECT_FALSE(parse_limit("25 h", *find_measure("sound.duration")));  // out of range in its own unit too
}

TEST(LimitText, WithADecimalCommaIsToldToWriteAPoint) {
  EXPECT_EQ(complaint_about("sound.clipping", "0,1 %"),
            ": '0,1 %' has a comma in its number. Write a point, as in '0.5'.");
}

TEST(LimitText, ThatIsNoNumberIsRefused) {
  for (const char* text :
       {"quiet", "dB(A) 45", "", " ", "nan dB(A)", "inf dB(A)", "-inf dB(A)", "+45 dB(A)", "1.2.3 dB(A)",
        "4_5 dB(A)", "45 000 dB(A)", "4e1 dB(A)", ".", "-", "--45 dB(A)", "<45 dB(A)"}) {
    EXPECT_THAT(complaint_about("sound.laeq", text),
                EndsWith("cannot be read as a number. Write it as in '45 dB(A)'."))
        << text;
  }
  EXPECT_NE(complaint_about("sound.laeq", std::string(500, '9') + " dB(A)"), "");
}

TEST(LimitText, OutsideWhatCanBeMeantIsRefused) {
  EXPECT_EQ(complaint_about("sound.laeq", "-45 dB(A)"),
            ": '-45 dB(A)' cannot be meant: sound.laeq is limited from 0 to 140 dB(A).");
  EXPECT_EQ(complaint_about("sound.laeq", "450 dB(A)"),
            ": '450 dB(A)' cannot be meant: sound.laeq is limited from 0 to 140 dB(A).");
  EXPECT_EQ(complaint_about("sound.clipping", "101 %"),
            ": '101 %' cannot be meant: sound.clipping is limited from 0 to 100 %.");
  EXPECT_EQ(complaint_about("people.count", "-1 person"),
            ": '-1 person' cannot be meant: people.count is limited from 0 to 100 person.");
}

TEST(LimitText, OfACountIsWhole) {
  EXPECT_EQ(
      complaint_about("people.count", "1.5 people"),
      ": '1.5 people' is not a whole number, and people.count counts whole ones. Write it as in '1 person'.");
}

TEST(LimitText, OfMinusZeroIsZero) {
  const double value = limit_of("sound.clipping", "-0 %");
  EXPECT_EQ(value, 0);
  EXPECT_FALSE(std::signbit(value));
}

TEST(LimitUnit, ExistsForEveryMeasureThatIsANumberAndItsExampleIsRead) {
  for (const Measure& measure : measures()) {
    if (!measure.words.empty()) continue;
    const LimitUnit* unit = find_limit_unit(measure.unit);
    ASSERT_NE(unit, nullptr) << measure.name;
    const auto value = parse_limit(unit->example, measure);
    EXPECT_TRUE(value) << measure.name;
  }
}

}  // namespace
}  // namespace preshift
