#include "strict_json.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

/// What is wrong with a text; fails the test when nothing is.
JsonFault fault_of(std::string_view text) {
  const auto document = read_strict_json(text);
  EXPECT_FALSE(document) << text.substr(0, 80);
  return document ? JsonFault{} : document.error().fault;
}

TEST(StrictJson, ReadsWhatJsonIs) {
  const auto document = read_strict_json(R"({"a":[1,-2.5e3,"b",true,null,{}],"c":{"d":"\ud83d\ude00"}})");
  ASSERT_TRUE(document);
  EXPECT_EQ((*document)["a"][1], -2500);
  EXPECT_EQ((*document)["c"]["d"], "\xF0\x9F\x98\x80");
  EXPECT_TRUE(read_strict_json("7"));
}

TEST(StrictJson, NamesTheDuplicateKey) {
  for (const char* text : {R"({"a":1,"a":1})", R"({"x":[{"a":1,"b":2,"a":3}]})", R"({"a":1,"\u0061":1})"}) {
    EXPECT_EQ(fault_of(text), JsonFault::duplicate_key) << text;
    EXPECT_EQ(read_strict_json(text).error().key, "a");
  }
  EXPECT_TRUE(read_strict_json(R"([{"a":1},{"a":1},{"b":{"a":1}}])"));
}

TEST(StrictJson, RefusesWhatIsNoJson) {
  for (const char* text :
       {"", " ", "{", "[1,]", "{\"a\":}", "{'a':1}", "[1] 2", "nul", "[01]", "[+1]", "[.5]", "[1.]",
        "// a\n1", "[NaN]", "[Infinity]", "[\"\t\"]", "[\"a\n\"]", "[\"\\x\"]", "\xEF\xBB\xBF[1]"})
    EXPECT_EQ(fault_of(text), JsonFault::malformed) << text;
}

TEST(StrictJson, RefusesANulWhereverItStands) {
  for (const std::string_view text : {std::string_view("[1]\0", 4), std::string_view("[1]\0garbage", 11),
                                      std::string_view("[\"a\0b\"]", 7), std::string_view("\0[1]", 4)})
    EXPECT_EQ(fault_of(text), JsonFault::malformed);
}

TEST(StrictJson, RefusesWhatIsNotUtf8AndHalfPairs) {
  for (const char* text :
       {"[\"\xff\"]", "[\"\xc3\"]", "[\"\xc0\xaf\"]", "[\"\xed\xa0\x80\"]", "[\"\xf4\x90\x80\x80\"]",
        R"(["\ud83d"])", R"(["\ude00"])", R"(["\ud83d\u0041"])", R"(["\ude00\ud83d"])"})
    EXPECT_EQ(fault_of(text), JsonFault::malformed) << text;
}

TEST(StrictJson, RefusesNumbersThatNotEveryReaderHolds) {
  for (const char* text :
       {"[1e309]", "[-1e309]", "[9007199254740992]", "[-9007199254740992]", "[18446744073709551616]",
        "[9007199254740993]", "[123456789012345678901234567890]"})
    EXPECT_EQ(fault_of(text), JsonFault::huge_number) << text;
  EXPECT_EQ(fault_of("[" + std::string(1000, '9') + "]"), JsonFault::huge_number);
  EXPECT_TRUE(read_strict_json("[9007199254740991,-9007199254740991,1e308,1e-400,9007199254740993.0]"));
}

TEST(StrictJson, RefusesADepthBombAtItsBound) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(read_strict_json(nested(k_deepest_json)));
  EXPECT_EQ(fault_of(nested(k_deepest_json + 1)), JsonFault::too_deep);
  EXPECT_EQ(fault_of(std::string(k_largest_json, '[')), JsonFault::too_deep);
  std::string objects;
  for (std::size_t depth = 0; depth <= k_deepest_json; ++depth) objects += "{\"a\":";
  EXPECT_EQ(fault_of(objects), JsonFault::too_deep);
}

TEST(StrictJson, RefusesMoreThanItsSize) {
  EXPECT_EQ(fault_of(std::string(k_largest_json + 1, ' ')), JsonFault::too_large);
  EXPECT_TRUE(read_strict_json(std::string(k_largest_json - 1, ' ') + "1"));
}

TEST(StrictJson, ReadsTheMostMembersThatFit) {
  std::string text = "{";
  for (int name = 0; text.size() < k_largest_json - 20; ++name) text += "\"" + std::to_string(name) + "\":1,";
  text.back() = '}';
  const auto document = read_strict_json(text);
  ASSERT_TRUE(document);
  EXPECT_GT(document->size(), 90000U);
}

}  // namespace
}  // namespace preshift
