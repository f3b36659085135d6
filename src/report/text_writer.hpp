#pragma once

#include "rule_result.hpp"
#include "text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace preshift {

struct TextStyle {
  Language language = Language::english;
  bool colour = false;
  int width = 80;  ///< columns
};

/// How a result looks: a mark, its colour (a terminal's escape sequence) and its word.
struct Look {
  const char* mark;
  const char* colour;
  Text word;
};

[[nodiscard]] Look look_of(RuleResult result);

/// Writes lines in one language, colour and width.
class TextWriter {
 public:
  explicit TextWriter(const TextStyle& style) : m_style(style) {}

  [[nodiscard]] std::string words(const Text& text) const { return std::string(text.in(language())); }
  [[nodiscard]] std::string words(const Text& text, std::vector<Argument> arguments) const;
  [[nodiscard]] Language language() const { return m_style.language; }

  [[nodiscard]] std::string coloured(const std::string& text, const char* colour) const;

  void line(const std::string& text) { m_out += text + "\n"; }

  /// Wrapped to the width, every line indented.
  void paragraph(const std::string& text, std::size_t indent);

  /// The same with the result's mark before it, which stands in the indentation, 2 columns wide.
  void marked_paragraph(RuleResult result, const std::string& text, std::size_t indent);

  [[nodiscard]] std::string take() { return std::move(m_out); }

 private:
  [[nodiscard]] std::string wrapped_to_width(const std::string& text, std::size_t indent) const;

  TextStyle m_style;
  std::string m_out;
};

}  // namespace preshift
