#include "merkle_tree.hpp"

#include "reference_tree.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

using testing::defined_root;
using testing::hash_of_hex;
using testing::numbered_leaves;
using testing::reference_leaves;
using Hashes = std::vector<MerkleHash>;

constexpr std::size_t k_all_sizes = 70;

MerkleHash with_bit_changed(MerkleHash hash, std::size_t bit) {
  hash.at(bit / 8) ^= static_cast<std::uint8_t>(1U << (bit % 8));
  return hash;
}

Hashes hashes_of(std::initializer_list<const char*> texts) {
  Hashes hashes;
  for (const char* text : texts) hashes.push_back(hash_of_hex(text));
  return hashes;
}

std::span<const MerkleHash> first(const Hashes& leaves, std::size_t size) {
  return std::span(leaves).first(size);
}

TEST(MerkleTree, HasTheRootsOfTheReferenceTree) {
  const Hashes roots = hashes_of({"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"});
  CompactRange range;
  EXPECT_EQ(range.root(), roots[0]);
  const Hashes leaves = reference_leaves();
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    range.append(leaves[i]);
    EXPECT_EQ(range.root(), roots.at(i + 1)) << i;
  }
}

TEST(MerkleTree, GivesThePublishedInclusionProofs) {
  const Hashes leaves = reference_leaves();
  EXPECT_EQ(inclusion_proof(first(leaves, 1), 0), Hashes{});
  EXPECT_EQ(inclusion_proof(leaves, 0),
            hashes_of({"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                       "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                       "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
  EXPECT_EQ(inclusion_proof(leaves, 5),
            hashes_of({"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                       "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                       "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
  EXPECT_EQ(inclusion_proof(first(leaves, 3), 2),
            hashes_of({"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"}));
  EXPECT_EQ(inclusion_proof(first(leaves, 5), 1),
            hashes_of({"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                       "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                       "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
}

TEST(MerkleTree, GivesThePublishedConsistencyProofs) {
  const Hashes leaves = reference_leaves();
  EXPECT_EQ(consistency_proof(first(leaves, 1), 1), Hashes{});
  EXPECT_EQ(consistency_proof(leaves, 1),
            hashes_of({"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                       "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                       "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
  EXPECT_EQ(consistency_proof(leaves, 6),
            hashes_of({"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                       "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                       "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
  EXPECT_EQ(consistency_proof(first(leaves, 5), 2),
            hashes_of({"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                       "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
}

TEST(MerkleTree, GrowsToTheRootOfTheDefinition) {
  const Hashes leaves = numbered_leaves(k_all_sizes);
  CompactRange range;
  for (std::size_t size = 0; size <= k_all_sizes; ++size) {
    EXPECT_EQ(range.root(), defined_root(first(leaves, size))) << size;
    const auto resumed = CompactRange::from(range.size(), range.subtrees());
    ASSERT_TRUE(resumed) << size;
    EXPECT_EQ(resumed->root(), range.root()) << size;
    if (size < k_all_sizes) range.append(leaves[size]);
  }
}

TEST(MerkleTree, RefusesAStateThatIsNone) {
  const Hashes leaves = numbered_leaves(3);
  EXPECT_FALSE(CompactRange::from(2, leaves));
  EXPECT_FALSE(CompactRange::from(7, {leaves[0]}));
  EXPECT_FALSE(CompactRange::from(0, {leaves[0]}));
  EXPECT_TRUE(CompactRange::from(7, leaves));
}

TEST(MerkleTree, ProvesEveryLeafOfEverySize) {
  const Hashes leaves = numbered_leaves(k_all_sizes);
  for (std::size_t size = 1; size <= k_all_sizes; ++size) {
    const auto tree = first(leaves, size);
    const MerkleHash root = defined_root(tree);
    for (std::size_t index = 0; index < size; ++index) {
      const Hashes proof = inclusion_proof(tree, index);
      EXPECT_EQ(root_of_inclusion(index, size, leaves[index], proof), root) << index << " of " << size;
      for (std::size_t i = 0; i < proof.size(); ++i) {
        Hashes changed = proof;
        changed[i] = with_bit_changed(changed[i], (index * 31 + size * 7 + i) % 256);
        EXPECT_NE(root_of_inclusion(index, size, leaves[index], changed), root) << index << " of " << size;
      }
    }
  }
}

TEST(MerkleTree, RefusesAnInclusionProofWithAnyBitChanged) {
  const Hashes leaves = numbered_leaves(11);
  const MerkleHash root = defined_root(leaves);
  const Hashes proof = inclusion_proof(leaves, 6);
  for (std::size_t bit = 0; bit < 256; ++bit) {
    EXPECT_NE(root_of_inclusion(6, 11, with_bit_changed(leaves[6], bit), proof), root);
    for (std::size_t i = 0; i < proof.size(); ++i) {
      Hashes changed = proof;
      changed[i] = with_bit_changed(changed[i], bit);
      EXPECT_NE(root_of_inclusion(6, 11, leaves[6], changed), root);
    }
  }
}

TEST(MerkleTree, RefusesAnInclusionProofOfTheWrongLengthOrPlace) {
  const Hashes leaves = numbered_leaves(k_all_sizes);
  const MerkleHash root = defined_root(leaves);
  for (std::size_t index = 0; index < k_all_sizes; ++index) {
    Hashes proof = inclusion_proof(leaves, index);
    for (std::size_t other = 0; other <= k_all_sizes; ++other)
      if (other != index) {
        EXPECT_NE(root_of_inclusion(other, k_all_sizes, leaves[index], proof), root) << index << other;
      }
    proof.push_back(leaves[0]);
    EXPECT_EQ(root_of_inclusion(index, k_all_sizes, leaves[index], proof), std::nullopt) << index;
    proof.resize(proof.size() - 2);
    EXPECT_EQ(root_of_inclusion(index, k_all_sizes, leaves[index], proof), std::nullopt) << index;
  }
  EXPECT_EQ(root_of_inclusion(0, 0, leaves[0], {}), std::nullopt);
}

TEST(MerkleTree, ProvesThatEverySizeGrewIntoEveryLaterOne) {
  const Hashes leaves = numbered_leaves(k_all_sizes);
  for (std::size_t later = 1; later <= k_all_sizes; ++later) {
    const MerkleHash later_root = defined_root(first(leaves, later));
    for (std::size_t size = 1; size <= later; ++size) {
      const MerkleHash root = defined_root(first(leaves, size));
      const Hashes proof = consistency_proof(first(leaves, later), size);
      EXPECT_TRUE(is_consistent(size, root, later, later_root, proof)) << size << " of " << later;
      const std::size_t bit = (size * 31 + later * 7) % 256;
      EXPECT_FALSE(is_consistent(size, with_bit_changed(root, bit), later, later_root, proof));
      EXPECT_FALSE(is_consistent(size, root, later, with_bit_changed(later_root, bit), proof));
      for (std::size_t i = 0; i < proof.size(); ++i) {
        Hashes changed = proof;
        changed[i] = with_bit_changed(changed[i], (bit + i) % 256);
        EXPECT_FALSE(is_consistent(size, root, later, later_root, changed)) << size << " of " << later;
      }
    }
  }
}

TEST(MerkleTree, RefusesAConsistencyProofWithAnyBitChangedOrOfTheWrongLength) {
  const Hashes leaves = numbered_leaves(13);
  const MerkleHash root = defined_root(first(leaves, 6));
  const MerkleHash later_root = defined_root(leaves);
  const Hashes proof = consistency_proof(leaves, 6);
  for (std::size_t bit = 0; bit < 256; ++bit) {
    for (std::size_t i = 0; i < proof.size(); ++i) {
      Hashes changed = proof;
      changed[i] = with_bit_changed(changed[i], bit);
      EXPECT_FALSE(is_consistent(6, root, 13, later_root, changed));
    }
  }
  Hashes longer = proof;
  longer.push_back(leaves[0]);
  EXPECT_FALSE(is_consistent(6, root, 13, later_root, longer));
  EXPECT_FALSE(is_consistent(6, root, 13, later_root, std::span(proof).first(proof.size() - 1)));
  EXPECT_FALSE(is_consistent(6, root, 13, later_root, {}));
}

TEST(MerkleTree, IsNeverConsistentWithAHistoryThatWasChanged) {
  Hashes leaves = numbered_leaves(20);
  const MerkleHash root = defined_root(first(leaves, 12));
  leaves[3] = leaf_hash("something else");
  const Hashes proof = consistency_proof(leaves, 12);
  EXPECT_FALSE(is_consistent(12, root, 20, defined_root(leaves), proof));
  EXPECT_FALSE(is_consistent(21, root, 20, defined_root(leaves), {})) << "a tree does not shrink";
  EXPECT_FALSE(is_consistent(20, root, 20, defined_root(leaves), {})) << "two roots of one size";
}

TEST(MerkleTree, GrowsFromAnEmptyOneByNoProof) {
  const Hashes leaves = numbered_leaves(2);
  EXPECT_TRUE(is_consistent(0, sha256(""), 2, defined_root(leaves), {}));
  EXPECT_FALSE(is_consistent(0, leaves[0], 2, defined_root(leaves), {}));
  EXPECT_FALSE(is_consistent(0, sha256(""), 2, defined_root(leaves), leaves));
}

}  // namespace
}  // namespace preshift
