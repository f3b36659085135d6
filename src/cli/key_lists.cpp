#include "key_lists.hpp"

#include "did_key.hpp"
#include "file_bytes.hpp"
#include "listed_words.hpp"
#include "signing_texts.hpp"

#include <vector>

namespace preshift {
namespace {

constexpr std::size_t k_most_list_bytes = 4 * 1024 * 1024;

/// The words of this list.
Result<std::vector<ListedWord>> words_in(const std::string& file) {
  const auto text = read_file(file, k_most_list_bytes);
  if (!text) return unusable_input(signing_text("option.no_list"), file);
  return listed_words(*text);
}

}  // namespace

Result<std::set<std::string>> listed_keys(const std::vector<std::string>& given) {
  std::set<std::string> trusted;
  for (const std::string& each : given) {
    if (key_of_did(each)) {
      trusted.insert(each);
      continue;
    }
    const auto words = words_in(each);
    if (!words) return Failure{words.error()};
    for (const auto& [word, line] : *words) {
      if (!key_of_did(word))
        return unusable_input(signing_text("option.bad_trusted"), each, static_cast<double>(line), word);
      trusted.insert(word);
    }
  }
  return trusted;
}

Result<std::set<std::string>> revoked_names(const Arguments& arguments) {
  std::set<std::string> revoked;
  const auto file = arguments.value("--revoked");
  if (!file) return revoked;
  const auto words = words_in(*file);
  if (!words) return Failure{words.error()};
  for (const ListedWord& each : *words) revoked.insert(each.word);
  return revoked;
}

}  // namespace preshift
