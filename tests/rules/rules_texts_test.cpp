#include "rules_texts.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {
namespace {

/// The arguments that a template uses, such as {0}; one digit is enough for all of ours.
std::set<char> places_in(std::string_view pattern) {
  std::set<char> places;
  for (std::size_t i = 0; i + 2 < pattern.size(); ++i) {
    const char digit = pattern[i + 1];
    if (pattern[i] == '{' && digit >= '0' && digit <= '9' && pattern[i + 2] == '}') places.insert(digit);
  }
  return places;
}

TEST(RulesTexts, HaveAnIdOfTheirOwn) {
  std::set<std::string_view> ids;
  for (const Text& text : k_rules_texts) EXPECT_TRUE(ids.insert(text.id).second) << text.id;
}

TEST(RulesTexts, UseTheSameArgumentsInBothLanguages) {
  for (const Text& text : k_rules_texts)
    EXPECT_EQ(places_in(text.english), places_in(text.french)) << text.id;
}

TEST(RulesTexts, RenderInBothLanguages) {
  const std::vector<Argument> arguments(7, Argument(std::string("filled")));
  for (const Text& text : k_rules_texts) {
    for (const Language language : {Language::english, Language::french}) {
      const std::string words = render(Message{text, arguments}, language);
      EXPECT_EQ(words.find("{0}"), std::string::npos) << words;
      EXPECT_EQ(words.find("filled") != std::string::npos, !places_in(text.in(language)).empty()) << words;
    }
  }
}

TEST(RulesTexts, HaveARemedyInBothLanguagesOrInNone) {
  for (const Text& text : k_rules_texts) {
    EXPECT_EQ(text.english_remedy.empty(), text.french_remedy.empty()) << text.id;
    EXPECT_TRUE(places_in(text.english_remedy).empty() && places_in(text.french_remedy).empty()) << text.id;
  }
}

TEST(RulesTexts, AreTranslated) {
  for (const Text& text : k_rules_texts) EXPECT_NE(text.english, text.french) << text.id;
}

TEST(RulesTexts, BeginWithThePlaceWhereTheyAreAboutAFile) {
  for (const Text& text : k_rules_texts) {
    if (text.id.starts_with("result.") || text.id.starts_with("shipped.")) continue;
    EXPECT_TRUE(text.english.starts_with("{0}: ")) << text.id;
    EXPECT_TRUE(text.french.starts_with("{0} : ")) << text.id;
  }
}

}  // namespace
}  // namespace preshift
