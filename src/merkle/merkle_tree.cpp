#include "merkle_tree.hpp"

#include <bit>
#include <utility>

namespace preshift {
namespace {

constexpr char k_leaf_prefix = '\x00';
constexpr char k_node_prefix = '\x01';

/// The largest power of two below the size, which is 2 or more: where RFC 6962 splits a tree.
std::uint64_t split_of(std::uint64_t size) {
  return std::bit_floor(size - 1);
}

MerkleHash root_of(std::span<const MerkleHash> leaves) {
  CompactRange range;
  for (const MerkleHash& leaf : leaves) range.append(leaf);
  return range.root();
}

/// SUBPROOF of RFC 6962, 2.1.2; `is_known`: the verifier has the root of these leaves already.
void add_subproof(std::span<const MerkleHash> leaves, std::uint64_t size, bool is_known,
                  std::vector<MerkleHash>& proof) {
  if (size == leaves.size()) {
    if (!is_known) proof.push_back(root_of(leaves));
    return;
  }
  const std::uint64_t split = split_of(leaves.size());
  if (size <= split) {
    add_subproof(leaves.first(split), size, is_known, proof);
    proof.push_back(root_of(leaves.subspan(split)));
  } else {
    add_subproof(leaves.subspan(split), size - split, false, proof);
    proof.push_back(root_of(leaves.first(split)));
  }
}

}  // namespace

MerkleHash leaf_hash(std::string_view entry) {
  std::string bytes(1, k_leaf_prefix);
  bytes += entry;
  return sha256(bytes);
}

MerkleHash node_hash(const MerkleHash& left, const MerkleHash& right) {
  std::string bytes(1, k_node_prefix);
  bytes.append(left.begin(), left.end());
  bytes.append(right.begin(), right.end());
  return sha256(bytes);
}

std::optional<CompactRange> CompactRange::from(std::uint64_t size, std::vector<MerkleHash> subtrees) {
  if (subtrees.size() != static_cast<std::size_t>(std::popcount(size))) return std::nullopt;
  CompactRange range;
  range.m_size = size;
  range.m_subtrees = std::move(subtrees);
  return range;
}

void CompactRange::append(const MerkleHash& leaf) {
  MerkleHash subtree = leaf;
  for (std::uint64_t sizes = m_size; (sizes & 1U) != 0; sizes >>= 1U) {  // a subtree of every set bit's size
    subtree = node_hash(m_subtrees.back(), subtree);
    m_subtrees.pop_back();
  }
  m_subtrees.push_back(subtree);
  ++m_size;
}

MerkleHash CompactRange::root() const {
  if (m_subtrees.empty()) return sha256("");
  MerkleHash root = m_subtrees.back();
  for (std::size_t i = m_subtrees.size() - 1; i-- > 0;) root = node_hash(m_subtrees[i], root);
  return root;
}

std::vector<MerkleHash> inclusion_proof(std::span<const MerkleHash> leaves, std::uint64_t index) {
  std::vector<MerkleHash> from_the_root;
  while (leaves.size() > 1) {
    const std::uint64_t split = split_of(leaves.size());
    const bool is_left = index < split;
    from_the_root.push_back(root_of(is_left ? leaves.subspan(split) : leaves.first(split)));
    leaves = is_left ? leaves.first(split) : leaves.subspan(split);
    if (!is_left) index -= split;
  }
  return {from_the_root.rbegin(), from_the_root.rend()};
}

// RFC 9162, 2.1.3.2
std::optional<MerkleHash> root_of_inclusion(std::uint64_t index, std::uint64_t size, const MerkleHash& leaf,
                                            std::span<const MerkleHash> proof) {
  if (index >= size) return std::nullopt;
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  MerkleHash root = leaf;
  for (const MerkleHash& sibling : proof) {
    if (last == 0) return std::nullopt;
    if ((node & 1U) != 0 || node == last) {
      root = node_hash(sibling, root);
      for (; (node & 1U) == 0 && node != 0; node >>= 1U) last >>= 1U;
    } else {
      root = node_hash(root, sibling);
    }
    node >>= 1U;
    last >>= 1U;
  }
  if (last != 0) return std::nullopt;
  return root;
}

std::vector<MerkleHash> consistency_proof(std::span<const MerkleHash> leaves, std::uint64_t size) {
  std::vector<MerkleHash> proof;
  add_subproof(leaves, size, true, proof);
  return proof;
}

// RFC 9162, 2.1.4.2
bool is_consistent(std::uint64_t size, const MerkleHash& root, std::uint64_t later_size,
                   const MerkleHash& later_root, std::span<const MerkleHash> proof) {
  if (size > later_size) return false;
  if (size == 0) return proof.empty() && root == sha256("");
  if (size == later_size) return proof.empty() && root == later_root;
  std::uint64_t node = size - 1;
  std::uint64_t last = later_size - 1;
  for (; (node & 1U) != 0; node >>= 1U) last >>= 1U;
  const bool starts_with_root = std::has_single_bit(size);
  if (!starts_with_root && proof.empty()) return false;
  MerkleHash earlier = starts_with_root ? root : proof.front();
  MerkleHash later = earlier;
  for (const MerkleHash& sibling : starts_with_root ? proof : proof.subspan(1)) {
    if (last == 0) return false;
    if ((node & 1U) != 0 || node == last) {
      earlier = node_hash(sibling, earlier);
      later = node_hash(sibling, later);
      for (; (node & 1U) == 0 && node != 0; node >>= 1U) last >>= 1U;
    } else {
      later = node_hash(later, sibling);
    }
    node >>= 1U;
    last >>= 1U;
  }
  return last == 0 && earlier == root && later == later_root;
}

}  // namespace preshift
