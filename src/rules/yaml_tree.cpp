#include "yaml_tree.hpp"

#include "excerpt.hpp"
#include "rules_texts.hpp"
#include "utf8.hpp"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <iterator>
#include <optional>
#include <set>
#include <streambuf>
#include <utility>

namespace preshift {
namespace {

/// Leaves the parser, which offers no other way out, when the document is refused. Never leaves this file.
struct Refusal {
  Text text;
  std::size_t offset = 0;
  std::vector<Argument> details;
};

[[noreturn]] void refuse(const Text& text, std::size_t offset, std::vector<Argument> details = {}) {
  throw Refusal{text, offset, std::move(details)};
}

/// Reads from a view in place.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view view) {
    char* begin = const_cast<char*>(view.data());  // setg wants char*, a get area is never written to
    setg(begin, begin, begin + view.size());
  }
};

bool closes(std::string_view text, std::size_t quote_offset) {
  const char quote = text[quote_offset];
  for (std::size_t i = quote_offset + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!doubled) return true;
      ++i;
    }
  }
  return false;
}

/// Turns the parser's events into a tree and refuses what a profile has no use for.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const YamlSource& source) : m_source(source) {}

  [[nodiscard]] std::optional<YamlNode> take_root() { return std::exchange(m_root, std::nullopt); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (m_root) refuse(rules_text("yaml.several_documents"), offset(mark));
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_decoration(mark, "?", anchor);
    add(make(YamlKind::null, mark));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(rules_text("yaml.anchor"), offset(mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_decoration(mark, tag, anchor);
    YamlNode node = make(YamlKind::scalar, mark);
    node.quoted = tag == "!";
    node.scalar = value;
    refuse_open_quote(node);
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlKind::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlKind::mapping, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  /// A mapping or sequence whose end has not come yet.
  struct Open {
    YamlNode node;
    std::optional<YamlEntry> entry;  ///< its key is read, its value not yet
    std::set<std::string> keys;
  };

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), m_source.text().size());
  }

  [[nodiscard]] YamlNode make(YamlKind kind, const YAML::Mark& mark) {
    if (++m_nodes > k_most_yaml_nodes) {
      refuse(rules_text("yaml.too_many"), offset(mark), {std::to_string(k_most_yaml_nodes)});
    }
    YamlNode node;
    node.kind = kind;
    node.offset = offset(mark);
    return node;
  }

  void refuse_decoration(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
    const std::size_t at = offset(mark);
    if (anchor != YAML::NullAnchor) refuse(rules_text("yaml.anchor"), at);
    // The parser gives quoted text the tag "!" too, so a lone "!" shows only in the source.
    const bool tagged = at < m_source.text().size() && m_source.text()[at] == '!';
    if (tagged || (tag != "?" && tag != "!")) refuse(rules_text("yaml.tag"), at);
  }

  /// The parser takes the end of the file for the closing quote, and so would hide that a file was cut off.
  void refuse_open_quote(const YamlNode& node) const {
    const std::string_view text = m_source.text();
    if (!node.quoted || node.offset >= text.size()) return;
    const bool in_quotes = text[node.offset] == '"' || text[node.offset] == '\'';
    if (in_quotes && !closes(text, node.offset)) refuse(rules_text("yaml.open_quote"), node.offset);
  }

  void open(YamlKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_decoration(mark, tag, anchor);
    if (!m_open.empty() && expects_key(m_open.back())) refuse(rules_text("yaml.key_not_text"), offset(mark));
    if (m_open.size() == k_deepest_yaml) {
      refuse(rules_text("yaml.too_deep"), offset(mark), {std::to_string(k_deepest_yaml)});
    }
    m_open.push_back({make(kind, mark), std::nullopt, {}});
  }

  void close() {
    YamlNode node = std::move(m_open.back().node);
    m_open.pop_back();
    add(std::move(node));
  }

  void add(YamlNode node) {
    if (m_open.empty()) {
      m_root = std::move(node);
    } else if (m_open.back().node.kind == YamlKind::sequence) {
      m_open.back().node.items.push_back(std::move(node));
    } else if (expects_key(m_open.back())) {
      add_key(m_open.back(), std::move(node));
    } else {
      Open& mapping = m_open.back();
      mapping.entry->value = std::move(node);
      mapping.node.entries.push_back(std::move(*mapping.entry));
      mapping.entry.reset();
    }
  }

  void add_key(Open& mapping, YamlNode key) {
    if (key.kind != YamlKind::scalar) refuse(rules_text("yaml.key_not_text"), key.offset);
    if (!mapping.keys.insert(key.scalar).second) {
      const std::size_t first = mapping.node.find(key.scalar)->key_offset;
      refuse(rules_text("yaml.duplicate_key"), key.offset,
             {excerpt(key.scalar), std::to_string(m_source.line(first))});
    }
    mapping.entry = YamlEntry{std::move(key.scalar), key.offset, {}};
  }

  static bool expects_key(const Open& open) { return open.node.kind == YamlKind::mapping && !open.entry; }

  const YamlSource& m_source;
  std::optional<YamlNode> m_root;
  std::vector<Open> m_open;
  std::size_t m_nodes = 0;
};

/// Characters that YAML forbids but the parser accepts; it even takes U+0004 for the end of the file. A
/// carriage return alone is a line's end to some editors and not to the parser, so a comment could hide a
/// rule.
bool is_forbidden(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  const bool line_feed_follows = offset + 1 < text.size() && text[offset + 1] == '\n';
  if (byte == '\r') return !line_feed_follows;
  if (byte == 0xC2) return static_cast<unsigned char>(text[offset + 1]) < 0xA0;  // C1, text is valid UTF-8
  return (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F;
}

void refuse_unreadable_bytes(std::string_view text) {
  if (const auto invalid = find_invalid_utf8(text)) refuse(rules_text("yaml.not_utf8"), *invalid);
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (is_forbidden(text, offset)) refuse(rules_text("yaml.control_character"), offset);
  }
}

/// What the parser's commonest complaints mean to a person.
Text explanation(const std::string& complaint) {
  using namespace YAML::ErrorMsg;
  static const std::array<std::pair<std::string_view, Text>, 8> k_explained{{
      {MAP_VALUE, rules_text("yaml.stray_colon")},
      {TAB_IN_INDENTATION, rules_text("yaml.tab")},
      {END_OF_MAP, rules_text("yaml.indentation")},
      {END_OF_SEQ, rules_text("yaml.indentation")},
      {END_OF_MAP_FLOW, rules_text("yaml.open_bracket")},
      {END_OF_SEQ_FLOW, rules_text("yaml.open_bracket")},
      {EOF_IN_SCALAR, rules_text("yaml.open_quote")},
      {UNKNOWN_TOKEN, rules_text("yaml.needs_quotes")},
  }};
  const auto found = std::find_if(k_explained.begin(), k_explained.end(),
                                  [&](const auto& explained) { return explained.first == complaint; });
  return found == k_explained.end() ? rules_text("yaml.syntax") : found->second;
}

std::optional<YamlNode> build_tree(const YamlSource& source) {
  ViewBuffer buffer(source.text());
  std::istream stream(&buffer);
  TreeBuilder builder(source);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::DeepRecursion& deep) {
    refuse(rules_text("yaml.too_deep"), static_cast<std::size_t>(std::max(deep.mark.pos, 0)),
           {std::to_string(k_deepest_yaml)});
  } catch (const YAML::Exception& error) {
    refuse(explanation(error.msg), static_cast<std::size_t>(std::max(error.mark.pos, 0)),
           {excerpt(error.msg)});
  }
  return builder.take_root();
}

}  // namespace

YamlSource::YamlSource(std::string name, std::string_view bytes) : m_name(printable(name)), m_text(bytes) {
  constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
  if (m_text.starts_with(k_byte_order_mark)) m_text.remove_prefix(k_byte_order_mark.size());
}

std::size_t YamlSource::line(std::size_t offset) const {
  const std::string_view before = m_text.substr(0, offset);
  return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

std::string YamlSource::place(std::size_t offset) const {
  const std::string_view before = m_text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  const std::size_t column = display_width(before.substr(line_start)) + 1;
  return m_name + ":" + std::to_string(line(offset)) + ":" + std::to_string(column);
}

const YamlEntry* YamlNode::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

Result<YamlNode> read_yaml(const YamlSource& source) {
  if (source.text().size() > k_largest_yaml_bytes) {
    return unusable_input(rules_text("yaml.too_large"), source.name(),
                          std::to_string(k_largest_yaml_bytes / 1024));
  }
  try {
    refuse_unreadable_bytes(source.text());
    std::optional<YamlNode> root = build_tree(source);
    if (!root || root->kind == YamlKind::null) return unusable_input(rules_text("yaml.empty"), source.name());
    return std::move(*root);
  } catch (Refusal& refusal) {
    std::vector<Argument> arguments{source.place(refusal.offset)};
    std::move(refusal.details.begin(), refusal.details.end(), std::back_inserter(arguments));
    return Failure<Problem>{{ProblemKind::unusable_input, {refusal.text, std::move(arguments)}}};
  }
}

}  // namespace preshift
