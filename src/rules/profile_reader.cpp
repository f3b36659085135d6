#include "condition_reader.hpp"
#include "excerpt.hpp"
#include "file_bytes.hpp"
#include "profile.hpp"
#include "rules_texts.hpp"
#include "yaml_fields.hpp"
#include "yaml_tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 4> k_profile_keys{"profile", "version", "title", "rules"};
constexpr std::array<std::string_view, 6> k_described_keys{"id",    "requirement", "severity",
                                                           "title", "rationale",   "remedy"};
constexpr std::array<std::string_view, 2> k_languages{"en", "fr"};
constexpr std::array k_severities{Severity::required, Severity::advisory, Severity::informational};

/// Lower-case words of ASCII letters and digits, the first beginning with a letter, joined by one of
/// `joints`.
bool is_name(std::string_view text, std::string_view joints) {
  constexpr std::size_t k_longest = 64;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (text.empty() || text.size() > k_longest || !is_letter(text.front())) return false;
  bool after_joint = false;
  for (const char c : text) {
    const bool joint = joints.find(c) != std::string_view::npos;
    const bool letter_or_digit = is_letter(c) || (c >= '0' && c <= '9');
    if ((!joint && !letter_or_digit) || (joint && after_joint)) return false;
    after_joint = joint;
  }
  return !after_joint;
}

constexpr auto rule_keys() {
  std::array<std::string_view, k_described_keys.size() + k_condition_keys.size()> keys;
  const auto condition_keys = std::copy(k_described_keys.begin(), k_described_keys.end(), keys.begin());
  std::copy(k_condition_keys.begin(), k_condition_keys.end(), condition_keys);
  return keys;
}

std::array<std::string_view, k_severities.size()> severity_words() {
  std::array<std::string_view, k_severities.size()> words;
  std::transform(k_severities.begin(), k_severities.end(), words.begin(),
                 [](Severity severity) { return to_string(severity); });
  return words;
}

/// Reads one profile; what is wrong is in `problems()`, in the order of the file's structure.
class ProfileReader {
 public:
  explicit ProfileReader(const YamlSource& source) : m_fields(source) {}

  [[nodiscard]] Profile read(const YamlNode& root) {
    Profile profile;
    if (root.kind != YamlKind::mapping) {
      m_fields.refuse(root.offset, rules_text("profile.not_keys"));
      return profile;
    }
    m_fields.refuse_other_keys(root, k_profile_keys);
    profile.name = name(root, "profile", "-", rules_text("profile.name"));
    if (const YamlNode* value = m_fields.required(root, "version")) profile.version = version(*value);
    profile.title = translations(root, "title");
    if (const YamlNode* value = m_fields.required(root, "rules")) profile.rules = rules(*value);
    return profile;
  }

  [[nodiscard]] const std::vector<Problem>& problems() const { return m_fields.problems(); }

 private:
  [[nodiscard]] std::string name(const YamlNode& mapping, std::string_view key, std::string_view joints,
                                 const Text& complaint) {
    std::string text = m_fields.required_text(mapping, key);
    if (!text.empty() && !is_name(text, joints)) {
      m_fields.refuse(mapping.find(key)->value.offset, complaint, excerpt(text));
    }
    return text;
  }

  [[nodiscard]] int version(const YamlNode& value) {
    constexpr int k_highest = 999'999;
    const std::string text = m_fields.text(value, "version");
    if (text.empty()) return 0;
    int number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
    if (!whole || value.quoted || number < 1 || number > k_highest) {
      m_fields.refuse(value.offset, rules_text("profile.version"), excerpt(text));
    }
    return number;
  }

  [[nodiscard]] LocalizedText translations(const YamlNode& mapping, std::string_view key) {
    const YamlNode* value = m_fields.required(mapping, key);
    if (value == nullptr) return {};
    if (value->kind != YamlKind::mapping) {
      m_fields.refuse(value->offset, rules_text("translations.expected"), std::string(key));
      return {};
    }
    m_fields.refuse_other_keys(*value, k_languages);
    return {translation(*value, key, "en", rules_text("translations.no_english")),
            translation(*value, key, "fr", rules_text("translations.no_french"))};
  }

  [[nodiscard]] std::string translation(const YamlNode& languages, std::string_view key,
                                        std::string_view language, const Text& complaint) {
    const YamlEntry* entry = languages.find(language);
    if (entry != nullptr) return m_fields.text(entry->value, std::string(key) + "." + std::string(language));
    m_fields.refuse(languages.offset, complaint, std::string(key));
    return {};
  }

  [[nodiscard]] std::vector<Rule> rules(const YamlNode& list) {
    std::vector<Rule> read;
    if (list.kind == YamlKind::mapping || list.kind == YamlKind::scalar) {
      m_fields.refuse(list.offset, rules_text("profile.rules_not_list"));
    } else if (list.items.empty()) {
      m_fields.refuse(list.offset, rules_text("profile.no_rules"));
    }
    for (const YamlNode& item : list.items) {
      if (m_fields.is_full()) break;
      if (item.kind == YamlKind::mapping) {
        read.push_back(rule(item));
      } else {
        m_fields.refuse(item.offset, rules_text("rule.not_keys"));
      }
    }
    return read;
  }

  [[nodiscard]] Rule rule(const YamlNode& mapping) {
    Rule rule;
    m_fields.refuse_other_keys(mapping, rule_keys());
    rule.id = rule_id(mapping);
    rule.requirement = name(mapping, "requirement", "-", rules_text("rule.requirement"));
    rule.severity = severity(mapping);
    rule.title = translations(mapping, "title");
    rule.rationale = translations(mapping, "rationale");
    rule.remedy = translations(mapping, "remedy");
    rule.condition = read_condition(mapping, m_fields);
    return rule;
  }

  [[nodiscard]] std::string rule_id(const YamlNode& mapping) {
    std::string id = name(mapping, "id", ".-", rules_text("rule.id"));
    if (id.empty()) return id;
    const std::size_t offset = mapping.find("id")->value.offset;
    const auto [first, is_new] = m_offset_of_id.emplace(id, offset);
    if (!is_new) {
      const std::size_t first_line = m_fields.source().line(first->second);
      m_fields.refuse(offset, rules_text("rule.duplicate_id"), excerpt(id), std::to_string(first_line));
    }
    return id;
  }

  [[nodiscard]] Severity severity(const YamlNode& mapping) {
    const std::string word = m_fields.required_text(mapping, "severity");
    if (word.empty()) return Severity::required;
    for (const Severity severity : k_severities) {
      if (word == to_string(severity)) return severity;
    }
    m_fields.refuse_word(mapping.find("severity")->value, word, severity_words(),
                         rules_text("rule.severity_near"), rules_text("rule.severity"));
    return Severity::required;
  }

  YamlFields m_fields;
  std::map<std::string, std::size_t, std::less<>> m_offset_of_id;
};

Text file_complaint(FileError error) {
  switch (error) {
    case FileError::missing:
      return rules_text("rules_file.missing");
    case FileError::not_a_file:
      return rules_text("rules_file.not_a_file");
    case FileError::unreadable:
      return rules_text("rules_file.unreadable");
    case FileError::too_large:
      return rules_text("yaml.too_large");
  }
  return rules_text("rules_file.unreadable");
}

}  // namespace

Result<Profile> read_profile(std::string_view yaml, const std::string& place) {
  const YamlSource source(place, yaml);
  const Result<YamlNode> root = read_yaml(source);
  if (!root) return Failure<Problem>{root.error()};
  ProfileReader reader(source);
  Profile profile = reader.read(*root);
  if (!reader.problems().empty()) return Failure<Problem>{reader.problems().front()};
  return profile;
}

Result<Profile> read_profile_file(const std::filesystem::path& file) {
  const YamlSource source(file.string(), {});
  const auto bytes = read_file(file, k_largest_yaml_bytes);
  if (!bytes) {
    return unusable_input(file_complaint(bytes.error()), source.name(),
                          std::to_string(k_largest_yaml_bytes / 1024));
  }
  return read_profile(*bytes, file.string());
}

}  // namespace preshift
