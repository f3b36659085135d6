#include "svg_reading.hpp"

#include "utf8.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace preshift::testing {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

class SvgReader {
 public:
  explicit SvgReader(std::string_view document) : m_document(document) {}

  std::vector<SvgElement> read() {
    if (find_invalid_utf8(m_document)) fail("not UTF-8");
    expect("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    while (m_at < m_document.size()) {
      if (starts("</")) {
        read_end_tag();
      } else if (starts("<")) {
        read_start_tag();
      } else {
        read_text();
      }
    }
    if (!m_open.empty()) fail("an element is not closed");
    return std::move(m_elements);
  }

 private:
  struct Open {
    std::size_t element;
    std::string group;
  };

  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(what + " at byte " + std::to_string(m_at));
  }

  [[nodiscard]] bool starts(std::string_view text) const { return m_document.substr(m_at).starts_with(text); }

  void expect(std::string_view text) {
    if (!starts(text)) fail("expected " + std::string(text));
    m_at += text.size();
  }

  std::string read_name() {
    const std::size_t begin = m_at;
    while (m_at < m_document.size() && is_name_character(m_document[m_at])) ++m_at;
    if (m_at == begin) fail("expected a name");
    return std::string(m_document.substr(begin, m_at - begin));
  }

  /// Up to the character that ends it, entities resolved.
  std::string read_characters(char end) {
    static const std::map<std::string_view, char> k_entities{
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    std::string text;
    while (m_at < m_document.size() && m_document[m_at] != end) {
      const char c = m_document[m_at];
      const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n';
      if (c == '<' || control || starts("\xEF\xBF\xBE") || starts("\xEF\xBF\xBF"))
        fail("a character that must not be there");
      if (c != '&') {
        text += c;
        ++m_at;
        continue;
      }
      const std::size_t semicolon = std::min(m_document.find(';', m_at), m_document.size() - 1);
      const auto entity = k_entities.find(m_document.substr(m_at, semicolon + 1 - m_at));
      if (entity == k_entities.end()) fail("an unknown entity");
      text += entity->second;
      m_at = semicolon + 1;
    }
    return text;
  }

  void read_start_tag() {
    expect("<");
    if (m_open.empty() && !m_elements.empty()) fail("a second root");
    SvgElement element;
    element.name = read_name();
    element.group = m_open.empty() ? "" : m_open.back().group;
    while (starts(" ")) {
      expect(" ");
      const std::string name = read_name();
      expect("=\"");
      if (!element.attributes.emplace(name, read_characters('"')).second) fail("given twice: " + name);
      expect("\"");
    }
    const bool closed = starts("/>");
    expect(closed ? "/>" : ">");
    const bool is_group = element.name == "g" && element.attributes.count("class") == 1;
    const std::string group = is_group ? element.attributes.at("class") : element.group;
    if (!closed) m_open.push_back({m_elements.size(), group});
    m_elements.push_back(std::move(element));
  }

  void read_end_tag() {
    expect("</");
    const std::string name = read_name();
    if (m_open.empty() || m_elements[m_open.back().element].name != name) fail("unexpected end of " + name);
    expect(">");
    m_open.pop_back();
  }

  void read_text() {
    const std::string text = read_characters('<');
    if (m_open.empty()) {
      if (text.find_first_not_of('\n') != std::string::npos) fail("text outside of the root");
    } else {
      m_elements[m_open.back().element].text += text;
    }
  }

  std::string_view m_document;
  std::size_t m_at = 0;
  std::vector<SvgElement> m_elements;
  std::vector<Open> m_open;
};

}  // namespace

double SvgElement::number(const std::string& attribute) const {
  return std::stod(attributes.at(attribute));
}

std::vector<SvgElement> read_svg(std::string_view document) {
  return SvgReader(document).read();
}

std::vector<SvgElement> in_group(const std::vector<SvgElement>& elements, std::string_view group,
                                 std::string_view name) {
  std::vector<SvgElement> found;
  std::copy_if(elements.begin(), elements.end(), std::back_inserter(found),
               [&](const SvgElement& element) { return element.group == group && element.name == name; });
  return found;
}

std::vector<double> coordinates(const SvgElement& element) {
  std::string list = element.attributes.at("points");
  std::replace(list.begin(), list.end(), ',', ' ');
  std::istringstream stream(list);
  return {std::istream_iterator<double>(stream), {}};
}

}  // namespace preshift::testing
