#include "cbor_input.hpp"

namespace preshift {
namespace {

/// The kinds of values (major types), and the simple values among them.
enum Kind : unsigned { k_number = 0, k_bytes = 2, k_text = 3, k_array = 4, k_map = 5 };
enum Simple : std::uint8_t { k_false = 0xF4, k_true = 0xF5, k_null = 0xF6 };

}  // namespace

std::optional<std::uint64_t> CborInput::head(unsigned kind) {
  constexpr unsigned k_one_byte_follows = 24;
  constexpr unsigned k_eight_bytes_follow = 27;
  if (m_rest.empty() || m_rest.front() >> 5U != kind) return std::nullopt;
  const unsigned information = m_rest.front() & 31U;
  m_rest = m_rest.subspan(1);
  if (information < k_one_byte_follows) return information;
  if (information > k_eight_bytes_follow) return std::nullopt;
  const std::size_t size = std::size_t{1} << (information - k_one_byte_follows);
  if (m_rest.size() < size) return std::nullopt;
  std::uint64_t value = 0;
  for (const std::uint8_t byte : m_rest.first(size)) value = value << 8U | byte;
  m_rest = m_rest.subspan(size);
  return value;
}

std::optional<std::span<const std::uint8_t>> CborInput::run(unsigned kind) {
  const auto size = head(kind);
  if (!size || *size > m_rest.size()) return std::nullopt;
  const auto taken = m_rest.first(static_cast<std::size_t>(*size));
  m_rest = m_rest.subspan(taken.size());
  return taken;
}

std::optional<std::uint64_t> CborInput::number() {
  return head(k_number);
}

std::optional<std::vector<std::uint8_t>> CborInput::bytes() {
  const auto taken = run(k_bytes);
  if (!taken) return std::nullopt;
  return std::vector<std::uint8_t>(taken->begin(), taken->end());
}

std::optional<std::string> CborInput::text() {
  const auto taken = run(k_text);
  if (!taken) return std::nullopt;
  return std::string(taken->begin(), taken->end());
}

std::optional<std::uint64_t> CborInput::array() {
  return head(k_array);
}

std::optional<std::uint64_t> CborInput::map() {
  return head(k_map);
}

std::optional<bool> CborInput::flag() {
  if (m_rest.empty() || (m_rest.front() != k_false && m_rest.front() != k_true)) return std::nullopt;
  const bool is_true = m_rest.front() == k_true;
  m_rest = m_rest.subspan(1);
  return is_true;
}

bool CborInput::take_null() {
  if (m_rest.empty() || m_rest.front() != k_null) return false;
  m_rest = m_rest.subspan(1);
  return true;
}

}  // namespace preshift
