#include "arguments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace preshift {
namespace {

using Words = std::vector<std::string>;
using ::testing::HasSubstr;

std::string refusal(const Words& words) {
  const auto parsed = parse_arguments(words);
  return parsed ? "accepted" : render(parsed.error().message, Language::english);
}

TEST(ParseArguments, TakesOptionsInBothSpellings) {
  const auto parsed = parse_arguments({"check", "--sound", "a.wav", "--format=json", "--no-camera"});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->command->name, "check");
  EXPECT_EQ(parsed->value("--sound"), "a.wav");
  EXPECT_EQ(parsed->value("--format"), "json");
  EXPECT_TRUE(parsed->has("--no-camera"));
  EXPECT_FALSE(parsed->has("--camera"));
}

TEST(ParseArguments, TakesValuesThatLookOdd) {
  const auto parsed = parse_arguments({"check", "--pictures", "shots/*.jpg", "--camera=v4l2src ! appsink"});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->value("--pictures"), "shots/*.jpg");
  EXPECT_EQ(parsed->value("--camera"), "v4l2src ! appsink");
}

TEST(ParseArguments, TakesAPositionalArgumentWhereACommandHasOne) {
  EXPECT_EQ(parse_arguments({"help", "check"}).value().argument, "check");
  EXPECT_THAT(refusal({"check", "extra"}), HasSubstr("does not know 'extra'"));
  EXPECT_THAT(refusal({"meter", "a.wav", "b.wav"}), HasSubstr("does not know 'b.wav'"));
}

TEST(ParseArguments, TakesSeveralWhereACommandAllowsIt) {
  EXPECT_EQ(parse_arguments({"help", "rules", "lint"}).value().arguments, (Words{"rules", "lint"}));
}

TEST(ParseArguments, KeepsAnOptionsValueApartFromTheArgument) {
  const auto parsed = parse_arguments({"help", "--language", "fr", "check"});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->value("--language"), "fr");
  EXPECT_EQ(parsed->argument, "check");
}

TEST(ParseArguments, OffersTheNearestName) {
  EXPECT_THAT(refusal({"chekc"}), HasSubstr("Did you mean 'check'?"));
  EXPECT_THAT(refusal({"check", "--sounds=a"}), HasSubstr("Did you mean '--sound'?"));
  EXPECT_THAT(refusal({"check", "--zzzzzzzz"}), HasSubstr("lists its options"));
}

TEST(ParseArguments, RefusesMissingEmptyAndRepeatedValues) {
  EXPECT_THAT(refusal({"check", "--sound"}), HasSubstr("--sound needs a value"));
  EXPECT_THAT(refusal({"check", "--sound="}), HasSubstr("--sound"));
  EXPECT_THAT(refusal({"check", "--sound", ""}), HasSubstr("--sound"));
  EXPECT_THAT(refusal({"check", "--sound", "a", "--sound", "b"}), HasSubstr("twice"));
  EXPECT_THAT(refusal({"check", "--sound", "--no-camera"}), HasSubstr("--sound"));
}

TEST(ParseArguments, RefusesWordsThatAnOptionDoesNotTake) {
  EXPECT_THAT(refusal({"check", "--format", "xml"}), HasSubstr("not one of: text, json"));
  EXPECT_THAT(refusal({"check", "--language", "de"}), HasSubstr("not one of: en, fr"));
}

TEST(ParseArguments, KnowsHelpAndVersionEverywhere) {
  EXPECT_TRUE(parse_arguments({"--help"}).value().wants_help);
  EXPECT_TRUE(parse_arguments({"--version"}).value().wants_version);
  EXPECT_TRUE(parse_arguments({"check", "--help"}).value().wants_help);
  EXPECT_THAT(refusal({}), HasSubstr("preshift check"));
}

TEST(ChooseLanguage, PrefersWhatWasAskedFor) {
  EXPECT_EQ(choose_language({"check", "--language", "fr"}), Language::french);
  EXPECT_EQ(choose_language({"check", "--language=fr"}), Language::french);
  EXPECT_EQ(choose_language({"check", "--language=en"}), Language::english);
}

}  // namespace
}  // namespace preshift
