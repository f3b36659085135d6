#include "text_by_id.hpp"

#include "audit_texts.hpp"
#include "calibration_texts.hpp"
#include "certificate_texts.hpp"
#include "journal_texts.hpp"
#include "json_texts.hpp"
#include "rules_texts.hpp"
#include "sensing_texts.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace preshift {
namespace {

std::optional<Text> found(std::string_view id) {
  const std::span<const Text> tables[] = {k_sensing_texts,     k_rules_texts,   k_calibration_texts,
                                          k_certificate_texts, k_journal_texts, k_json_texts,
                                          k_audit_texts};
  for (const auto table : tables) {
    const auto text =
        std::find_if(table.begin(), table.end(), [&](const Text& each) { return each.id == id; });
    if (text != table.end()) return *text;
  }
  return std::nullopt;
}

}  // namespace

std::string words_of_reason(std::string_view id, const std::vector<std::string>& arguments,
                            Language language) {
  constexpr std::size_t k_most_places = 8;
  const auto text = found(id);
  if (!text) return printable(id);
  Message message{*text, {}};
  message.arguments.assign(arguments.begin(), arguments.end());
  while (message.arguments.size() < k_most_places) message.arguments.emplace_back("…");
  return render(message, language);
}

}  // namespace preshift
