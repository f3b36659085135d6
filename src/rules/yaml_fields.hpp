#pragma once

#include "localized_text.hpp"
#include "yaml_tree.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preshift {

/// Takes values out of a YAML tree and collects what is wrong with them, so that one reading finds every
/// problem. After a problem a value is empty and reading goes on.
class YamlFields {
 public:
  explicit YamlFields(const YamlSource& source) : m_source(source) {}

  /// Notes a problem with the value at this offset, whose place becomes the text's {0}. Beyond 100 none is
  /// noted.
  template <class... Arguments>
  void refuse(std::size_t offset, const Text& text, Arguments&&... arguments) {
    refuse(offset, Message{text, {std::string{}, Argument(std::forward<Arguments>(arguments))...}});
  }

  /// The same with a message whose first argument is left empty for the place.
  void refuse(std::size_t offset, Message message);

  /// True when no further problem would be noted, so that reading on is of no use.
  [[nodiscard]] bool is_full() const { return m_problems.size() >= k_most_problems; }

  /// Notes every key of the mapping that is not among these.
  void refuse_other_keys(const YamlNode& mapping, std::span<const std::string_view> known);

  /// The value of this key, or nullptr, noted, when it is missing.
  [[nodiscard]] const YamlNode* required(const YamlNode& mapping, std::string_view key);

  /// The text of this key, its runs of blanks and line ends made one space. Missing or empty is a problem.
  [[nodiscard]] std::string required_text(const YamlNode& mapping, std::string_view key);

  /// The text of this value, as above; `key` names it in problems.
  [[nodiscard]] std::string text(const YamlNode& value, std::string_view key);

  /// The text of this key in both languages. Missing or empty is a problem.
  [[nodiscard]] LocalizedText required_translations(const YamlNode& mapping, std::string_view key);

  /// The text of this value in both languages, `key` naming it in problems.
  [[nodiscard]] LocalizedText translations(const YamlNode& value, std::string_view key);

  /// Which of these words the key has; nullopt when it is missing, or after a problem, noted as refuse_word
  /// does with the key as its subject.
  [[nodiscard]] std::optional<std::size_t> choice(const YamlNode& mapping, std::string_view key,
                                                  std::span<const std::string_view> words,
                                                  const Text& near_complaint, const Text& complaint);

  /// The same with "KEY is never 'WORD'".
  [[nodiscard]] std::optional<std::size_t> choice(const YamlNode& mapping, std::string_view key,
                                                  std::span<const std::string_view> words);

  /// Notes that this word is none of the known ones: as `near_complaint` with the one that was likely meant
  /// as {2}, else as `complaint` with all of them there. {1} is the word, {3} the subject.
  void refuse_word(const YamlNode& value, std::string_view word, std::span<const std::string_view> known,
                   const Text& near_complaint, const Text& complaint, std::string_view subject = {});

  [[nodiscard]] const YamlSource& source() const { return m_source; }

  /// In the order of reading.
  [[nodiscard]] const PlacedProblems& problems() const { return m_problems; }

 private:
  [[nodiscard]] std::string translation(const YamlNode& languages, std::string_view key,
                                        std::string_view language, const Text& complaint);

  static constexpr std::size_t k_most_problems = 100;

  const YamlSource& m_source;
  PlacedProblems m_problems;
};

/// "a, b, c".
[[nodiscard]] std::string joined(std::span<const std::string_view> words);

}  // namespace preshift
