#include "base45.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace preshift {
namespace {

std::string encoded(const std::string& text) {
  return to_base45(std::vector<std::uint8_t>(text.begin(), text.end()));
}

// RFC 9285, section 4.3 and 4.4.
TEST(Base45, GivesThePublishedTexts) {
  EXPECT_EQ(encoded("AB"), "BB8");
  EXPECT_EQ(encoded("Hello!!"), "%69 VD92EX0");
  EXPECT_EQ(encoded("base-45"), "UJCLQE7W581");
  EXPECT_EQ(encoded("ietf!"), "QED8WEX0");
  EXPECT_EQ(encoded(""), "");
}

TEST(Base45, ReadsAllBytesBack) {
  std::vector<std::uint8_t> bytes;
  for (int i = 0; i < 300; ++i) {
    EXPECT_EQ(from_base45(to_base45(bytes)), bytes) << i;
    bytes.push_back(static_cast<std::uint8_t>(i * 37));
  }
}

TEST(Base45, RefusesWhatItNeverWrites) {
  for (const char* wrong : {"A", "BB8A", "bb8", "BB\n", ":::", "::", "GGW", "V5", "B_8"})
    EXPECT_FALSE(from_base45(wrong)) << wrong;
  EXPECT_TRUE(from_base45("FGW")) << "65535";
  EXPECT_FALSE(from_base45("GGW")) << "65536";
  EXPECT_EQ(from_base45("U5"), std::vector<std::uint8_t>{255});
}

}  // namespace
}  // namespace preshift
