#include "hex.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace preshift {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;

TEST(Hex, WritesEachByteWithTwoDigits) {
  const std::vector<std::uint8_t> bytes{0x00, 0x0f, 0xa0, 0xff};
  EXPECT_EQ(to_hex(bytes), "000fa0ff");
  EXPECT_EQ(to_hex({}), "");
}

TEST(Hex, ReadsDigitsOfEitherCase) {
  EXPECT_THAT(from_hex("000FaaFf"), Optional(ElementsAre(0x00, 0x0f, 0xaa, 0xff)));
  EXPECT_THAT(from_hex(""), Optional(ElementsAre()));
}

TEST(Hex, RefusesAnythingElse) {
  for (const char* wrong : {"0", "0g", "g0", " 0", "0x", "@@", "``"}) EXPECT_FALSE(from_hex(wrong)) << wrong;
}

TEST(Hex, EveryByteSurvives) {
  std::vector<std::uint8_t> all;
  for (unsigned byte = 0; byte < 256; ++byte) all.push_back(static_cast<std::uint8_t>(byte));
  EXPECT_EQ(from_hex(to_hex(all)), all);
}

}  // namespace
}  // namespace preshift
