#include "ed25519.hpp"

#include "hex.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace preshift {
namespace {

struct Example {
  const char* seed;
  const char* key;
  const char* message;
  const char* signature;
};

// RFC 8032, section 7.1, tests 1 to 3.
constexpr Example k_examples[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f"
     "0"
     "595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2ea"
     "e"
     "b4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e"
     "9"
     "716ed28dc027beceea1ec40a"},
};

std::string bytes_of(const char* hex) {
  const auto bytes = from_hex(hex);
  return {bytes->begin(), bytes->end()};
}

TEST(Ed25519, GivesThePublishedKeysAndSignatures) {
  for (const Example& example : k_examples) {
    const auto key = SigningKey::from_seed(*from_hex(example.seed));
    ASSERT_TRUE(key);
    EXPECT_EQ(to_hex(key->public_key()), example.key);
    const Signature signature = key->sign(bytes_of(example.message));
    EXPECT_EQ(to_hex(signature), example.signature);
    EXPECT_TRUE(is_signed_by(key->public_key(), signature, bytes_of(example.message)));
    EXPECT_EQ(to_hex(key->seed().bytes()), example.seed);
  }
}

TEST(Ed25519, NoChangedBitIsSigned) {
  const SigningKey key = SigningKey::make();
  const std::string message = "a room";
  const Signature signature = key.sign(message);
  for (std::size_t bit = 0; bit < 8 * signature.size(); ++bit) {
    Signature changed = signature;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
    ASSERT_FALSE(is_signed_by(key.public_key(), changed, message)) << bit;
  }
  for (std::size_t bit = 0; bit < 8 * message.size(); ++bit) {
    std::string changed = message;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1U << (bit % 8)));
    ASSERT_FALSE(is_signed_by(key.public_key(), signature, changed)) << bit;
  }
  EXPECT_FALSE(is_signed_by(SigningKey::make().public_key(), signature, message));
}

TEST(Ed25519, RefusesASignatureWithTheGroupsOrderAdded) {
  // L = 2^252 + 27742317777372353535851937790883648493, lowest byte first.
  const auto order = *from_hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  const SigningKey key = SigningKey::make();
  Signature signature = key.sign("a room");
  unsigned carry = 0;
  for (std::size_t place = 0; place < order.size(); ++place) {
    carry += signature[32 + place] + order[place];
    signature[32 + place] = static_cast<std::uint8_t>(carry & 0xFFU);
    carry >>= 8U;
  }
  EXPECT_FALSE(is_signed_by(key.public_key(), signature, "a room"));
}

TEST(Ed25519, NewKeysDiffer) {
  EXPECT_NE(SigningKey::make().public_key(), SigningKey::make().public_key());
}

TEST(Ed25519, ASeedHas32Bytes) {
  EXPECT_FALSE(SigningKey::from_seed({}));
  EXPECT_FALSE(SigningKey::from_seed(std::vector<std::uint8_t>(31)));
  EXPECT_FALSE(SigningKey::from_seed(std::vector<std::uint8_t>(33)));
}

TEST(SecretBytes, MovingLeavesNothingBehind) {
  SecretBytes secret(std::string_view("a passphrase"));
  const SecretBytes moved = std::move(secret);
  EXPECT_EQ(moved.size(), 12U);
  EXPECT_TRUE(secret.empty());  // NOLINT(bugprone-use-after-move): that is the test
}

TEST(SecretBytes, CleansingEmptiesAText) {
  std::string text = "a passphrase";
  cleanse(text);
  EXPECT_TRUE(text.empty());
}

}  // namespace
}  // namespace preshift
