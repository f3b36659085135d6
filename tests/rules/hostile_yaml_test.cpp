#include "profile_examples.hpp"
#include "yaml_tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

// Each input must end, and with a refusal. At the size limit the slowest takes about a second unsanitized.

namespace preshift {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string all;
  all.reserve(bytes + part.size());
  while (all.size() + part.size() <= bytes) all += part;
  return all;
}

std::string up_to_the_limit(std::string_view part) {
  return repeated(part, k_largest_yaml_bytes);
}

TEST(HostileYaml, Of10MegabytesIsRefusedUnread) {
  EXPECT_EQ(refusal_of(std::string(10'000'000, '[')),
            "x.yaml: larger than 1024 KiB, so hardly a rules file. Check the "
            "name.");
}

TEST(HostileYaml, MayNestThirtyTwoLevelsAndNoMore) {
  const auto nested = [](std::size_t levels) { return repeated("[", levels) + repeated("]", levels); };
  EXPECT_TRUE(read_yaml(YamlSource("x.yaml", nested(k_deepest_yaml))));
  EXPECT_EQ(refusal_of(nested(k_deepest_yaml + 1)),
            "x.yaml:1:33: nested deeper than 32 levels, which no profile needs. Check the file.");
}

TEST(HostileYaml, Of100ThousandLevelsIsRefused) {
  for (const char* opening : {"[", "{", "- ", "? ", "{a: ", "[\n", ": ", "-\n", "{\"a\":", "[? "}) {
    EXPECT_THAT(refusal_of(up_to_the_limit(opening)), StartsWith("x.yaml:")) << opening;
  }
}

TEST(HostileYaml, IndentedAThousandLevelsIsRefused) {
  std::string yaml;
  for (std::size_t level = 0; level < 1000; ++level) yaml += std::string(level, ' ') + "a:\n";
  EXPECT_THAT(refusal_of(yaml), HasSubstr("nested deeper than 32 levels"));
}

TEST(HostileYaml, WithABombOfAliasesIsRefusedAtItsFirstAnchor) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int level = 1; level < 40; ++level) {
    const std::string below = "*a" + std::to_string(level - 1);
    bomb +=
        "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [" + below + ", " + below + "]\n";
  }
  EXPECT_THAT(refusal_of(bomb), StartsWith("x.yaml:1:5: anchors (&) and aliases (*) are refused"));
}

TEST(HostileYaml, ThatContainsItselfIsRefused) {
  EXPECT_THAT(refusal_of("rules: &loop\n  - *loop\n"), StartsWith("x.yaml:1:8: anchors (&)"));
  EXPECT_THAT(refusal_of("&all profile: *all\n"), StartsWith("x.yaml:1:1: anchors (&)"));
}

TEST(HostileYaml, WithMoreValuesThanAnyProfileIsRefused) {
  for (const char* part : {"- a\n", "-\n", "- []\n"}) {
    EXPECT_THAT(refusal_of(up_to_the_limit(part)), HasSubstr("more than 100000 values")) << part;
  }
  EXPECT_THAT(refusal_of("[" + repeated("a,", 1'000'000) + "]"), HasSubstr("more than 100000 values"));
}

TEST(HostileYaml, WithManyDifferentKeysIsRefused) {
  std::string yaml;
  for (int i = 0; i < 49'000; ++i) yaml += "a" + std::to_string(i) + ": b\n";
  EXPECT_THAT(refusal_of(yaml), StartsWith("x.yaml:1:1: unknown key 'a0'."));
}

TEST(HostileYaml, WithManyEmptyRulesIsRefused) {
  EXPECT_THAT(
      refusal_of(std::string(k_night_profile) + repeated("  - {measure: abcdefghijklmnop}\n", 500'000)),
      StartsWith("x.yaml:13:5: the key 'id' is missing here."));
}

TEST(HostileYaml, OfOneKindOfCharacterEnds) {
  for (const char* part :
       {" ",     "\n",   "\t",    "#",   "#\n",    "a",      "a ",   "a\n",    "'",        "\"", "\"\n",
        "|",     "|\n",  ">\n\n", "!",   "! ",     "%",      "%a\n", "&",      "*",        "-",  "---\n",
        "...\n", "?",    ":",     ",",   "]",      "}",      "@",    "`",      "\xC3\xA9", "''", "'\n",
        "\\",    "\"\\", "[a b",  "{a,", "[a: b,", "\"a\":", "a: ",  "a: b\n", "&a ",      "*a "}) {
    EXPECT_NE(refusal_of(up_to_the_limit(part)), "") << part;
  }
}

TEST(HostileYaml, CannotFloodAMessage) {
  const std::string message = refusal_of(std::string(100'000, 'k') + ": 1\n");
  EXPECT_LT(message.size(), 1000U);
  EXPECT_LT(refusal_with("at_most: 45 dB(A)", "at_most: 45 " + std::string(100'000, 'x')).size(), 1000U);
}

TEST(HostileYaml, CannotPutControlCharactersIntoATextOrAMessage) {
  EXPECT_EQ(refusal_with("en: Hush", "en: \"\\e[2J\""),
            "x.yaml:10:18: 'remedy.en' holds an invisible control character. Remove it.");
  EXPECT_EQ(refusal_with("quiet.noise", "\"a\\0b\""),
            "x.yaml:5:9: 'id' holds an invisible control character. Remove "
            "it.");
  EXPECT_EQ(refusal_of(night_profile_with("at_most", "\"\\eat_most\"")).find('\x1B'), std::string::npos);
}

}  // namespace
}  // namespace preshift
