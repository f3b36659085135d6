#include "key_lists.hpp"

#include "did_key.hpp"
#include "file_bytes.hpp"
#include "signing_texts.hpp"

#include <algorithm>
#include <string_view>

namespace preshift {
namespace {

constexpr std::size_t k_most_list_bytes = 4 * 1024 * 1024;

/// The lines of a list, each without what follows a #, without spaces around it; empty ones are left out.
template <class Take>
Result<void> for_each_line(const std::string& file, Take&& take) {
  const auto text = read_file(file, k_most_list_bytes);
  if (!text) return unusable_input(signing_text("option.no_list"), file);
  double number = 0;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    line = line.substr(0, line.find('#'));
    const std::size_t first = line.find_first_not_of(" \t\r");
    ++number;
    if (first == std::string_view::npos) continue;
    const std::string word(line.substr(first, line.find_last_not_of(" \t\r") + 1 - first));
    if (auto taken = take(word, number); !taken) return taken;
  }
  return {};
}

}  // namespace

Result<std::set<std::string>> listed_keys(const std::vector<std::string>& given) {
  std::set<std::string> trusted;
  for (const std::string& each : given) {
    if (key_of_did(each)) {
      trusted.insert(each);
      continue;
    }
    auto read = for_each_line(each, [&](const std::string& word, double number) -> Result<void> {
      if (!key_of_did(word)) return unusable_input(signing_text("option.bad_trusted"), each, number, word);
      trusted.insert(word);
      return {};
    });
    if (!read) return Failure{read.error()};
  }
  return trusted;
}

Result<std::set<std::string>> revoked_names(const Arguments& arguments) {
  std::set<std::string> revoked;
  const auto file = arguments.value("--revoked");
  if (!file) return revoked;
  auto read = for_each_line(*file, [&](const std::string& word, double) -> Result<void> {
    revoked.insert(word);
    return {};
  });
  if (!read) return Failure{read.error()};
  return revoked;
}

}  // namespace preshift
