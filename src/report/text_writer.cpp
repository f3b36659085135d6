#include "text_writer.hpp"

#include "report_texts.hpp"
#include "wrapped_text.hpp"

#include <algorithm>
#include <utility>

namespace preshift {

Look look_of(RuleResult result) {
  constexpr const char* k_green = "\x1b[32m";
  constexpr const char* k_red = "\x1b[31m";
  constexpr const char* k_yellow = "\x1b[33m";
  constexpr const char* k_grey = "\x1b[90m";
  switch (result) {
    case RuleResult::pass:
      return {"✔", k_green, report_text("result.pass")};
    case RuleResult::fail:
      return {"✘", k_red, report_text("result.fail")};
    case RuleResult::unknown:
      return {"?", k_yellow, report_text("result.unknown")};
    case RuleResult::error:
      return {"!", k_red, report_text("result.error")};
    case RuleResult::notapplicable:
      return {"-", k_grey, report_text("result.notapplicable")};
    case RuleResult::notselected:
      return {"-", k_grey, report_text("result.notselected")};
    case RuleResult::informational:
      return {"i", k_grey, report_text("result.informational")};
    case RuleResult::fixed:
      return {"✔", k_green, report_text("result.fixed")};
    case RuleResult::notchecked:
      break;
  }
  return {"○", k_grey, report_text("result.notchecked")};
}

std::string TextWriter::words(const Text& text, std::vector<Argument> arguments) const {
  return render({text, std::move(arguments)}, language());
}

std::string TextWriter::coloured(const std::string& text, const char* colour) const {
  return m_style.colour ? colour + text + "\x1b[0m" : text;
}

void TextWriter::paragraph(const std::string& text, std::size_t indent) {
  line(std::string(indent, ' ') + wrapped_to_width(text, indent));
}

void TextWriter::marked_paragraph(RuleResult result, const std::string& text, std::size_t indent) {
  const Look look = look_of(result);
  line(std::string(indent - 2, ' ') + coloured(look.mark, look.colour) + " " +
       wrapped_to_width(text, indent));
}

std::string TextWriter::wrapped_to_width(const std::string& text, std::size_t indent) const {
  constexpr std::size_t k_least_columns = 20;  // however deep the indentation
  const auto columns = static_cast<std::size_t>(std::clamp(m_style.width, 40, 100));
  return wrapped(text, std::max(columns - std::min(indent, columns), k_least_columns),
                 std::string(indent, ' '));
}

}  // namespace preshift
