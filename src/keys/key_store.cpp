#include "key_store.hpp"

#include "atomic_file.hpp"
#include "certificate.hpp"
#include "document_file.hpp"
#include "file_bytes.hpp"
#include "key_record_json.hpp"
#include "key_texts.hpp"
#include "private_file.hpp"
#include "random_bytes.hpp"
#include "user_folders.hpp"

#include <system_error>
#include <utility>

namespace preshift {
namespace {

namespace fs = std::filesystem;

fs::path secret_file(const fs::path& file, const PublicKey& key) {
  const std::string did = did_of(key);
  return file.parent_path() / ("key-" + did.substr(did.rfind(':') + 1) + ".secret");
}

std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Result<void> write(const fs::path& file, std::string_view bytes) {
  const auto written = replace_file(file, bytes);
  if (written) return {};
  return unusable_input(key_text("key.not_written"), file.string(), written.error());
}

/// The secret first, then the record that names it.
Result<void> store(const fs::path& file, const SigningKey& key, KeyRecord& record,
                   const std::optional<SecretBytes>& passphrase) {
  const fs::path secret = secret_file(file, record.key);
  record.sealing.reset();
  if (passphrase) {
    Sealed sealed = seal(key.seed(), *passphrase);
    if (auto written = write(secret, text_of(std::exchange(sealed.bytes, {}))); !written) return written;
    record.sealing = std::move(sealed);
  } else {
    const SecretBytes seed = key.seed();
    if (auto written = write(secret, text_of(seed.bytes())); !written) return written;
  }
  return write(file, written_document(written_record(record)));
}

Result<SecretBytes> read_secret(const fs::path& file) {
  constexpr std::size_t k_most_bytes = 1024;
  auto bytes = read_file(file, k_most_bytes);
  if (!bytes && bytes.error() == FileError::missing)
    return unusable_input(key_text("key.secret_missing"), file.string());
  if (!bytes) return unusable_input(key_text("key.unreadable"), file.string());
  SecretBytes secret{std::string_view(*bytes)};
  cleanse(*bytes);
  if (!is_private(file)) return unusable_input(key_text("key.exposed"), file.string());
  return secret;
}

}  // namespace

fs::path key_file() {
  const auto folder = configuration_folder();
  return folder.empty() ? folder : folder / "key.json";
}

Result<std::optional<KeyRecord>> read_key_record(const fs::path& file) {
  if (file.empty()) return unusable_input(key_text("key.no_folder"));
  std::error_code error;
  if (fs::status(file, error).type() == fs::file_type::not_found) return std::optional<KeyRecord>();
  const auto json = read_document_file(file);
  if (!json) return Failure{json.error()};
  auto record = read_record(*json);
  if (!record) return unusable_input(key_text("key.damaged"), file.string(), record.error());
  return std::optional(std::move(*record));
}

Result<KeyRecord> create_key(const fs::path& file, const std::optional<SecretBytes>& passphrase,
                             std::chrono::sys_seconds now) {
  const auto there = read_key_record(file);
  if (!there) return Failure{there.error()};
  if (*there) return unusable_input(key_text("key.there_already"), file.string());
  const SigningKey key = SigningKey::make();
  KeyRecord record;
  record.key = key.public_key();
  record.created = now;
  fill_with_random(record.device_salt);
  if (auto stored = store(file, key, record, passphrase); !stored) return Failure{stored.error()};
  return record;
}

Result<KeyRecord> rotate_key(const fs::path& file, const PassphraseSource& old_passphrase,
                             const std::optional<SecretBytes>& passphrase, std::chrono::sys_seconds now) {
  const auto there = read_key_record(file);
  if (!there) return Failure{there.error()};
  if (!*there) return unusable_input(key_text("key.not_made"));
  const auto old_key = unlock_key(file, **there, old_passphrase);
  if (!old_key) return Failure{old_key.error()};
  const SigningKey key = SigningKey::make();
  KeyRecord record = **there;
  record.key = key.public_key();
  record.created = now;
  record.rotations.push_back(succession_statement(*old_key, record.key, now));
  if (auto stored = store(file, key, record, passphrase); !stored) return Failure{stored.error()};
  std::error_code ignored;
  fs::remove(secret_file(file, (*there)->key), ignored);
  return record;
}

Result<SigningKey> unlock_key(const fs::path& file, const KeyRecord& record,
                              const PassphraseSource& passphrase) {
  const fs::path place = secret_file(file, record.key);
  auto secret = read_secret(place);
  if (!secret) return Failure{secret.error()};
  if (record.sealing) {
    const auto words = passphrase();
    if (!words) return Failure{words.error()};
    Sealed sealed = *record.sealing;
    sealed.bytes.assign(secret->bytes().begin(), secret->bytes().end());
    auto opened = open_sealed(sealed, *words);
    if (!opened) return unusable_input(key_text("key.wrong_passphrase"), place.string());
    secret = std::move(*opened);
  }
  auto key = SigningKey::from_seed(secret->bytes());
  if (!key || key->public_key() != record.key)
    return unusable_input(key_text("key.secret_wrong"), place.string());
  return std::move(*key);
}

}  // namespace preshift
