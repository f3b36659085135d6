#pragma once

#include "json_document.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>

namespace preshift {

/// One key following another, by the word of the one that it follows (`preshift key rotate`).
struct Succession {
  std::string from;  ///< did:key
  std::string to;    ///< did:key
  std::chrono::sys_seconds at{};
};

inline constexpr const char* k_succession_format = "preshift-key-succession/1";

/// What a statement of succession says; none unless the old key signed it.
[[nodiscard]] std::optional<Succession> read_succession(const Json& statement);

/// Whether these statements lead from one key to the other, each signed by the key that it follows. No
/// statement leads nowhere, not even from a key to itself.
[[nodiscard]] bool lead_to(std::span<const Json> statements, std::string from, const std::string& to);

}  // namespace preshift
