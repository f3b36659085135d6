#pragma once

#include "arguments.hpp"
#include "key_store.hpp"

#include <chrono>
#include <filesystem>
#include <optional>

namespace preshift {

/// A key, ready to sign.
struct UnlockedKey {
  KeyRecord record;
  SigningKey key;
};

/// Now, in whole seconds.
[[nodiscard]] std::chrono::sys_seconds present_time();

/// The key's record: --key, else that of the user's configuration folder.
[[nodiscard]] std::filesystem::path chosen_key_file(const Arguments& arguments);

/// Where the passphrase of a sealed key comes from: the first line of --passphrase-file, else the person at
/// the terminal. It never stands on a command line, where everybody on the computer could read it.
[[nodiscard]] PassphraseSource passphrase_source(const Arguments& arguments, Language language);

/// For a new key: none unless --passphrase or --passphrase-file is given. Refuses a short one.
[[nodiscard]] Result<std::optional<SecretBytes>> new_passphrase(const Arguments& arguments,
                                                                Language language);

[[nodiscard]] Result<UnlockedKey> unlocked_key(const Arguments& arguments, Language language);

}  // namespace preshift
