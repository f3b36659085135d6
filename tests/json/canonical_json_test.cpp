#include "canonical_json.hpp"

#include "hex.hpp"
#include "published_numbers.hpp"
#include "sha256.hpp"
#include "shared_vectors.hpp"
#include "strict_json.hpp"

#include <bit>
#include <limits>
#include <map>

namespace preshift {
namespace {

std::string canonical(std::string_view text) {
  const auto document = read_strict_json(text);
  return document ? canonical_json(*document) : "refused";
}

TEST(CanonicalJson, GivesThePublishedOutputs) {
  if (!testing::has_shared_vectors()) GTEST_SKIP() << "no shared data: set PRESHIFT_SHARED";
  for (const std::string name : {"arrays", "french", "structures", "unicode", "values", "weird"}) {
    const std::string input = testing::vector_text("jcs/input/" + name + ".json");
    const std::string output = testing::vector_text("jcs/output/" + name + ".json");
    EXPECT_EQ(canonical(input), output) << name;
    EXPECT_EQ(canonical(output), output) << name;
  }
}

// The published digests of the first lines `bits in hexadecimal,number\n` (json-canonicalization, testdata).
TEST(CanonicalJson, WritesTheFirst100000NumbersOfThePublishedTest) {
  const std::map<int, std::string> digests{
      {1000, "be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687"},
      {10000, "b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892"},
      {100000, "22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7"}};
  testing::PublishedNumbers numbers;
  std::string lines;
  for (int line = 1; line <= 100000; ++line) {
    const double number = numbers.next();
    const auto bits = std::bit_cast<std::uint64_t>(number);
    std::array<char, 17> hexadecimal{};
    std::snprintf(hexadecimal.data(), hexadecimal.size(), "%llx", static_cast<unsigned long long>(bits));
    lines += std::string(hexadecimal.data()) + "," + ecmascript_number(number) + "\n";
    if (digests.contains(line)) {
      EXPECT_EQ(to_hex(sha256(lines)), digests.at(line)) << line;
    }
  }
}

// RFC 8785, appendix B.
TEST(CanonicalJson, WritesTheNumbersOfTheStandardsTable) {
  const std::pair<std::uint64_t, const char*> table[] = {
      {0x0000000000000000, "0"},
      {0x8000000000000000, "0"},
      {0x0000000000000001, "5e-324"},
      {0x8000000000000001, "-5e-324"},
      {0x7fefffffffffffff, "1.7976931348623157e+308"},
      {0xffefffffffffffff, "-1.7976931348623157e+308"},
      {0x4340000000000000, "9007199254740992"},
      {0xc340000000000000, "-9007199254740992"},
      {0x4430000000000000, "295147905179352830000"},
      {0x44b52d02c7e14af5, "9.999999999999997e+22"},
      {0x44b52d02c7e14af6, "1e+23"},
      {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
      {0x444b1ae4d6e2ef4e, "999999999999999700000"},
      {0x444b1ae4d6e2ef4f, "999999999999999900000"},
      {0x444b1ae4d6e2ef50, "1e+21"},
      {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
      {0x3eb0c6f7a0b5ed8d, "0.000001"},
      {0x41b3de4355555553, "333333333.3333332"},
      {0x41b3de4355555554, "333333333.33333325"},
      {0x41b3de4355555555, "333333333.3333333"},
      {0x41b3de4355555556, "333333333.3333334"},
      {0x41b3de4355555557, "333333333.33333343"},
      {0xbecbf647612f3696, "-0.0000033333333333333333"},
      {0x43143ff3c1cb0959, "1424953923781206.2"},
  };
  for (const auto& [bits, written] : table)
    EXPECT_EQ(ecmascript_number(std::bit_cast<double>(bits)), written);
}

TEST(CanonicalJson, HasNoNumberForInfinity) {
  EXPECT_ANY_THROW(static_cast<void>(ecmascript_number(std::numeric_limits<double>::infinity())));
  EXPECT_ANY_THROW(static_cast<void>(ecmascript_number(std::numeric_limits<double>::quiet_NaN())));
}

TEST(CanonicalJson, SortsMembersByUtf16AndKeepsTheOrderOfLists) {
  EXPECT_EQ(canonical(R"({"b":[2,1],"a":{"d":null,"c":true},"":{},"A":[]})"),
            R"({"":{},"A":[],"a":{"c":true,"d":null},"b":[2,1]})");
  // U+1F600 is D83D DE00 in UTF-16: before U+E000 and U+FFFD, after U+D7FF.
  EXPECT_EQ(canonical("{\"\xEF\xBF\xBD\":1,\"\xF0\x9F\x98\x80\":2,\"\xEE\x80\x80\":3,\"\xED\x9F\xBF\":4}"),
            "{\"\xED\x9F\xBF\":4,\"\xF0\x9F\x98\x80\":2,\"\xEE\x80\x80\":3,\"\xEF\xBF\xBD\":1}");
}

TEST(CanonicalJson, EscapesOnlyWhatItMust) {
  EXPECT_EQ(canonical(R"(["\u0000\u0001\b\t\n\u000b\f\r\u001f\u007f\"\\\/\u20ac"])"),
            "[\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\\\"\\\\/\xE2\x82\xAC\"]");
}

TEST(CanonicalJson, IsTheSameForEverySpelling) {
  EXPECT_EQ(canonical("  [1.0, 1e0, 10E-1, -0.0, 0.10, \"\\u0041\"]\n"), R"([1,1,1,0,0.1,"A"])");
}

TEST(CanonicalJson, CanLeaveOneMemberOut) {
  const Json document = Json::parse(R"({"b":{"proof":1},"proof":{"x":2},"a":3})");
  Json without = document;
  without.erase("proof");
  EXPECT_EQ(canonical_json_without(document, "proof"), canonical_json(without));
  EXPECT_EQ(canonical_json_without(document, "none"), canonical_json(document));
  EXPECT_EQ(canonical_json_without(Json::parse(R"({"proof":1})"), "proof"), "{}");
  EXPECT_EQ(canonical_json_without(Json::parse(R"({"a":1,"proof":1,"z":2})"), "a"), R"({"proof":1,"z":2})");
  EXPECT_EQ(canonical_json_without(Json::parse(R"({"a":1,"proof":1,"z":2})"), "z"), R"({"a":1,"proof":1})");
  const CanonicalForms forms = canonical_forms(document, "proof");
  EXPECT_EQ(forms.whole, canonical_json(document));
  EXPECT_EQ(forms.without, canonical_json(without));
}

}  // namespace
}  // namespace preshift
