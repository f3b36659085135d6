#pragma once

#include "json_document.hpp"
#include "result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace preshift {

enum class JsonFault {
  too_large,      ///< more bytes than k_largest_json
  malformed,      ///< not JSON (RFC 8259), a byte order mark, a NUL, not UTF-8, or half a surrogate pair
  duplicate_key,  ///< two members of one object have the same name: readers would differ on which counts
  too_deep,       ///< nested deeper than k_deepest_json
  huge_number,    ///< beyond what a double holds or, written as an integer, beyond 2^53 - 1
};

struct JsonRefusal {
  JsonFault fault = JsonFault::malformed;
  std::size_t byte = 0;  ///< where, counted from 1; 0 when not known
  std::string key{};     ///< the duplicate
};

inline constexpr std::size_t k_largest_json = 1024 * 1024;
inline constexpr std::size_t k_deepest_json = 32;

/// Reads a document of strangers as I-JSON (RFC 7493): what every reader understands the same way, and
/// nothing else. Takes time and memory in proportion to the text.
[[nodiscard]] Expected<Json, JsonRefusal> read_strict_json(std::string_view text);

}  // namespace preshift
