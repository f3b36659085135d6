#pragma once

#include "result.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

namespace preshift {

enum class YamlEventKind {
  document_start,
  scalar,
  alias,
  mapping_start,
  sequence_start,
  end,    ///< of the mapping or sequence begun last
  stream  ///< begins, or a document ends: of no interest
};

/// One step of a YAML text.
struct YamlEvent {
  YamlEventKind kind = YamlEventKind::stream;
  std::size_t offset = 0;  ///< in bytes: where its anchor or tag begins, else the value itself
  std::string_view text;   ///< of a scalar, escapes resolved; until the next event
  bool is_plain = false;   ///< a scalar that is neither in quotes nor a block
  bool has_anchor = false;
  bool has_tag = false;
};

/// Why the parser cannot go on, in libyaml's own words: they are a part of its interface, for it has no
/// numbers for them.
struct YamlComplaint {
  std::string_view words;
  std::string_view context;        ///< what it was doing, such as "while scanning a tag"; may be empty
  std::size_t offset = 0;          ///< in bytes: what it stumbled over
  std::size_t context_offset = 0;  ///< where that began
};

/// libyaml, which reads YAML 1.1, behind an interface that counts in bytes. The text must be UTF-8 and
/// outlive the parser. Memory grows with the text, and the parser never recurses.
class YamlParser {
 public:
  explicit YamlParser(std::string_view text);
  ~YamlParser();
  YamlParser(const YamlParser&) = delete;
  YamlParser& operator=(const YamlParser&) = delete;

  /// After the end of the text, events of kind stream and is_done().
  [[nodiscard]] Expected<YamlEvent, YamlComplaint> next();
  [[nodiscard]] bool is_done() const;

 private:
  struct Libyaml;

  [[nodiscard]] YamlEvent current();
  [[nodiscard]] YamlComplaint complaint();
  [[nodiscard]] std::size_t byte_offset(std::size_t character);

  std::string_view m_text;
  std::size_t m_character = 0;  ///< a place in the text counted in characters, as libyaml does ...
  std::size_t m_byte = 0;       ///< ... and the same place counted in bytes
  std::unique_ptr<Libyaml> m_libyaml;
};

}  // namespace preshift
