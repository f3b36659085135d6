#pragma once

#include "hex.hpp"
#include "merkle_tree.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift::testing {

inline std::string bytes_of_hex(std::string_view text) {
  const auto bytes = from_hex(text).value();
  return {bytes.begin(), bytes.end()};
}

inline MerkleHash hash_of_hex(std::string_view text) {
  const auto bytes = from_hex(text).value();
  MerkleHash hash{};
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

/// The tree that implementations of RFC 6962 compare themselves by.
inline std::vector<std::string> reference_entries() {
  std::vector<std::string> entries;
  for (const char* text :
       {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
    entries.push_back(bytes_of_hex(text));
  return entries;
}

inline std::vector<MerkleHash> reference_leaves() {
  std::vector<MerkleHash> leaves;
  for (const std::string& entry : reference_entries()) leaves.push_back(leaf_hash(entry));
  return leaves;
}

/// As many different leaves.
inline std::vector<MerkleHash> numbered_leaves(std::size_t count) {
  std::vector<MerkleHash> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash("entry " + std::to_string(i)));
  return leaves;
}

/// MTH of RFC 6962, 2.1, as it is defined there.
inline MerkleHash defined_root(std::span<const MerkleHash> leaves) {
  if (leaves.empty()) return sha256("");
  if (leaves.size() == 1) return leaves[0];
  std::size_t split = 1;
  while (split * 2 < leaves.size()) split *= 2;
  return node_hash(defined_root(leaves.first(split)), defined_root(leaves.subspan(split)));
}

}  // namespace preshift::testing
