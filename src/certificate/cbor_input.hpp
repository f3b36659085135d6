#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace preshift {

/// Takes values from the front of CBOR (RFC 8949), of the kinds that a compact form has: what somebody else
/// wrote, so that it never takes more memory than there are bytes, nor calls itself. Each function gives
/// none, and leaves the input of no use, when something else is there.
class CborInput {
 public:
  explicit CborInput(std::span<const std::uint8_t> bytes) : m_rest(bytes) {}

  [[nodiscard]] bool is_at_end() const { return m_rest.empty(); }

  [[nodiscard]] std::optional<std::uint64_t> number();  ///< not negative
  [[nodiscard]] std::optional<std::vector<std::uint8_t>> bytes();
  [[nodiscard]] std::optional<std::string> text();
  [[nodiscard]] std::optional<std::uint64_t> array();  ///< its size; the items follow
  [[nodiscard]] std::optional<std::uint64_t> map();    ///< the number of its pairs, which follow
  [[nodiscard]] std::optional<bool> flag();

  /// Whether a null comes next, which is then taken.
  [[nodiscard]] bool take_null();

 private:
  std::optional<std::uint64_t> head(unsigned kind);
  std::optional<std::span<const std::uint8_t>> run(unsigned kind);

  std::span<const std::uint8_t> m_rest;
};

}  // namespace preshift
