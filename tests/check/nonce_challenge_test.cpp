#include "nonce_challenge.hpp"

#include "hex.hpp"
#include "sensing_request.hpp"
#include "sha256.hpp"

#include <gtest/gtest.h>

#include <bit>

namespace preshift {
namespace {

TEST(NonceChallenge, IsWhatItsDocumentSays) {
  const auto code = challenge_of_nonce("7f3a");
  ASSERT_EQ(code.size(), k_challenge_code_bytes);
  const auto first = sha256("preshift acoustic challenge 1\n7f3a\n0");
  const auto last = sha256("preshift acoustic challenge 1\n7f3a\n7");
  EXPECT_EQ(to_hex({code.data(), 32}), to_hex(first));
  EXPECT_EQ(to_hex({code.data() + 224, 32}), to_hex(last));
}

TEST(NonceChallenge, OfAnotherNonceDiffersInAboutHalfOfItsBits) {
  const auto one = challenge_of_nonce("1");
  const auto two = challenge_of_nonce("2");
  int different = 0;
  for (std::size_t index = 0; index < one.size(); ++index)
    different += std::popcount(static_cast<unsigned>(one[index] ^ two[index]));
  EXPECT_NEAR(different, 1024, 150);  // more than six standard deviations
}

}  // namespace
}  // namespace preshift
