#pragma once

#include "secret_bytes.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace preshift {

/// How much work it is to try one passphrase: scrypt (RFC 7914) needs 128 * cost * block_size bytes of memory
/// and passes over them `parallel` times.
struct ScryptWork {
  std::uint64_t cost = std::uint64_t{1} << 17U;  ///< a power of two
  std::uint32_t block_size = 8;
  std::uint32_t parallel = 1;
};

/// A secret that only who knows the passphrase can read: encrypted and authenticated by ChaCha20-Poly1305
/// (RFC 8439) under a key that scrypt makes of the passphrase.
struct Sealed {
  ScryptWork work;
  std::array<std::uint8_t, 16> salt{};
  std::array<std::uint8_t, 12> nonce{};
  std::vector<std::uint8_t> bytes;  ///< as long as the secret, then 16 bytes of tag
};

[[nodiscard]] Sealed seal(const SecretBytes& secret, const SecretBytes& passphrase,
                          const ScryptWork& work = {});

/// None when the passphrase is wrong or anything was altered: the two cannot be told apart. None too, before
/// any work, when the work is out of all measure (over 512 MiB or 16 passes), so that a file cannot exhaust
/// the machine.
[[nodiscard]] std::optional<SecretBytes> open_sealed(const Sealed& sealed, const SecretBytes& passphrase);

}  // namespace preshift
