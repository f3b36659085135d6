#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// Bytes that nobody else may see: a private key, a passphrase. They are overwritten before their memory is
/// given back, cannot be copied by accident, and nothing prints them.
class SecretBytes {
 public:
  SecretBytes() = default;
  explicit SecretBytes(std::size_t size) : m_bytes(size) {}
  explicit SecretBytes(std::span<const std::uint8_t> bytes) : m_bytes(bytes.begin(), bytes.end()) {}
  explicit SecretBytes(std::string_view text) : m_bytes(text.begin(), text.end()) {}
  ~SecretBytes();
  SecretBytes(SecretBytes&& other) noexcept;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;

  [[nodiscard]] std::span<std::uint8_t> bytes() { return m_bytes; }
  [[nodiscard]] std::span<const std::uint8_t> bytes() const { return m_bytes; }
  [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
  [[nodiscard]] bool empty() const { return m_bytes.empty(); }

 private:
  std::vector<std::uint8_t> m_bytes;  ///< never grows, so that no copy stays behind
};

/// Overwrites what a string holds, such as the text of a file with a key in it, and empties it.
void cleanse(std::string& text);

}  // namespace preshift
