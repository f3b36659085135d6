#include "data_integrity.hpp"

#include "base58.hpp"
#include "canonical_json.hpp"
#include "hex.hpp"
#include "sha256.hpp"
#include "shared_vectors.hpp"
#include "strict_json.hpp"
#include "utc_time.hpp"

namespace preshift {
namespace {

constexpr std::chrono::sys_seconds k_now{std::chrono::seconds(1'800'000'000)};

const SigningKey& signing_key() {
  static const SigningKey key = SigningKey::make();
  return key;
}

Json little_document() {
  return Json{{"@context", {"https://www.w3.org/ns/credentials/v2"}},
              {"credentialSubject", {{"level", 44.5}}}};
}

/// Why the proof is refused; fails the test when it is not.
ProofFault fault_of(const Json& document) {
  const auto verified = verify_proof(document);
  EXPECT_FALSE(verified);
  return verified ? ProofFault{} : verified.error();
}

Json published(const std::string& name) {
  return *read_strict_json(testing::vector_text("eddsa-jcs-2022/" + name));
}

// W3C vc-di-eddsa, appendix B.2.
TEST(DataIntegrity, GivesThePublishedHashesAndSignature) {
  if (!testing::has_shared_vectors()) GTEST_SKIP() << "no shared data: set PRESHIFT_SHARED";
  const auto expected = [](const std::string& name) {
    return testing::vector_text("eddsa-jcs-2022/" + name);
  };
  const Json document = published("unsigned.json");
  const Json configuration = published("proofConfigJCS.json");
  EXPECT_EQ(canonical_json(document), expected("canonDocJCS.txt"));
  EXPECT_EQ(canonical_json(configuration), expected("proofCanonJCS.txt"));
  EXPECT_EQ(to_hex(sha256(canonical_json(document))), expected("docHashJCS.txt"));
  EXPECT_EQ(to_hex(sha256(canonical_json(configuration))), expected("proofHashJCS.txt"));
  const std::string bytes = signed_bytes(document, configuration);
  EXPECT_EQ(to_hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}),
            expected("combinedHashJCS.txt"));
  auto seed = *from_base58(text_member(published("keyPair.json"), "privateKeyMultibase")->substr(1));
  seed.erase(seed.begin(), seed.begin() + 2);
  const auto key = SigningKey::from_seed(seed);
  EXPECT_EQ(to_hex(key->sign(bytes)), expected("sigHexJCS.txt"));
  EXPECT_EQ(to_multibase(key->sign(bytes)), expected("sigBTC58JCS.txt"));
  EXPECT_EQ(with_proof(document, *key, *from_utc_text("2023-02-24T23:36:38Z")), published("signedJCS.json"));
}

TEST(DataIntegrity, VerifiesThePublishedDocument) {
  if (!testing::has_shared_vectors()) GTEST_SKIP() << "no shared data: set PRESHIFT_SHARED";
  const auto verified = verify_proof(published("signedJCS.json"));
  ASSERT_TRUE(verified);
  EXPECT_EQ(verified->did, "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
  EXPECT_EQ(verified->created, from_utc_text("2023-02-24T23:36:38Z"));
}

TEST(DataIntegrity, WhatWasSignedVerifiesInAnySpelling) {
  const Json document = with_proof(little_document(), signing_key(), k_now);
  for (const int indent : {-1, 2, 8}) {
    const auto verified = verify_proof(*read_strict_json(document.dump(indent)));
    ASSERT_TRUE(verified);
    EXPECT_EQ(verified->key, signing_key().public_key());
    EXPECT_EQ(verified->created, k_now);
    EXPECT_FALSE(verified->expires);
  }
}

TEST(DataIntegrity, NoticesWhatWasAltered) {
  const Json document = with_proof(little_document(), signing_key(), k_now);
  Json changed = document;
  changed["credentialSubject"]["level"] = 44.4;
  EXPECT_EQ(fault_of(changed), ProofFault::wrong_signature);
  changed = document;
  changed["more"] = 1;
  EXPECT_EQ(fault_of(changed), ProofFault::wrong_signature);
  changed = document;
  changed["proof"]["created"] = "2027-01-15T08:00:01Z";
  EXPECT_EQ(fault_of(changed), ProofFault::wrong_signature);
  changed = document;
  changed["proof"]["more"] = 1;
  EXPECT_EQ(fault_of(changed), ProofFault::wrong_signature);
  changed = document;
  changed["proof"]["verificationMethod"] = verification_method_of(SigningKey::make().public_key());
  EXPECT_EQ(fault_of(changed), ProofFault::wrong_signature);
}

TEST(DataIntegrity, SaysWhyAProofIsNone) {
  const Json document = with_proof(little_document(), signing_key(), k_now);
  EXPECT_EQ(fault_of(little_document()), ProofFault::missing);
  EXPECT_EQ(fault_of(Json()), ProofFault::missing);
  EXPECT_EQ(fault_of(Json::array({1})), ProofFault::missing);
  Json changed = document;
  changed["proof"] = Json::array({document["proof"]});
  EXPECT_EQ(fault_of(changed), ProofFault::several);
  for (const char* name : {"type", "cryptosuite", "proofPurpose"}) {
    changed = document;
    changed["proof"][name] = "other";
    EXPECT_EQ(fault_of(changed), ProofFault::other_cryptosuite) << name;
  }
  changed = document;
  changed["@context"].push_back("https://example.org/");
  EXPECT_EQ(fault_of(changed), ProofFault::other_context);
  changed = document;
  changed["proof"].erase("@context");
  EXPECT_EQ(fault_of(changed), ProofFault::other_context);
  for (const char* method :
       {"", "https://example.org/key", "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"}) {
    changed = document;
    changed["proof"]["verificationMethod"] = method;
    EXPECT_EQ(fault_of(changed), ProofFault::other_key) << method;
  }
  for (const char* name : {"proofValue", "verificationMethod", "created"}) {
    changed = document;
    changed["proof"][name] = 7;
    EXPECT_EQ(fault_of(changed), ProofFault::malformed) << name;
  }
  changed = document;
  changed["proof"]["proofValue"] = "z1";
  EXPECT_EQ(fault_of(changed), ProofFault::malformed);
}

}  // namespace
}  // namespace preshift
