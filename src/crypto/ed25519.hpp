#pragma once

#include "secret_bytes.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace preshift {

/// Ed25519 (RFC 8032, PureEdDSA).
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// A private key. It stays in OpenSSL's memory, which is overwritten when it is freed; signing takes the same
/// time for every key and message of a length.
class SigningKey {
 public:
  [[nodiscard]] static SigningKey make();

  /// Of the 32 bytes that RFC 8032 calls the private key; none for another number of bytes.
  [[nodiscard]] static std::optional<SigningKey> from_seed(std::span<const std::uint8_t> seed);

  ~SigningKey();
  SigningKey(SigningKey&&) noexcept;
  SigningKey& operator=(SigningKey&&) noexcept;

  [[nodiscard]] PublicKey public_key() const;
  [[nodiscard]] Signature sign(std::string_view message) const;

  /// For storing it, and for nothing else.
  [[nodiscard]] SecretBytes seed() const;

 private:
  struct Handle;
  explicit SigningKey(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> m_handle;
};

/// Whether this key signed this message. Refuses a signature whose S is not below the group's order, so that
/// nobody can make a second valid signature of one.
[[nodiscard]] bool is_signed_by(const PublicKey& key, const Signature& signature, std::string_view message);

}  // namespace preshift
