#include "xml_text.hpp"

#include "utf8.hpp"

namespace preshift {
namespace {

// U+FFFE and U+FFFF are good UTF-8 and still no characters of XML.
bool is_noncharacter(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBF\xBE") || bytes.starts_with("\xEF\xBF\xBF");
}

std::string_view entity(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

std::string xml_text(std::string_view raw) {
  const std::string text = printable(raw);
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_noncharacter(std::string_view(text).substr(at))) {
      safe += "\xEF\xBF\xBD";
      at += 2;
    } else if (const std::string_view name = entity(text[at]); !name.empty()) {
      safe += name;
    } else {
      safe += text[at];
    }
  }
  return safe;
}

}  // namespace preshift
