#include "signing_options.hpp"

#include "file_bytes.hpp"
#include "secret_input.hpp"
#include "signing_texts.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace preshift {
namespace {

constexpr std::size_t k_shortest_passphrase = 8;

Result<SecretBytes> passphrase_in(const std::string& file) {
  constexpr std::size_t k_most_bytes = 4096;
  auto text = read_file(file, k_most_bytes);
  if (!text) return unusable_input(signing_text("passphrase.unreadable"), file);
  SecretBytes passphrase(std::string_view(*text).substr(0, text->find_first_of("\r\n")));
  cleanse(*text);
  if (passphrase.empty()) return unusable_input(signing_text("passphrase.unreadable"), file);
  return passphrase;
}

Result<SecretBytes> typed_passphrase(const Text& question, Language language) {
  auto text = ask_for_secret(std::string(question.in(language)) + " ");
  if (!text) return unusable_input(signing_text("passphrase.nobody_to_ask"));
  SecretBytes passphrase{std::string_view(*text)};
  cleanse(*text);
  return passphrase;
}

/// Asked for twice, as nobody sees what they type.
Result<SecretBytes> chosen_by_typing(Language language) {
  auto first = typed_passphrase(signing_text("passphrase.new"), language);
  if (!first) return first;
  const auto second = typed_passphrase(signing_text("passphrase.again"), language);
  if (!second) return Failure{second.error()};
  if (!std::ranges::equal(first->bytes(), second->bytes()))
    return unusable_input(signing_text("passphrase.differ"));
  return first;
}

}  // namespace

std::chrono::sys_seconds present_time() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::filesystem::path chosen_key_file(const Arguments& arguments) {
  const auto chosen = arguments.value("--key");
  return chosen ? std::filesystem::path(*chosen) : key_file();
}

PassphraseSource passphrase_source(const Arguments& arguments, Language language) {
  if (const auto file = arguments.value("--passphrase-file"))
    return [file = *file] { return passphrase_in(file); };
  return [language] { return typed_passphrase(signing_text("passphrase.ask"), language); };
}

Result<std::optional<SecretBytes>> new_passphrase(const Arguments& arguments, Language language) {
  const auto file = arguments.value("--passphrase-file");
  if (!file && !arguments.has("--passphrase")) return std::optional<SecretBytes>();
  auto passphrase = file ? passphrase_in(*file) : chosen_by_typing(language);
  if (!passphrase) return Failure{passphrase.error()};
  if (passphrase->size() < k_shortest_passphrase)
    return unusable_input(signing_text("passphrase.short"), static_cast<double>(k_shortest_passphrase));
  return std::optional<SecretBytes>(std::move(*passphrase));
}

Result<UnlockedKey> unlocked_key(const Arguments& arguments, Language language) {
  const auto file = chosen_key_file(arguments);
  auto record = read_key_record(file);
  if (!record) return Failure{record.error()};
  if (!*record) return unusable_input(signing_text("key.none_yet"), file.string());
  auto key = unlock_key(file, **record, passphrase_source(arguments, language));
  if (!key) return Failure{key.error()};
  return UnlockedKey{std::move(**record), std::move(*key)};
}

}  // namespace preshift
