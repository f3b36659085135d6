#include "base58.hpp"

#include "hex.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

// draft-msporny-base58-03, section 5.
TEST(Base58, GivesThePublishedTexts) {
  const std::string hello = "Hello World!";
  EXPECT_EQ(to_base58(std::vector<std::uint8_t>(hello.begin(), hello.end())), "2NEpo7TZRRrLZSi2U");
  EXPECT_EQ(to_base58(*from_hex("0000287fb4cd")), "11233QC4");
  EXPECT_EQ(to_base58({}), "");
}

TEST(Base58, ReadsThemBack) {
  EXPECT_EQ(to_hex(*from_base58("11233QC4")), "0000287fb4cd");
  EXPECT_EQ(to_hex(*from_base58("2NEpo7TZRRrLZSi2U")), "48656c6c6f20576f726c6421");
  EXPECT_EQ(to_hex(*from_base58("111")), "000000");
  EXPECT_TRUE(from_base58("")->empty());
}

TEST(Base58, RefusesOtherCharactersAndLongTexts) {
  for (const char* wrong : {"0", "O", "I", "l", "a b", "é", "+"}) EXPECT_FALSE(from_base58(wrong)) << wrong;
  EXPECT_TRUE(from_base58(std::string(k_longest_base58, '2')));
  EXPECT_FALSE(from_base58(std::string(k_longest_base58 + 1, '2')));
}

TEST(Base58, EveryTwoBytesSurvive) {
  for (unsigned number = 0; number < 0x10000; number += 7) {
    const std::vector<std::uint8_t> bytes{static_cast<std::uint8_t>(number >> 8U),
                                          static_cast<std::uint8_t>(number & 0xFFU)};
    ASSERT_EQ(from_base58(to_base58(bytes)), bytes);
  }
}

TEST(Base58, ReadsEveryLengthBack) {
  std::vector<std::uint8_t> bytes;
  for (int i = 0; i < 70; ++i) {
    for (const int last : {0, 1, 57, 58, 127, 255}) {
      bytes.push_back(static_cast<std::uint8_t>(last));
      EXPECT_EQ(from_base58(to_base58(bytes)), bytes) << i << " " << last;
      bytes.pop_back();
    }
    bytes.push_back(static_cast<std::uint8_t>(i * 41 + (i > 3 ? 7 : 0)));
  }
  EXPECT_EQ(to_base58(std::vector<std::uint8_t>(64, 255)),
            "67rpwLCuS5DGA8KGZXKsVQ7dnPb9goRLoKfgGbLfQg9WoLUgNY77E2jT11fem3coV9nAkguBACzrU1iyZM4B8roQ");
}

}  // namespace
}  // namespace preshift
