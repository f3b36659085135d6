#pragma once

#include "sha256.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A hash of a Merkle tree as RFC 6962, section 2.1 makes it, with SHA-256.
using MerkleHash = Sha256;

[[nodiscard]] MerkleHash leaf_hash(std::string_view entry);
[[nodiscard]] MerkleHash node_hash(const MerkleHash& left, const MerkleHash& right);

/// What is enough of a tree to let it grow: the roots of its complete subtrees, the largest first.
class CompactRange {
 public:
  CompactRange() = default;
  /// None when the number of hashes is not that of the tree's subtrees.
  [[nodiscard]] static std::optional<CompactRange> from(std::uint64_t size, std::vector<MerkleHash> subtrees);

  void append(const MerkleHash& leaf);
  [[nodiscard]] std::uint64_t size() const { return m_size; }
  [[nodiscard]] const std::vector<MerkleHash>& subtrees() const { return m_subtrees; }
  /// Of no leaf: the hash of the empty string.
  [[nodiscard]] MerkleHash root() const;

 private:
  std::uint64_t m_size = 0;
  std::vector<MerkleHash> m_subtrees;
};

/// The hashes from a leaf up to the root (RFC 6962, 2.1.1); index < leaves.size().
[[nodiscard]] std::vector<MerkleHash> inclusion_proof(std::span<const MerkleHash> leaves,
                                                      std::uint64_t index);
/// The root that this proof leads to; none when the proof has not the right length.
[[nodiscard]] std::optional<MerkleHash> root_of_inclusion(std::uint64_t index, std::uint64_t size,
                                                          const MerkleHash& leaf,
                                                          std::span<const MerkleHash> proof);

/// That the tree of the first `size` leaves is the beginning of the whole (RFC 6962, 2.1.2); 0 < size <= all.
[[nodiscard]] std::vector<MerkleHash> consistency_proof(std::span<const MerkleHash> leaves,
                                                        std::uint64_t size);
[[nodiscard]] bool is_consistent(std::uint64_t size, const MerkleHash& root, std::uint64_t later_size,
                                 const MerkleHash& later_root, std::span<const MerkleHash> proof);

}  // namespace preshift
