#include "authoring_examples.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

using Kinds = std::vector<std::string>;

struct Case {
  const char* condition;
  const char* kind;  ///< "" where the condition makes sense
};

// A share lies in [0, 100] %, a level is not bounded; all of these can be read.
constexpr Case k_cases[] = {
    {"{measure: voice.others, at_most: 5 %}", ""},
    {"{measure: voice.others, at_most: 100 %}", "lint.always"},
    {"{measure: voice.others, at_least: 0 %}", "lint.always"},
    {"{measure: voice.others, between: [0 %, 100 %]}", "lint.always"},
    {"{measure: voice.others, at_least: 100 %}", ""},
    {"{measure: people.count, at_most: 1 person}", ""},
    {"{measure: people.count, between: [1 person, 1 person]}", ""},
    {"{measure: sound.laeq, between: [40 dB(A), 40 dB(A)]}", "lint.single_value"},
    {"{measure: door.state, one_of: [closed, open]}", "lint.every_word"},
    {"{measure: door.state, equals: closed}", ""},
    {"{all: [{measure: sound.laeq, at_most: 40 dB(A)}, {measure: sound.laeq, at_least: 45 dB(A)}]}",
     "lint.contradiction"},
    {"{all: [{measure: sound.laeq, at_most: 45 dB(A)}, {measure: sound.laeq, at_least: 40 dB(A)}]}", ""},
    {"{any: [{measure: sound.laeq, at_most: 45 dB(A)}, {measure: sound.laeq, at_least: 40 dB(A)}]}",
     "lint.tautology"},
    {"{any: [{measure: sound.laeq, at_most: 40 dB(A)}, {measure: sound.laeq, at_least: 45 dB(A)}]}", ""},
    {"{none: [{measure: sound.laeq, at_most: 45 dB(A)}, {measure: sound.laeq, at_least: 40 dB(A)}]}",
     "lint.all_forbidden"},
    {"{all: [{measure: sound.laeq, at_most: 45 dB(A)}, {measure: sound.laeq, at_most: 40 dB(A)}]}",
     "lint.no_effect"},
    {"{all: [{measure: sound.laeq, at_most: 45 dB(A)}, {measure: sound.lafmax, at_most: 40 dB(A)}]}", ""},
    {"{any: [{measure: voice.others, at_most: 40 %}, {measure: voice.others, at_least: 40 %}]}",
     "lint.tautology"},
    {"{any: [{measure: voice.others, at_most: 40 %}, {measure: voice.others, at_least: 41 %}]}", ""},
};

TEST(ConditionSense, TellsWhatCanNeverMatter) {
  for (const Case& each : k_cases) {
    // As part of a list, where braces may stand, and with a sibling that is beyond doubt.
    const std::string yaml =
        profile_with("all:\n      - {measure: picture.count, at_least: 2 picture}\n      - " +
                     std::string(each.condition));
    const Kinds expected = *each.kind == '\0' ? Kinds{} : Kinds{"5:5 " + std::string(each.kind)};
    EXPECT_EQ(kinds_in(yaml), expected) << each.condition;
  }
}

TEST(ConditionSense, LooksAtAParametersValue) {
  const std::string parameter =
      "parameters:\n  share:\n    description: {en: Share, fr: Part}\n    unit: '%'\n"
      "    range: [0 %, 100 %]\n    default: ";
  const std::string rule = profile_with("measure: voice.others\n    at_most: $share");
  EXPECT_EQ(kinds_in(rule + parameter + "5 %\n"), Kinds{});
  EXPECT_EQ(kinds_in(rule + parameter + "100 %\n"), Kinds{"5:5 lint.always"});
}

}  // namespace
}  // namespace preshift
