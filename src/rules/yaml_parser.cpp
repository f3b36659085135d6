#include "yaml_parser.hpp"

#include <yaml.h>

#include <algorithm>
#include <new>
#include <string>

namespace preshift {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

YamlEventKind kind_of(yaml_event_type_t type) {
  switch (type) {
    case YAML_DOCUMENT_START_EVENT:
      return YamlEventKind::document_start;
    case YAML_SCALAR_EVENT:
      return YamlEventKind::scalar;
    case YAML_ALIAS_EVENT:
      return YamlEventKind::alias;
    case YAML_MAPPING_START_EVENT:
      return YamlEventKind::mapping_start;
    case YAML_SEQUENCE_START_EVENT:
      return YamlEventKind::sequence_start;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
      return YamlEventKind::end;
    default:
      return YamlEventKind::stream;
  }
}

std::string_view text_of(const char* words) {
  return words == nullptr ? std::string_view{} : words;
}

}  // namespace

struct YamlParser::Libyaml {
  yaml_parser_t parser{};
  yaml_event_t event{};
  bool is_done = false;

  Libyaml() {
    if (yaml_parser_initialize(&parser) == 0) throw std::bad_alloc();
  }
  ~Libyaml() {
    yaml_event_delete(&event);
    yaml_parser_delete(&parser);
  }
  Libyaml(const Libyaml&) = delete;
  Libyaml& operator=(const Libyaml&) = delete;
};

YamlParser::YamlParser(std::string_view text) : m_text(text), m_libyaml(std::make_unique<Libyaml>()) {
  yaml_parser_set_encoding(&m_libyaml->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&m_libyaml->parser, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
}

YamlParser::~YamlParser() = default;

bool YamlParser::is_done() const {
  return m_libyaml->is_done;
}

Expected<YamlEvent, YamlComplaint> YamlParser::next() {
  yaml_event_delete(&m_libyaml->event);
  if (yaml_parser_parse(&m_libyaml->parser, &m_libyaml->event) == 0) return Failure{complaint()};
  m_libyaml->is_done = m_libyaml->event.type == YAML_STREAM_END_EVENT;
  return current();
}

YamlEvent YamlParser::current() {
  const yaml_event_t& event = m_libyaml->event;
  YamlEvent read;
  read.kind = kind_of(event.type);
  if (read.kind != YamlEventKind::stream) read.offset = byte_offset(event.start_mark.index);
  if (event.type == YAML_SCALAR_EVENT) {
    const auto& scalar = event.data.scalar;
    read.text = {reinterpret_cast<const char*>(scalar.value), scalar.length};
    read.is_plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    read.has_anchor = scalar.anchor != nullptr;
    read.has_tag = scalar.tag != nullptr;
  } else if (event.type == YAML_MAPPING_START_EVENT) {
    read.has_anchor = event.data.mapping_start.anchor != nullptr;
    read.has_tag = event.data.mapping_start.tag != nullptr;
  } else if (event.type == YAML_SEQUENCE_START_EVENT) {
    read.has_anchor = event.data.sequence_start.anchor != nullptr;
    read.has_tag = event.data.sequence_start.tag != nullptr;
  }
  return read;
}

YamlComplaint YamlParser::complaint() {
  const yaml_parser_t& parser = m_libyaml->parser;
  if (parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
  YamlComplaint complaint{text_of(parser.problem), text_of(parser.context)};
  if (parser.error == YAML_READER_ERROR) {
    complaint.offset = std::min(parser.problem_offset, m_text.size());
  } else {
    complaint.offset = byte_offset(parser.problem_mark.index);
    complaint.context_offset = byte_offset(parser.context_mark.index);
  }
  return complaint;
}

/// Walks from the place asked for last: places come in the order of the text, or nearly so.
std::size_t YamlParser::byte_offset(std::size_t character) {
  while (m_character < character && m_byte < m_text.size()) {
    do ++m_byte;
    while (m_byte < m_text.size() && is_continuation(m_text[m_byte]));
    ++m_character;
  }
  while (m_character > character && m_byte > 0) {
    do --m_byte;
    while (m_byte > 0 && is_continuation(m_text[m_byte]));
    --m_character;
  }
  return m_byte;
}

}  // namespace preshift
