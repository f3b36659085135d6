#include "yaml_tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace preshift {
namespace {

using testing::StartsWith;

std::string refusal_of_yaml(std::string_view yaml) {
  const auto tree = read_yaml(YamlSource("x.yaml", yaml));
  return tree ? std::string{} : render(tree.error().message, Language::english);
}

/// "a"'s value in a one-key mapping that must be readable.
YamlNode value_of(const std::string& written) {
  const std::string yaml = "a: " + written;
  const auto tree = read_yaml(YamlSource("x.yaml", yaml));
  if (!tree || tree->entries.size() != 1) {
    ADD_FAILURE() << yaml;
    return {};
  }
  return tree->entries[0].value;
}

TEST(YamlTree, KeepsOrderKindsAndPlaces) {
  const YamlSource source("x.yaml", "b: [x, 'y']\na:\n  c: {d: 1}\n  e:\n");
  const auto tree = read_yaml(source);
  ASSERT_TRUE(tree) << render(tree.error().message, Language::english);
  ASSERT_EQ(tree->entries.size(), 2U);
  EXPECT_EQ(tree->entries[0].key, "b");
  const YamlNode& list = tree->entries[0].value;
  ASSERT_EQ(list.kind, YamlKind::sequence);
  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_FALSE(list.items[0].quoted);
  EXPECT_TRUE(list.items[1].quoted);
  EXPECT_EQ(to_string(source.place(list.items[1].offset)), "x.yaml:1:8");
  const YamlNode& mapping = tree->find("a")->value;
  ASSERT_EQ(mapping.kind, YamlKind::mapping);
  EXPECT_EQ(to_string(source.place(mapping.find("c")->key_offset)), "x.yaml:3:3");
  EXPECT_EQ(to_string(source.place(mapping.find("c")->value.find("d")->value.offset)), "x.yaml:3:10");
  EXPECT_EQ(mapping.find("e")->value.kind, YamlKind::null);
  EXPECT_EQ(mapping.find("f"), nullptr);
}

TEST(YamlTree, KnowsPlainTextFromQuotedText) {
  EXPECT_FALSE(value_of("45").quoted);
  EXPECT_TRUE(value_of("'45'").quoted);
  EXPECT_TRUE(value_of("\"45\"").quoted);
  EXPECT_TRUE(value_of("|\n  45\n").quoted);
  EXPECT_EQ(value_of("~").kind, YamlKind::null);
  EXPECT_EQ(value_of("'~'").kind, YamlKind::scalar);
}

TEST(YamlTree, CountsColumnsInCharactersAndLinesFromOne) {
  EXPECT_EQ(
      refusal_of_yaml("{é: 'ça', b: &x 1}"),
      "x.yaml:1:14: anchors (&) and aliases (*) are refused: they can make a small file endless. Write the "
      "value out.");
}

TEST(YamlTree, CountsNeitherAByteOrderMarkNorCarriageReturns) {
  EXPECT_THAT(refusal_of_yaml("\xEF\xBB\xBF"
                              "a: &x 1"),
              StartsWith("x.yaml:1:4: anchors"));
  EXPECT_THAT(refusal_of_yaml("a: b\r\nc: &x 1\r\n"), StartsWith("x.yaml:2:4: anchors"));
}

TEST(YamlTree, RefusesADuplicateKeyAndSaysWhereTheFirstIs) {
  EXPECT_EQ(refusal_of_yaml("a: 1\nb: 2\na: 3\n"),
            "x.yaml:3:1: the key 'a' is already there, on line 1. Keep one of them.");
  EXPECT_THAT(refusal_of_yaml("a:\n  - {c: 1, 'c': 2}\n"),
              StartsWith("x.yaml:2:12: the key 'c' is already there"));
  EXPECT_EQ(refusal_of_yaml("a: {c: 1}\nb: {c: 2}\n"), "");
}

TEST(YamlTree, RefusesAnchorsAndAliasesOfEveryKind) {
  EXPECT_THAT(refusal_of_yaml("a: &x 1\n"), StartsWith("x.yaml:1:4: anchors"));
  EXPECT_THAT(refusal_of_yaml("a: &x {b: 1}\n"), StartsWith("x.yaml:1:4: anchors"));
  EXPECT_THAT(refusal_of_yaml("a: &x [1]\n"), StartsWith("x.yaml:1:4: anchors"));
  EXPECT_THAT(refusal_of_yaml("a: &x\nb: 1\n"), StartsWith("x.yaml:1:4: anchors"));
  EXPECT_THAT(refusal_of_yaml("&x a: 1\n"), StartsWith("x.yaml:1:1: anchors"));
  EXPECT_NE(refusal_of_yaml("a: *x\n"), "");
}

TEST(YamlTree, RefusesTagsOfEveryKind) {
  for (const char* value : {"!!str 5", "!x 5", "!<tag:x> 5", "! 5", "! 'q'", "!!map {b: 1}", "! {b: 1}",
                            "!x [1]", "!!null", "!x"}) {
    EXPECT_THAT(refusal_of_yaml("a: " + std::string(value)),
                StartsWith("x.yaml:1:4: type tags (!) are refused."))
        << value;
  }
}

TEST(YamlTree, RefusesASecondDocument) {
  EXPECT_EQ(refusal_of_yaml("---\na: 1\n---\nb: 2\n"),
            "x.yaml:3:1: a second document begins here. Keep one profile in a file, and check this line's "
            "indentation.");
  EXPECT_EQ(refusal_of_yaml("---\na: 1\n...\n"), "");
}

TEST(YamlTree, RefusesKeysThatAreNoText) {
  for (const char* yaml : {"? [a]\n: 1\n", "{[a]: 1}", "? {a: b}\n: 1\n", ": 1\n", "~: 1\n"}) {
    EXPECT_THAT(refusal_of_yaml(yaml), testing::HasSubstr("this key is not a word.")) << yaml;
  }
}

TEST(YamlTree, RefusesBytesThatAreNotUtf8) {
  EXPECT_EQ(refusal_of_yaml("a: 1\nb: caf\xE9\n"),
            "x.yaml:2:7: this byte is not UTF-8 text. Save the file again as "
            "UTF-8.");
  EXPECT_THAT(refusal_of_yaml("\xFF\xFE"
                              "a"),
              StartsWith("x.yaml:1:1: this byte"));
}

TEST(YamlTree, RefusesControlCharactersThatHideWhatFollows) {
  const std::string end_of_transmission = std::string("a: 1\n") + "\x04" + "b: 2\n";
  EXPECT_THAT(refusal_of_yaml(end_of_transmission),
              StartsWith("x.yaml:2:1: an invisible control character."));
  EXPECT_THAT(refusal_of_yaml(std::string("a: 1\nb\0: 2\n", 11)),
              StartsWith("x.yaml:2:2: an invisible control"));
  EXPECT_THAT(refusal_of_yaml("# comment\ra: 1\n"), StartsWith("x.yaml:1:10: an invisible control"));
  EXPECT_THAT(refusal_of_yaml("a: \xC2\x85x\n"), StartsWith("x.yaml:1:4: an invisible control"));
  EXPECT_THAT(refusal_of_yaml("a: \x7F\n"), StartsWith("x.yaml:1:4: an invisible control"));
  EXPECT_EQ(refusal_of_yaml("a: caf\xC3\xA9\t# tab\n"), "");
}

TEST(YamlTree, RefusesAQuoteThatTheEndOfTheFileCutsOff) {
  const std::string message = "x.yaml:1:4: a quote is not closed before the end of the file. Close it.";
  EXPECT_EQ(refusal_of_yaml("a: \"b\n"), message);
  EXPECT_EQ(refusal_of_yaml("a: 'b\n"), message);
  EXPECT_EQ(refusal_of_yaml("a: \"b\\\"\n"), message);
  EXPECT_EQ(refusal_of_yaml("a: 'b''\n"), message);
  EXPECT_EQ(refusal_of_yaml("a: 'b''c'\nb: \"\\\"\"\n"), "");
}

TEST(YamlTree, ExplainsTheCommonMistakesOfSyntax) {
  EXPECT_THAT(refusal_of_yaml("a: b\n  c: d\n"), StartsWith("x.yaml:2:4: a ':' where none can be."));
  EXPECT_THAT(refusal_of_yaml("a: b: c\n"), StartsWith("x.yaml:1:5: a ':' where none can be."));
  EXPECT_THAT(refusal_of_yaml("a: b\n\tc: d\n"),
              StartsWith("x.yaml:2:1: a tab at the beginning of the line."));
  EXPECT_THAT(refusal_of_yaml("a:\n  - b\n c: d\n"), StartsWith("x.yaml:3:2: this cannot stand here."));
  EXPECT_THAT(refusal_of_yaml("a: \"b\" c\n"), StartsWith("x.yaml:1:8: this cannot stand here."));
  EXPECT_THAT(refusal_of_yaml("a: [b, c\nd: e\n"),
              testing::HasSubstr("a bracket of this value is not closed"));
  EXPECT_THAT(refusal_of_yaml("a: @b\n"), StartsWith("x.yaml:1:4: a text cannot begin with this character."));
  EXPECT_THAT(refusal_of_yaml("a: [b, c"), StartsWith("x.yaml:1:9: a bracket of this value is not closed"));
}

TEST(YamlTree, ExplainsWhatIsRarer) {
  for (const char* value : {"\"\\q\"", "\"\\x4\"", "\"\\uD800\""})
    EXPECT_THAT(refusal_of_yaml("a: " + std::string(value)),
                testing::HasSubstr(": between double quotes '\\' begins an escape, and this is none."))
        << value;
  EXPECT_THAT(refusal_of_yaml("a: 1\nb\nc: 2\n"), StartsWith("x.yaml:2:1: a key without a ':' behind it."));
  EXPECT_THAT(refusal_of_yaml("a: > b\n"),
              StartsWith("x.yaml:1:6: a text after '|' or '>' begins on the next"));
  EXPECT_THAT(refusal_of_yaml("a: !x! b\n"), StartsWith("x.yaml:1:4: type tags (!) are refused."));
  EXPECT_THAT(refusal_of_yaml("a: !<x b\n"), StartsWith("x.yaml:1:4: type tags (!) are refused."));
  EXPECT_THAT(refusal_of_yaml("a: & b\n"), StartsWith("x.yaml:1:4: anchors (&) and aliases (*) are refused"));
  EXPECT_THAT(refusal_of_yaml("a: 'b\n---\n"), StartsWith("x.yaml:1:4: a quote is not closed"));
  EXPECT_THAT(refusal_of_yaml("a: b\n- c\n"), StartsWith("x.yaml:2:1: this cannot stand here."));
  EXPECT_THAT(refusal_of_yaml("%YAML 9.9\n---\na: b\n"),
              StartsWith("x.yaml:1:1: not valid YAML (found incompatible YAML document)."));
}

TEST(YamlTree, RefusesLineEndsThatOnlySomeProgramsKnow) {
  for (const char* end : {"\xE2\x80\xA8", "\xE2\x80\xA9"})
    EXPECT_THAT(refusal_of_yaml("# comment" + std::string(end) + "a: 1\n"),
                StartsWith("x.yaml:1:10: an invisible control character."));
  EXPECT_EQ(refusal_of_yaml("a: \xE2\x80\xA6\xE2\x82\xAC\n"), "") << "their neighbours are text";
}

TEST(YamlTree, TakesAFileWithoutAnyValueForEmpty) {
  for (const char* yaml :
       {"", " ", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "~\n", "\xEF\xBB\xBF"}) {
    EXPECT_THAT(refusal_of_yaml(yaml), StartsWith("x.yaml: the file is empty.")) << yaml;
  }
}

}  // namespace
}  // namespace preshift
