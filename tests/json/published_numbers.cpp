#include "published_numbers.hpp"

#include "sha256.hpp"

#include <bit>
#include <cmath>
#include <string_view>

namespace preshift::testing {
namespace {

constexpr std::uint64_t k_sign = 0x8000000000000000;
constexpr std::uint64_t k_smallest_normal = 0x0010000000000000;
constexpr std::uint64_t k_in_a_row = 2000;

/// A third of the powers of ten from 10^22 down, rounding as they go; the sequence has them negative, then
/// positive.
constexpr std::uint64_t k_thirds[] = {
    0x446696695dbd1cc3, 0x443211ede4974a35, 0x43fce97ca0f21056, 0x43c7213080c1a6ac, 0x439280f39a348556,
    0x435d9b1f5d20d557, 0x4327af4c4a80aaac, 0x42f2f2a36ecd5556, 0x42be51057e155558, 0x428840d131aaaaac,
    0x4253670dc1555557, 0x421f0b4935555557, 0x41e8d5d42aaaaaac, 0x41b3de4355555556, 0x417fca0555555556,
    0x41496e6aaaaaaaab, 0x4114585555555555, 0x40e046aaaaaaaaab, 0x40aa0aaaaaaaaaaa, 0x4074d55555555555,
    0x4040aaaaaaaaaaab, 0x400aaaaaaaaaaaab, 0x3fd5555555555555, 0x3fa1111111111111, 0x3f6b4e81b4e81b4f,
    0x3f35d867c3ece2a5, 0x3f0179ec9cbd821e, 0x3ecbf647612f3696, 0x3e965e9f80f29212, 0x3e61e54c672874db,
    0x3e2ca213d840baf8, 0x3df6e80fe033c8c6, 0x3dc2533fe68fd3d2, 0x3d8d51ffd74c861c, 0x3d5774ccac3d3817,
    0x3d22c3d6f030f9ac, 0x3cee0624b3818f79, 0x3cb804ea293472c7, 0x3c833721ba905bd3, 0x3c4ebe9c5db3c61e,
    0x3c18987d17c304e5, 0x3be3ad30dfcf371d, 0x3baf7b816618582f, 0x3b792f9ab81379bf, 0x3b442615600f9499,
    0x3b101e77800c76e1, 0x3ad9ca58cce0be35, 0x3aa4a1e0a3e6fe90, 0x3a708180831f320d, 0x3a3a68cd9e985016,
};

constexpr std::uint64_t k_edges[] = {
    0x4024000000000000, 0x4014000000000000, 0x3fe0000000000000, 0x3fa999999999999a, 0x3f747ae147ae147b,
    0x3f40624dd2f1a9fc, 0x3f0a36e2eb1c432d, 0x3ed4f8b588e368f1, 0x3ea0c6f7a0b5ed8d, 0x3e6ad7f29abcaf48,
    0x3e35798ee2308c3a, 0x3ed539223589fa95, 0x3ed4ff26cd5a7781, 0x3ed4f95a762283ff, 0x3ed4f8c60703520c,
    0x3ed4f8b72f19cd0d, 0x3ed4f8b5b31c0c8d, 0x3ed4f8b58d1c461a, 0x3ed4f8b5894f7f0e, 0x3ed4f8b588ee37f3,
    0x3ed4f8b588e47da4, 0x3ed4f8b588e3849c, 0x3ed4f8b588e36bb5, 0x3ed4f8b588e36937, 0x3ed4f8b588e368f8,
    0x3ed4f8b588e368f1, 0x3ff0000000000000, 0xbff0000000000000, 0xbfeffffffffffffa, 0xbfeffffffffffffb,
    0x3feffffffffffffa, 0x3feffffffffffffb, 0x3feffffffffffffc, 0x3feffffffffffffe, 0xbfefffffffffffff,
    0xbfefffffffffffff, 0x3fefffffffffffff, 0x3fefffffffffffff, 0x3fd3333333333332, 0x3fd3333333333333,
    0x3fd3333333333334, 0x0010000000000000, 0x000ffffffffffffd, 0x000fffffffffffff, 0x7fefffffffffffff,
    0xffefffffffffffff, 0x4340000000000000, 0xc340000000000000, 0x4430000000000000, 0x44b52d02c7e14af5,
    0x44b52d02c7e14af6, 0x44b52d02c7e14af7, 0x444b1ae4d6e2ef4e, 0x444b1ae4d6e2ef4f, 0x444b1ae4d6e2ef50,
    0x3eb0c6f7a0b5ed8c, 0x3eb0c6f7a0b5ed8d, 0x41b3de4355555553, 0x41b3de4355555554, 0x41b3de4355555555,
    0x41b3de4355555556, 0x41b3de4355555557, 0xbecbf647612f3696, 0x43143ff3c1cb0959,
};

}  // namespace

PublishedNumbers::PublishedNumbers() : m_first{0, k_sign, 1, k_sign | 1} {
  for (const std::uint64_t third : k_thirds) m_first.push_back(third | k_sign);
  for (const std::uint64_t third : k_thirds) m_first.push_back(third);
  for (const std::uint64_t edge : k_edges) m_first.push_back(edge);
  for (std::uint64_t step = 0; step < k_in_a_row; ++step) m_first.push_back(k_smallest_normal + step);
}

double PublishedNumbers::next() {
  if (m_place < m_first.size()) return std::bit_cast<double>(m_first[m_place++]);
  double number = next_of_chain();
  while (number == 0 || !std::isfinite(number)) number = next_of_chain();
  return number;
}

double PublishedNumbers::next_of_chain() {
  if (m_used == m_block.size()) {
    m_block = sha256({reinterpret_cast<const char*>(m_block.data()), m_block.size()});
    m_used = 0;
  }
  std::uint64_t bits = 0;
  for (unsigned byte = 0; byte < 8; ++byte) bits |= std::uint64_t{m_block[m_used++]} << (8 * byte);
  return std::bit_cast<double>(bits);
}

}  // namespace preshift::testing
