#pragma once

#include "place.hpp"
#include "result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A YAML text with the name that problems in it are reported under. A byte order mark at its beginning is
/// not part of it. Does not own the bytes.
class YamlSource {
 public:
  YamlSource(std::string name, std::string_view bytes);

  [[nodiscard]] const std::string& name() const { return m_name; }
  [[nodiscard]] std::string_view text() const { return m_text; }

  /// The place of a byte offset into text(). Its cost grows with the length of the line, not of the text.
  [[nodiscard]] Place place(std::size_t offset) const;

  /// The place of the whole text.
  [[nodiscard]] Place whole() const { return {m_name, 0, 0}; }

  /// Line of a byte offset, counted from 1.
  [[nodiscard]] std::size_t line(std::size_t offset) const;

 private:
  std::string m_name;
  std::string_view m_text;
  std::vector<std::size_t> m_line_starts;  ///< offsets, the first line's included
};

enum class YamlKind { null, scalar, mapping, sequence };

struct YamlEntry;

/// A YAML value. Offsets are bytes into YamlSource::text().
struct YamlNode {
  YamlKind kind = YamlKind::null;
  std::size_t offset = 0;  ///< where it begins; of a block mapping, its first key
  bool quoted = false;     ///< scalars: written in quotes or as a block, so never a number
  std::string scalar;      ///< scalars: the text, escapes resolved
  std::vector<YamlEntry>
      entries;                  ///< mappings: in the order of the file, keys unique but for noted duplicates
  std::vector<YamlNode> items;  ///< sequences

  /// The entry with this key, or nullptr.
  [[nodiscard]] const YamlEntry* find(std::string_view key) const;
};

struct YamlEntry {
  std::string key;
  std::size_t key_offset = 0;
  YamlNode value;
};

inline constexpr std::size_t k_largest_yaml_bytes = 1024 * 1024;
inline constexpr std::size_t k_deepest_yaml = 32;  ///< mappings and sequences within each other
inline constexpr std::size_t k_most_yaml_nodes = 100'000;

/// The only document of this source. Refused, with its place: text that is too large, empty, not UTF-8 or
/// holds control characters; syntax errors; duplicate keys, keys that are no text, anchors, aliases, explicit
/// tags, quotes never closed, further documents, and more depth or nodes than the limits above. Any bytes end
/// in a bounded time: at the size limit under a second, and under 250 MiB, whatever they are.
[[nodiscard]] Expected<YamlNode, PlacedProblem> read_yaml(const YamlSource& source);

/// The same, for who wants all that is wrong: duplicate keys, at most 100, are noted instead of refused. Of
/// two entries with one key, YamlNode::find gives the first.
[[nodiscard]] Expected<YamlNode, PlacedProblem> read_yaml(const YamlSource& source,
                                                          PlacedProblems& duplicates);

}  // namespace preshift
