#pragma once

#include "data_integrity.hpp"
#include "ed25519.hpp"
#include "json_document.hpp"
#include "key_succession.hpp"
#include "problem.hpp"
#include "sealing.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// What is known of a stored key without its secret.
struct KeyRecord {
  PublicKey key{};
  std::chrono::sys_seconds created{};
  std::array<std::uint8_t, 16> device_salt{};  ///< for device_pseudonym; it stays when the key is changed
  std::optional<Sealed> sealing;  ///< how the secret is sealed, without its bytes; none: it is not
  std::vector<Json> rotations;    ///< each old key's statement of its successor, oldest first
};

/// Where the user's key is: key.json in the configuration folder; empty when there is none.
///
/// Two files for one key. key.json (`preshift-key/1`) is the record. The secret stands beside it in
/// key-z6Mk....secret, which is named after the public key: the 32 bytes of RFC 8032, or those sealed. Never
/// is it part of a text that a reader of JSON copies around. A new key's secret is written before the record
/// that names it, and an old one is removed after, so that the power can fail at any moment. Both can be read
/// by the user alone (mode 0600); a secret that others can read is refused.
[[nodiscard]] std::filesystem::path key_file();

/// Asks for the passphrase, when one is needed.
using PassphraseSource = std::function<Result<SecretBytes>()>;

/// None when there is no file.
[[nodiscard]] Result<std::optional<KeyRecord>> read_key_record(const std::filesystem::path& file);

/// Makes a key, sealed by the passphrase if there is one. Refuses when there is a key already.
[[nodiscard]] Result<KeyRecord> create_key(const std::filesystem::path& file,
                                           const std::optional<SecretBytes>& passphrase,
                                           std::chrono::sys_seconds now);

/// Puts a new key in the old one's place; the old key signs that the new one follows it, and its secret is
/// removed.
[[nodiscard]] Result<KeyRecord> rotate_key(const std::filesystem::path& file,
                                           const PassphraseSource& old_passphrase,
                                           const std::optional<SecretBytes>& passphrase,
                                           std::chrono::sys_seconds now);

/// The key of this record, for signing.
[[nodiscard]] Result<SigningKey> unlock_key(const std::filesystem::path& file, const KeyRecord& record,
                                            const PassphraseSource& passphrase);

/// What others may have: `preshift-public-key/1`, with the statements of succession.
[[nodiscard]] Json public_part(const KeyRecord& record);

}  // namespace preshift
