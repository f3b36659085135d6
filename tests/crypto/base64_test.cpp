#include "base64.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace preshift {
namespace {

std::string encoded(const std::string& text) {
  return to_base64(std::vector<std::uint8_t>(text.begin(), text.end()));
}

// RFC 4648, section 10.
TEST(Base64, GivesThePublishedTexts) {
  EXPECT_EQ(encoded(""), "");
  EXPECT_EQ(encoded("f"), "Zg==");
  EXPECT_EQ(encoded("fo"), "Zm8=");
  EXPECT_EQ(encoded("foo"), "Zm9v");
  EXPECT_EQ(encoded("foob"), "Zm9vYg==");
  EXPECT_EQ(encoded("fooba"), "Zm9vYmE=");
  EXPECT_EQ(encoded("foobar"), "Zm9vYmFy");
}

TEST(Base64, ReadsAllBytesBack) {
  std::vector<std::uint8_t> bytes;
  for (int i = 0; i < 300; ++i) {
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes) << i;
    bytes.push_back(static_cast<std::uint8_t>(i * 37));
  }
}

TEST(Base64, RefusesEveryOtherSpelling) {
  for (const char* wrong : {"Zg", "Zg=", "Zg===", "Z===", "====", "Zh==", "Zm9=", " Zg==", "Zg==\n", "Zm9v\n",
                            "Zm 9", "Zg==Zg==", "Zm=v", "-_-_", "Zm9v=", "\xC3\xA9zz", " Zm9vYmF"})
    EXPECT_FALSE(from_base64(wrong)) << wrong;
  EXPECT_FALSE(from_base64(std::string("Zg\0=", 4)));
}

}  // namespace
}  // namespace preshift
