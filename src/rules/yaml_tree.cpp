#include "yaml_tree.hpp"

#include "excerpt.hpp"
#include "rules_texts.hpp"
#include "utf8.hpp"
#include "yaml_explanation.hpp"
#include "yaml_parser.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <unordered_set>
#include <utility>

namespace preshift {
namespace {

/// What YAML's core schema takes for null.
bool is_null(std::string_view plain) {
  constexpr std::array<std::string_view, 5> k_nulls{"", "~", "null", "Null", "NULL"};
  return std::find(k_nulls.begin(), k_nulls.end(), plain) != k_nulls.end();
}

/// Turns the parser's events into a tree and refuses what a profile has no use for. After a refusal it takes
/// no more.
class TreeBuilder {
 public:
  explicit TreeBuilder(const YamlSource& source) : m_source(source) {}

  void take(const YamlEvent& event) {
    if (event.has_anchor || event.kind == YamlEventKind::alias)
      return refuse(rules_text("yaml.anchor"), event.offset);
    if (event.has_tag) return refuse(rules_text("yaml.tag"), event.offset);
    switch (event.kind) {
      case YamlEventKind::document_start:
        if (m_root) refuse(rules_text("yaml.several_documents"), event.offset);
        break;
      case YamlEventKind::scalar:
        take_scalar(event);
        break;
      case YamlEventKind::mapping_start:
        return open(YamlKind::mapping, event.offset);
      case YamlEventKind::sequence_start:
        return open(YamlKind::sequence, event.offset);
      case YamlEventKind::end:
        return close();
      case YamlEventKind::alias:
      case YamlEventKind::stream:
        break;
    }
  }

  [[nodiscard]] const std::optional<YamlRefusal>& refusal() const { return m_refusal; }
  [[nodiscard]] const std::vector<YamlRefusal>& duplicates() const { return m_duplicates; }
  [[nodiscard]] std::optional<YamlNode> take_root() { return std::exchange(m_root, std::nullopt); }

 private:
  /// A mapping or sequence whose end has not come yet.
  struct Open {
    YamlNode node;
    bool has_key = false;                    ///< the key of the last entry is read, its value not yet
    std::unordered_set<std::string> keys{};  ///< of a mapping that is too large to search through
  };

  void refuse(const Text& text, std::size_t offset, std::vector<Argument> details = {}) {
    m_refusal = YamlRefusal{text, offset, std::move(details)};
  }

  [[nodiscard]] YamlNode make(YamlKind kind, std::size_t offset) {
    if (++m_nodes > k_most_yaml_nodes)
      refuse(rules_text("yaml.too_many"), offset, {std::to_string(k_most_yaml_nodes)});
    YamlNode node;
    node.kind = kind;
    node.offset = offset;
    return node;
  }

  void take_scalar(const YamlEvent& event) {
    if (event.is_plain && is_null(event.text)) return add(make(YamlKind::null, event.offset));
    if (!m_open.empty() && expects_key(m_open.back())) return add_key(m_open.back(), event);
    YamlNode node = make(YamlKind::scalar, event.offset);
    node.quoted = !event.is_plain;
    node.scalar = event.text;
    add(std::move(node));
  }

  void open(YamlKind kind, std::size_t offset) {
    if (!m_open.empty() && expects_key(m_open.back())) return refuse(rules_text("yaml.key_not_text"), offset);
    if (m_open.size() == k_deepest_yaml)
      return refuse(rules_text("yaml.too_deep"), offset, {std::to_string(k_deepest_yaml)});
    m_open.push_back({make(kind, offset)});
  }

  void close() {
    YamlNode node = std::move(m_open.back().node);
    m_open.pop_back();
    add(std::move(node));
  }

  void add(YamlNode node) {
    if (m_open.empty()) {
      m_root = std::move(node);
      return;
    }
    Open& parent = m_open.back();
    if (parent.node.kind == YamlKind::sequence) {
      parent.node.items.push_back(std::move(node));
    } else if (expects_key(parent)) {
      refuse(rules_text("yaml.key_not_text"), node.offset);
    } else {
      parent.node.entries.back().value = std::move(node);
      parent.has_key = false;
    }
  }

  void add_key(Open& mapping, const YamlEvent& event) {
    std::string key(event.text);
    if (!is_new(mapping, key)) note_duplicate(event.offset, key, mapping.node);
    if (mapping.node.entries.empty()) mapping.node.entries.reserve(k_usual_entries);
    mapping.node.entries.push_back({std::move(key), event.offset, make(YamlKind::null, event.offset)});
    mapping.has_key = true;
  }

  /// Reading goes on, so that one reading finds them all.
  void note_duplicate(std::size_t offset, const std::string& key, const YamlNode& mapping) {
    if (m_duplicates.size() == k_most_duplicates) return;
    const std::size_t first_line = m_source.line(mapping.find(key)->key_offset);
    m_duplicates.push_back(
        {rules_text("yaml.duplicate_key"), offset, {excerpt(key), std::to_string(first_line)}});
  }

  [[nodiscard]] static bool is_new(Open& mapping, const std::string& key) {
    constexpr std::size_t k_searched = 16;  // up to so many, comparing each is the fastest way
    const std::vector<YamlEntry>& entries = mapping.node.entries;
    if (entries.size() < k_searched) return mapping.node.find(key) == nullptr;
    if (mapping.keys.empty())
      for (const YamlEntry& entry : entries) mapping.keys.insert(entry.key);
    return mapping.keys.insert(key).second;
  }

  static bool expects_key(const Open& open) { return open.node.kind == YamlKind::mapping && !open.has_key; }

  static constexpr std::size_t k_usual_entries = 4;
  static constexpr std::size_t k_most_duplicates = 100;

  const YamlSource& m_source;
  std::optional<YamlNode> m_root;
  std::optional<YamlRefusal> m_refusal;
  std::vector<YamlRefusal> m_duplicates;
  std::vector<Open> m_open;
  std::size_t m_nodes = 0;
};

/// U+2028 and U+2029, at the first of their three bytes.
bool is_unicode_line_end(std::string_view text, std::size_t offset) {
  const std::string_view character = text.substr(offset, 3);
  return character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9";
}

/// Characters that YAML forbids, and those that end a line for some programs and not for others (a carriage
/// return alone, and Unicode's own), so that a comment could hide a rule or show one that is none.
bool is_forbidden(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte == 0xC2) return static_cast<unsigned char>(text[offset + 1]) < 0xA0;  // C1, text is valid UTF-8
  if (byte == 0xE2) return is_unicode_line_end(text, offset);
  if (byte == '\r') return !text.substr(offset + 1).starts_with('\n');
  return (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F;
}

/// Whether a forbidden character can begin with this byte: of most bytes one look tells that none does.
constexpr std::array<bool, 256> k_suspicious = [] {
  std::array<bool, 256> suspicious{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) suspicious[byte] = byte != '\t' && byte != '\n';
  for (const std::size_t byte : {0x7F, 0xC2, 0xE2}) suspicious[byte] = true;
  return suspicious;
}();

std::optional<YamlRefusal> unreadable_byte(std::string_view text) {
  if (const auto invalid = find_invalid_utf8(text)) return YamlRefusal{rules_text("yaml.not_utf8"), *invalid};
  for (std::size_t offset = 0; offset < text.size(); ++offset)
    if (k_suspicious[static_cast<unsigned char>(text[offset])] && is_forbidden(text, offset))
      return YamlRefusal{rules_text("yaml.control_character"), offset};
  return std::nullopt;
}

PlacedProblem placed(const YamlSource& source, const YamlRefusal& refusal) {
  PlacedProblem problem = placed_problem(source.place(refusal.offset), refusal.text);
  std::copy(refusal.details.begin(), refusal.details.end(), std::back_inserter(problem.message.arguments));
  return problem;
}

/// The root, none when there is no document.
Expected<std::optional<YamlNode>, YamlRefusal> build_tree(const YamlSource& source,
                                                          PlacedProblems& duplicates) {
  if (auto unreadable = unreadable_byte(source.text())) return Failure{std::move(*unreadable)};
  YamlParser parser(source.text());
  TreeBuilder builder(source);
  while (!parser.is_done()) {
    const auto event = parser.next();
    if (!event) return Failure{explained(event.error(), source.text())};
    builder.take(*event);
    if (builder.refusal()) return Failure{*builder.refusal()};
  }
  for (const YamlRefusal& duplicate : builder.duplicates()) duplicates.push_back(placed(source, duplicate));
  return builder.take_root();
}

}  // namespace

YamlSource::YamlSource(std::string name, std::string_view bytes) : m_name(printable(name)), m_text(bytes) {
  constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
  if (m_text.starts_with(k_byte_order_mark)) m_text.remove_prefix(k_byte_order_mark.size());
  m_line_starts.push_back(0);
  for (std::size_t end = m_text.find('\n'); end != std::string_view::npos; end = m_text.find('\n', end + 1))
    m_line_starts.push_back(end + 1);
}

std::size_t YamlSource::line(std::size_t offset) const {
  const auto next_line = std::upper_bound(m_line_starts.begin(), m_line_starts.end(), offset);
  return static_cast<std::size_t>(next_line - m_line_starts.begin());
}

Place YamlSource::place(std::size_t offset) const {
  const std::size_t line_number = line(offset);
  const std::size_t line_start = m_line_starts[line_number - 1];
  return {m_name, line_number, display_width(m_text.substr(line_start, offset - line_start)) + 1};
}

const YamlEntry* YamlNode::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

Expected<YamlNode, PlacedProblem> read_yaml(const YamlSource& source, PlacedProblems& duplicates) {
  if (source.text().size() > k_largest_yaml_bytes) {
    return Failure{placed_problem(source.whole(), rules_text("yaml.too_large"),
                                  std::to_string(k_largest_yaml_bytes / 1024))};
  }
  auto root = build_tree(source, duplicates);
  if (!root) return Failure{placed(source, root.error())};
  if (!*root || (*root)->kind == YamlKind::null)
    return Failure{placed_problem(source.whole(), rules_text("yaml.empty"))};
  return std::move(**root);
}

Expected<YamlNode, PlacedProblem> read_yaml(const YamlSource& source) {
  PlacedProblems duplicates;
  auto root = read_yaml(source, duplicates);
  if (root && !duplicates.empty()) return Failure{std::move(duplicates.front())};
  return root;
}

}  // namespace preshift
