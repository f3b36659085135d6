#include "log_proof.hpp"

#include "base64.hpp"
#include "checkpoint.hpp"
#include "reference_tree.hpp"

#include <gtest/gtest.h>

#include <string>

namespace preshift {
namespace {

/// Of leaf 5 of the reference tree.
LogProof proof_of_five() {
  const auto leaves = testing::reference_leaves();
  const std::string note =
      signed_checkpoint({"log.example", 8, testing::defined_root(leaves)}, SigningKey::make());
  return {5, inclusion_proof(leaves, 5), note, std::nullopt};
}

TEST(LogProof, IsWrittenAsItsFormatSays) {
  LogProof proof{73894, {leaf_hash("a"), leaf_hash("b")}, "log\n1\nroot\n\n— log AAAAAAAA\n", "more"};
  const std::string hashes = to_base64(leaf_hash("a")) + "\n" + to_base64(leaf_hash("b")) + "\n";
  EXPECT_EQ(written_proof(proof), "c2sp.org/tlog-proof@v1\nextra bW9yZQ==\nindex 73894\n" + hashes +
                                      "\nlog\n1\nroot\n\n— log AAAAAAAA\n");
  proof.extra.reset();
  EXPECT_EQ(written_proof(proof),
            "c2sp.org/tlog-proof@v1\nindex 73894\n" + hashes + "\nlog\n1\nroot\n\n— log AAAAAAAA\n");
}

TEST(LogProof, IsReadAsItWasWritten) {
  for (const std::optional<std::string>& extra : {std::optional<std::string>(), {""}, {"more"}}) {
    LogProof proof = proof_of_five();
    proof.extra = extra;
    const auto read = read_proof(written_proof(proof));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->index, 5U);
    EXPECT_EQ(read->hashes, proof.hashes);
    EXPECT_EQ(read->checkpoint, proof.checkpoint);
    EXPECT_EQ(read->extra, extra);
  }
}

TEST(LogProof, OfAOnlyLeafHasNoHashes) {
  const auto read = read_proof("c2sp.org/tlog-proof@v1\nindex 0\n\nnote");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->hashes.empty());
  EXPECT_EQ(read->checkpoint, "note");
}

TEST(LogProof, IsReadStrictly) {
  const std::string hash = to_base64(leaf_hash("a")) + "\n";
  const std::string start = "c2sp.org/tlog-proof@v1\n";
  EXPECT_TRUE(read_proof(start + "index 1\n" + hash + "\nnote"));
  for (const std::string& wrong :
       {std::string(), "c2sp.org/tlog-proof@v2\nindex 1\n" + hash + "\nnote", start + hash + "\nnote",
        start + "index 01\n" + hash + "\nnote", start + "index\n" + hash + "\nnote",
        start + "index 1\n" + hash + "AAAA\n\nnote", start + "index 1\n" + hash,
        start + "index 1\n" + hash + "\n", start + "index 1\nextra AAAA\n" + hash + "\nnote",
        start + "extra AA\nindex 1\n" + hash + "\nnote", start + "extra AAAA", start + "index 1"})
    EXPECT_FALSE(read_proof(wrong)) << wrong;
  std::string tall = start + "index 1\n";
  for (int i = 0; i < 65; ++i) tall += hash;
  EXPECT_FALSE(read_proof(tall + "\nnote"));
}

TEST(LogProof, ProvesItsLeafAndNoOther) {
  const auto leaves = testing::reference_leaves();
  LogProof proof = proof_of_five();
  for (std::size_t i = 0; i < leaves.size(); ++i) EXPECT_EQ(proves(proof, leaves[i]), i == 5) << i;
  proof.index = 4;
  EXPECT_FALSE(proves(proof, leaves[5]));
  proof.index = 5;
  proof.checkpoint = "none";
  EXPECT_FALSE(proves(proof, leaves[5]));
}

}  // namespace
}  // namespace preshift
