#include "yaml_fields.hpp"

#include "edit_distance.hpp"
#include "excerpt.hpp"
#include "rules_texts.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 2> k_languages{"en", "fr"};

/// Whether its only blanks are single spaces between words.
bool has_single_blanks(std::string_view text) {
  bool is_after_blank = true;
  for (const char c : text) {
    const bool is_space = c == ' ';
    if ((is_space && is_after_blank) || c == '\t' || c == '\n' || c == '\r') return false;
    is_after_blank = is_space;
  }
  return !text.ends_with(' ');
}

std::string with_single_blanks(std::string_view text) {
  if (has_single_blanks(text)) return std::string(text);
  std::string folded;
  folded.reserve(text.size());
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

}  // namespace

void YamlFields::refuse(std::size_t offset, Message message) {
  if (is_full()) return;
  Place place = m_source.place(offset);
  message.arguments.front() = to_string(place);
  m_problems.push_back({std::move(place), std::move(message)});
}

void YamlFields::refuse_other_keys(const YamlNode& mapping, std::span<const std::string_view> known) {
  for (const YamlEntry& entry : mapping.entries) {
    if (is_full()) return;
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    const std::string_view near = nearest_word(entry.key, known);
    if (near.empty()) {
      refuse(entry.key_offset, rules_text("key.unknown"), excerpt(entry.key), joined(known));
    } else {
      refuse(entry.key_offset, rules_text("key.unknown_near"), excerpt(entry.key), std::string(near));
    }
  }
}

const YamlNode* YamlFields::required(const YamlNode& mapping, std::string_view key) {
  const YamlEntry* entry = mapping.find(key);
  if (entry != nullptr) return &entry->value;
  refuse(mapping.offset, rules_text("key.missing"), std::string(key));
  return nullptr;
}

std::string YamlFields::required_text(const YamlNode& mapping, std::string_view key) {
  const YamlNode* value = required(mapping, key);
  return value == nullptr ? std::string{} : text(*value, key);
}

std::string YamlFields::text(const YamlNode& value, std::string_view key) {
  if (value.kind == YamlKind::mapping || value.kind == YamlKind::sequence) {
    refuse(value.offset, rules_text("value.not_text"), std::string(key));
    return {};
  }
  std::string text = with_single_blanks(value.scalar);
  if (text.empty()) {
    refuse(value.offset, rules_text("value.empty"), std::string(key));
  } else if (!is_printable(text)) {  // written as an escape, such as "\e[2J"
    refuse(value.offset, rules_text("value.control_character"), std::string(key));
    return {};
  }
  return text;
}

LocalizedText YamlFields::required_translations(const YamlNode& mapping, std::string_view key) {
  const YamlNode* value = required(mapping, key);
  return value == nullptr ? LocalizedText{} : translations(*value, key);
}

LocalizedText YamlFields::translations(const YamlNode& value, std::string_view key) {
  if (value.kind != YamlKind::mapping) {
    refuse(value.offset, rules_text("translations.expected"), std::string(key));
    return {};
  }
  refuse_other_keys(value, k_languages);
  return {translation(value, key, "en", rules_text("translations.no_english")),
          translation(value, key, "fr", rules_text("translations.no_french"))};
}

std::string YamlFields::translation(const YamlNode& languages, std::string_view key,
                                    std::string_view language, const Text& complaint) {
  const YamlEntry* entry = languages.find(language);
  if (entry != nullptr) return text(entry->value, std::string(key) + "." + std::string(language));
  refuse(languages.offset, complaint, std::string(key));
  return {};
}

std::optional<std::size_t> YamlFields::choice(const YamlNode& mapping, std::string_view key,
                                              std::span<const std::string_view> words,
                                              const Text& near_complaint, const Text& complaint) {
  const YamlEntry* entry = mapping.find(key);
  if (entry == nullptr) return std::nullopt;
  const std::string word = text(entry->value, key);
  if (word.empty()) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  refuse_word(entry->value, word, words, near_complaint, complaint, key);
  return std::nullopt;
}

std::optional<std::size_t> YamlFields::choice(const YamlNode& mapping, std::string_view key,
                                              std::span<const std::string_view> words) {
  return choice(mapping, key, words, rules_text("word.unknown_near"), rules_text("word.unknown"));
}

void YamlFields::refuse_word(const YamlNode& value, std::string_view word,
                             std::span<const std::string_view> known, const Text& near_complaint,
                             const Text& complaint, std::string_view subject) {
  const std::string_view near = nearest_word(word, known);
  const bool is_near = !near.empty();
  refuse(value.offset, is_near ? near_complaint : complaint, excerpt(word),
         is_near ? std::string(near) : joined(known), std::string(subject));
}

std::string joined(std::span<const std::string_view> words) {
  std::string all;
  for (const std::string_view word : words) {
    if (!all.empty()) all += ", ";
    all += word;
  }
  return all;
}

}  // namespace preshift
