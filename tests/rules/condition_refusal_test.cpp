#include "condition.hpp"
#include "profile_examples.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace preshift {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// The problem with the night profile when its condition, which begins on line 11, is written so.
std::string refusal_of_condition(std::string_view condition, Language language = Language::english) {
  return refusal_of(night_profile_with("    measure: sound.laeq\n    at_most: 45 dB(A)\n", condition),
                    language);
}

std::string refusal_of_word_condition(std::string_view criterion) {
  return refusal_of_condition("    measure: door.state\n    " + std::string(criterion) + "\n");
}

TEST(ConditionRefusal, WantsALimitForAMeasure) {
  EXPECT_EQ(refusal_with("    at_most: 45 dB(A)\n", ""),
            "x.yaml:5:5: nothing is asked of sound.laeq here. Add one of: at_most, at_least, between.");
  EXPECT_EQ(refusal_of_condition("    any:\n      - measure: door.state\n"),
            "x.yaml:12:9: nothing is asked of door.state here. Add one of: equals, one_of.");
}

TEST(ConditionRefusal, WantsOnlyOneLimit) {
  EXPECT_EQ(
      refusal_with("at_most: 45 dB(A)", "at_most: 45 dB(A)\n    at_least: 20 dB(A)"),
      "x.yaml:13:5: there is a condition already, on line 12. Keep one of the two, or join them in a list "
      "under 'all:'.");
}

TEST(ConditionRefusal, WantsOnlyOneCombinationAndNoMeasureBesideIt) {
  const std::string one = "\n      - {measure: sound.laeq, at_most: 45 dB(A)}\n";
  const std::string end =
      " there is a condition already, on line 11. Keep one of the two, or join them in a list under 'all:'.";
  EXPECT_EQ(refusal_of_condition("    any:" + one + "    all:" + one), "x.yaml:13:5:" + end);
  EXPECT_EQ(refusal_of_condition("    any:" + one + "    measure: sound.laeq\n    at_most: 45 dB(A)\n"),
            "x.yaml:13:5:" + end);
  EXPECT_EQ(refusal_of_condition("    measure: sound.laeq\n    none:" + one), "x.yaml:12:5:" + end);
}

TEST(ConditionRefusal, WantsNoLimitBesideACombination) {
  EXPECT_EQ(
      refusal_of_condition(
          "    any:\n      - {measure: sound.laeq, at_most: 45 dB(A)}\n    at_most: 45 dB(A)\n"),
      "x.yaml:13:5: 'at_most' stands without a measure, beside 'any'. Move it into the list, below its own "
      "'measure:'.");
}

TEST(ConditionRefusal, WantsAMeasureOrACombination) {
  EXPECT_EQ(refusal_of_condition("    at_most: 45 dB(A)\n"),
            "x.yaml:5:5: the key 'measure' is missing here. Add it.");
  EXPECT_EQ(refusal_of_condition("    any:\n      - {}\n"),
            "x.yaml:12:9: the key 'measure' is missing here. Add it.");
}

TEST(ConditionRefusal, WantsAListOfConditions) {
  for (const char* key : {"any", "all", "none"}) {
    const std::string place = "x.yaml:11:" + std::to_string(7 + std::string(key).size()) + ": '" + key + "' ";
    const std::string begin = "    " + std::string(key) + ": ";
    EXPECT_EQ(refusal_of_condition(begin + "[]\n"),
              place + "has no conditions, and what asks for nothing can never pass. Add one.");
    for (const char* value : {"sound.laeq", "~", "{measure: sound.laeq, at_most: 45 dB(A)}"}) {
      EXPECT_EQ(refusal_of_condition(begin + value + "\n"),
                place + "must be a list of conditions, each beginning with '- measure: ...'.");
    }
  }
  EXPECT_EQ(refusal_of_condition("    any:\n      - sound.laeq\n"),
            "x.yaml:12:9: a condition is a group of keys: a measure and a limit, or one of: any, all, none.");
}

TEST(ConditionRefusal, FindsMistakesInsideLists) {
  EXPECT_EQ(refusal_of_condition("    all:\n      - {measure: sound.laeq, at_mots: 45 dB(A)}\n"),
            "x.yaml:12:31: unknown key 'at_mots'. Did you mean 'at_most'?");
  EXPECT_EQ(refusal_of_condition("    all:\n      - measure: sound.leaq\n        at_most: 45 dB(A)\n"),
            "x.yaml:12:18: unknown measure 'sound.leaq'. Did you mean 'sound.laeq'?");
  EXPECT_EQ(refusal_of_condition("    all:\n      - any:\n          - measure: sound.laeq\n"
                                 "            at_most: 45\n"),
            "x.yaml:14:22: '45' has no unit, and sound.laeq is limited in dB(A). Write it as in '45 dB(A)'.");
  EXPECT_THAT(refusal_of_condition(
                  "    all:\n      - {measure: sound.laeq, at_most: 45 dB(A), severity: required}\n"),
              StartsWith("x.yaml:12:50: unknown key 'severity'. Known here: measure, at_most"));
}

/// `levels` combinations within each other, the innermost holding a condition on a measure: one level more.
std::string nested(std::size_t levels) {
  std::string text = "{measure: sound.laeq, at_most: 45 dB(A)}";
  for (std::size_t level = 0; level < levels; ++level) {
    text.insert(0, "{all: [");
    text += "]}";
  }
  return text.substr(1, text.size() - 2);
}

TEST(ConditionRefusal, WantsNoMoreThanEightLevels) {
  const auto refusal = [](std::size_t levels) {
    return refusal_of_condition("    " + nested(levels).insert(4, "\n     ") + "\n");
  };
  EXPECT_EQ(refusal(k_deepest_condition - 1), "");
  EXPECT_THAT(refusal(k_deepest_condition),
              HasSubstr(": conditions within conditions, more than 8 levels. Write several rules."));
}

TEST(ConditionRefusal, WantsNoMoreThanAHundredConditionsInARule) {
  const auto refusal = [](std::size_t conditions) {
    std::string text = "    any:\n";
    for (std::size_t i = 1; i < conditions; ++i) text += "      - {measure: sound.laeq, at_most: 45 dB(A)}\n";
    return refusal_of_condition(text);
  };
  EXPECT_EQ(refusal(k_most_conditions), "");
  EXPECT_EQ(refusal(k_most_conditions + 1),
            "x.yaml:111:9: more than 100 conditions in one rule. Write several rules.");
  EXPECT_THAT(refusal(10'000), StartsWith("x.yaml:111:9: more than 100 conditions"));
}

TEST(ConditionRefusal, WantsALimitOfTheMeasuresKind) {
  EXPECT_EQ(
      refusal_with("sound.laeq", "door.state"),
      "x.yaml:12:5: door.state is a word, not a number. Write 'equals:' or 'one_of:' with words of: closed, "
      "open.");
  for (const char* criterion : {"equals: 45 dB(A)", "one_of: [45 dB(A)]"}) {
    EXPECT_EQ(
        refusal_with("at_most: 45 dB(A)", criterion),
        "x.yaml:12:5: sound.laeq is a number, which hardly ever equals another. Write at_most, at_least or "
        "between.");
  }
}

TEST(ConditionRefusal, WantsAWordThatTheMeasureCanTake) {
  EXPECT_EQ(refusal_of_word_condition("equals: close"),
            "x.yaml:12:13: door.state is never 'close'. Did you mean 'closed'?");
  EXPECT_EQ(refusal_of_word_condition("equals: locked-up"),
            "x.yaml:12:13: door.state is never 'locked-up'. Write one of: closed, open.");
  EXPECT_EQ(refusal_of_word_condition("one_of: [closed, opne]"),
            "x.yaml:12:22: door.state is never 'opne'. Did you mean 'open'?");
}

TEST(ConditionRefusal, WantsAListOfDifferentWords) {
  for (const char* value : {"closed", "[]", "~", "{closed: open}"}) {
    EXPECT_EQ(refusal_of_word_condition("one_of: " + std::string(value)),
              "x.yaml:12:13: 'one_of' must be a list of words, such as [closed, open].");
  }
  EXPECT_EQ(refusal_of_word_condition("one_of: [closed, closed]"),
            "x.yaml:12:22: 'closed' is already in this list. Remove it.");
  EXPECT_EQ(refusal_of_word_condition("one_of: [[closed]]"),
            "x.yaml:12:14: 'one_of' must be a text, not a list or a group of keys.");
}

TEST(ConditionRefusal, WantsTwoLimitsTheLowerOneFirst) {
  for (const char* value : {"45 dB(A)", "[]", "[45 dB(A)]", "[1 dB(A), 2 dB(A), 3 dB(A)]", "{35: 45}"}) {
    EXPECT_EQ(refusal_with("at_most: 45 dB(A)", "between: " + std::string(value)),
              "x.yaml:12:14: 'between' needs a list of two limits, the lower one first, as in [45 dB(A), 45 "
              "dB(A)].");
  }
  EXPECT_EQ(refusal_with("at_most: 45 dB(A)", "between: [45 dB(A), 35 dB(A)]"),
            "x.yaml:12:15: '45 dB(A)' is above '35 dB(A)', so nothing lies between them. Swap the two.");
  EXPECT_EQ(refusal_with("at_most: 45 dB(A)", "between: [35, 45 dB(A)]"),
            "x.yaml:12:15: '35' has no unit, and sound.laeq is limited in dB(A). Write it as in '45 dB(A)'.");
  EXPECT_EQ(refusal_with("at_most: 45 dB(A)", "between: [45 dB(A), 45 dB(A)]"), "");
}

TEST(ConditionRefusal, IsSaidInFrenchToo) {
  EXPECT_EQ(refusal_of_condition("    any: []\n", Language::french),
            "x.yaml:11:10 : « any » n'a aucune condition, et ce qui ne demande rien n'est jamais conforme. "
            "Ajoutez-en une.");
}

}  // namespace
}  // namespace preshift
