#pragma once

#include "audit_rows.hpp"
#include "merkle_tree.hpp"
#include "sql_database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

// How values are written in columns; for the sources of this folder alone.

/// 32 bytes; none when it is no SHA-256 digest in lower-case hexadecimal.
[[nodiscard]] std::optional<std::string> packed_digest(std::string_view hexadecimal);
[[nodiscard]] std::string unpacked_digest(std::string_view bytes);

/// `urn:uuid:...` as 16 bytes behind a `u`, any other id behind a `t`: half of the index.
[[nodiscard]] std::string packed_id(std::string_view id);
[[nodiscard]] std::string unpacked_id(std::string_view bytes);

/// What both databases can hold as text: UTF-8 without the character 0, which documents of strangers may
/// have.
[[nodiscard]] std::string storable_text(std::string_view text);

[[nodiscard]] inline SqlValue bytes_or_null(const std::string& bytes) {
  if (bytes.empty()) return std::monostate{};
  return SqlBytes{bytes};
}

[[nodiscard]] inline SqlBytes bytes_of(const MerkleHash& hash) {
  return {{reinterpret_cast<const char*>(hash.data()), hash.size()}};
}
/// Of another number of bytes: zeros, which no leaf hashes to.
[[nodiscard]] MerkleHash hash_of(std::string_view bytes);

[[nodiscard]] inline std::int64_t seconds_of(std::chrono::sys_seconds moment) {
  return moment.time_since_epoch().count();
}
[[nodiscard]] inline std::chrono::sys_seconds moment_of(std::int64_t seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

}  // namespace preshift
