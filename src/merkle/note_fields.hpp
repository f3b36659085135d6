#pragma once

#include "base64.hpp"
#include "merkle_tree.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace preshift {

// How checkpoints and proofs write numbers and hashes; for the sources of this folder alone.

/// Digits alone, without leading zeros; none for anything else.
[[nodiscard]] inline std::optional<std::uint64_t> read_decimal(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = error == std::errc{} && end == text.data() + text.size();
  if (!is_whole || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  return value;
}

[[nodiscard]] inline std::optional<MerkleHash> hash_of_base64(std::string_view text) {
  MerkleHash hash{};
  const auto bytes = from_base64(text);
  if (!bytes || bytes->size() != hash.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), hash.begin());
  return hash;
}

}  // namespace preshift
