#include "checkpoint.hpp"

#include "base64.hpp"
#include "merkle_texts.hpp"
#include "signed_note.hpp"
#include "text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace preshift {
namespace {

// The example of c2sp.org/tlog-checkpoint.
const std::string k_published =
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "— example.com/behind-the-sofa "
    "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+"
    "zyWE+xeMcTOAYQ8=\n";

Checkpoint checkpoint() {
  return {"preshift.example/audit/1f", 3, leaf_hash("x")};
}

std::string failure_of(const Result<VerifiedCheckpoint>& result) {
  return result ? "none" : std::string(result.error().message.text.id);
}

std::string failure_of(const std::string& note, const PublicKey& key) {
  return failure_of(verify_checkpoint(note, "here", std::vector{key}));
}

TEST(Checkpoint, ReadsThePublishedExample) {
  const auto read = read_checkpoint(k_published);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->origin, "example.com/behind-the-sofa");
  EXPECT_EQ(read->size, 20852163U);
  EXPECT_EQ(to_base64(read->root), "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
}

TEST(Checkpoint, IsAThreeLineNoteInTheOriginsName) {
  const SigningKey key = SigningKey::make();
  const std::string note = signed_checkpoint(checkpoint(), key);
  const std::string text = "preshift.example/audit/1f\n3\n" + to_base64(leaf_hash("x")) + "\n";
  EXPECT_EQ(note, signed_note(text, "preshift.example/audit/1f", key));
}

TEST(Checkpoint, VerifiesByOneOfTheKeys) {
  const SigningKey key = SigningKey::make();
  const std::vector<PublicKey> keys{SigningKey::make().public_key(), key.public_key()};
  const auto verified = verify_checkpoint(signed_checkpoint(checkpoint(), key), "here", keys);
  ASSERT_TRUE(verified);
  EXPECT_EQ(verified->checkpoint, checkpoint());
  EXPECT_EQ(verified->signer, key.public_key());
}

TEST(Checkpoint, IsRefusedWhenAnotherKeySignedIt) {
  const std::string note = signed_checkpoint(checkpoint(), SigningKey::make());
  EXPECT_EQ(failure_of(note, SigningKey::make().public_key()), "checkpoint.unsigned");
  EXPECT_EQ(failure_of(verify_checkpoint(note, "here", {})), "checkpoint.unsigned");
}

TEST(Checkpoint, IsRefusedWhenAnyCharacterOfItIsChanged) {
  const SigningKey key = SigningKey::make();
  const std::string note = signed_checkpoint(checkpoint(), key);
  for (std::size_t at = 0; at < note.size(); ++at) {
    std::string changed = note;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_NE(failure_of(changed, key.public_key()), "none") << at;
  }
}

TEST(Checkpoint, IsForgedWhenItsSizeIsChanged) {
  const SigningKey key = SigningKey::make();
  std::string note = signed_checkpoint(checkpoint(), key);
  note.replace(note.find("\n3\n"), 3, "\n4\n");
  EXPECT_EQ(failure_of(note, key.public_key()), "checkpoint.forged");
}

TEST(Checkpoint, IsRefusedInAShortLineHoweverLongItsOrigin) {
  const SigningKey key = SigningKey::make();
  std::string origin = "o";
  for (int i = 0; i < 4000; ++i) origin += "é";
  const auto refused = verify_checkpoint(signed_checkpoint({origin, 1, {}}, key), "here", {});
  ASSERT_FALSE(refused);
  const std::string words = render(refused.error().message, Language::english);
  EXPECT_LT(words.size(), 400U);
  EXPECT_NE(words.find("éé…"), std::string::npos) << words;
}

TEST(Checkpoint, IsReadStrictly) {
  const SigningKey key = SigningKey::make();
  const std::string root = to_base64(leaf_hash("x"));
  const auto reads = [&](const std::string& text) {
    return read_checkpoint(signed_note(text, "o", key)).has_value();
  };
  EXPECT_TRUE(reads("o\n0\n" + root + "\n"));
  EXPECT_TRUE(reads("o\n18446744073709551615\n" + root + "\n"));
  EXPECT_TRUE(reads("o\n1\n" + root + "\nan extension\n"));
  EXPECT_FALSE(reads("o\n1\n" + root + "\n\nafter an empty line\n"));
  EXPECT_FALSE(reads("\n1\n" + root + "\n"));
  EXPECT_FALSE(reads("an origin\n1\n" + root + "\n")) << "it names no key";
  EXPECT_FALSE(reads("o\n01\n" + root + "\n"));
  EXPECT_FALSE(reads("o\n+1\n" + root + "\n"));
  EXPECT_FALSE(reads("o\n-1\n" + root + "\n"));
  EXPECT_FALSE(reads("o\n1 \n" + root + "\n"));
  EXPECT_FALSE(reads("o\n18446744073709551616\n" + root + "\n"));
  EXPECT_FALSE(reads("o\n1\nAAAA\n"));
  EXPECT_FALSE(reads("o\n1\n"));
}

}  // namespace
}  // namespace preshift
