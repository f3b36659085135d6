#include "text.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

constexpr Text k_greeting{"greeting", "{0} lasts {1} s", "{0} dure {1} s"};

TEST(Render, FillsThePlacesInTheLanguageAsked) {
  const Message message{k_greeting, {std::string("It"), 2.5}};
  EXPECT_EQ(render(message, Language::english), "It lasts 2.5 s");
  EXPECT_EQ(render(message, Language::french), "It dure 2,5 s");
}

TEST(Render, DoesNotReadPlacesInArguments) {
  const Message message{k_greeting, {std::string("{0}{9}"), 1.0}};
  EXPECT_EQ(render(message, Language::english), "{0}{9} lasts 1 s");
}

TEST(Render, TakesTheTeethOutOfArguments) {
  EXPECT_EQ(render({k_greeting, {std::string("a\x1b[2J\nb"), 1.0}}, Language::english), "a [2J b lasts 1 s");
}

TEST(Render, ShowsTheBareTemplateRatherThanFail) {
  EXPECT_EQ(render({k_greeting, {}}, Language::english), "{0} lasts {1} s");
}

TEST(RenderNumber, DropsZerosThatSayNothing) {
  EXPECT_EQ(render_number(20, 2, Language::english), "20");
  EXPECT_EQ(render_number(2.5, 2, Language::english), "2.5");
  EXPECT_EQ(render_number(100, 0, Language::english), "100");
  EXPECT_EQ(render_number(2.5, 2, Language::english, true), "2.50");
}

TEST(RenderNumber, KnowsNoNegativeZero) {
  EXPECT_EQ(render_number(-0.001, 1, Language::english), "0");
  EXPECT_EQ(render_number(-0.001, 1, Language::english, true), "0.0");
  EXPECT_EQ(render_number(-0.1, 1, Language::english), "-0.1");
}

TEST(LanguageOfLocale, HearsFrenchInEveryFrenchLocale) {
  for (const char* locale : {"fr", "fr_FR.UTF-8", "fr-CA", "fr.UTF-8", "fr@euro"})
    EXPECT_EQ(language_of_locale(locale), Language::french) << locale;
  for (const char* locale : {"", "C", "en_GB.UTF-8", "fro", "fy_NL", "POSIX"})
    EXPECT_EQ(language_of_locale(locale), Language::english) << locale;
}

}  // namespace
}  // namespace preshift
