#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace preshift::testing {

/// The sequence of doubles of the published number test for RFC 8785 (cyberphone/json-canonicalization,
/// testdata): edge cases, then 2000 in a row from the smallest normal number on, then what a chain of SHA-256
/// over 32 zero bytes gives, taken as doubles with the lowest byte first, without zeros and what is not
/// finite.
class PublishedNumbers {
 public:
  PublishedNumbers();
  [[nodiscard]] double next();

 private:
  [[nodiscard]] double next_of_chain();

  std::vector<std::uint64_t> m_first;
  std::size_t m_place = 0;
  std::array<std::uint8_t, 32> m_block{};
  std::size_t m_used = 32;
};

}  // namespace preshift::testing
