#include "did_key.hpp"

#include "base58.hpp"
#include "hex.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

// The key of the vectors for eddsa-jcs-2022 (W3C vc-di-eddsa, appendix B).
constexpr const char* k_did = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
constexpr const char* k_method =
    "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#"
    "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
constexpr const char* k_private_multibase = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";

TEST(DidKey, TheNameOfAPublishedPrivateKeyIsThePublishedOne) {
  auto bytes = *from_base58(std::string_view(k_private_multibase).substr(1));
  ASSERT_EQ(to_hex(std::vector<std::uint8_t>(bytes.begin(), bytes.begin() + 2)), "8026");  // ed25519-priv
  bytes.erase(bytes.begin(), bytes.begin() + 2);
  const auto key = SigningKey::from_seed(bytes);
  ASSERT_TRUE(key);
  EXPECT_EQ(did_of(key->public_key()), k_did);
  EXPECT_EQ(verification_method_of(key->public_key()), k_method);
}

TEST(DidKey, IsReadBack) {
  ASSERT_TRUE(key_of_did(k_did));
  EXPECT_EQ(did_of(*key_of_did(k_did)), k_did);
  ASSERT_TRUE(key_of_verification_method(k_method));
  EXPECT_EQ(did_of(*key_of_verification_method(k_method)), k_did);
}

TEST(DidKey, RefusesOtherMethodsKeysAndSpellings) {
  for (const char* wrong : {"", "did:key:", "did:key:z", "did:web:example.org",
                            "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",  // secp256k1
                            "did:key:f6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                            "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ",
                            "did:key:z16MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6p",
                            "DID:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"})
    EXPECT_FALSE(key_of_did(wrong)) << wrong;
  EXPECT_FALSE(key_of_did(std::string(100'000, 'z')));
}

TEST(DidKey, AVerificationMethodNamesItsKeyTwice) {
  const std::string did = k_did;
  for (const std::string& wrong :
       {did, did + "#", did + "#key-1", did + "#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"})
    EXPECT_FALSE(key_of_verification_method(wrong)) << wrong;
}

TEST(DidKey, SignaturesSurviveMultibase) {
  const Signature signature = SigningKey::make().sign("a room");
  EXPECT_EQ(signature_of_multibase(to_multibase(signature)), signature);
  EXPECT_FALSE(signature_of_multibase(""));
  EXPECT_FALSE(signature_of_multibase("z"));
  EXPECT_FALSE(signature_of_multibase(to_multibase(signature) + "2"));
  EXPECT_FALSE(signature_of_multibase("m" + to_multibase(signature).substr(1)));
}

}  // namespace
}  // namespace preshift
