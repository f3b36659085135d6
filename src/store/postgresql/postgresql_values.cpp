#include "postgresql_values.hpp"

#include "hex.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>

namespace preshift {
namespace {

std::string hex_of(std::string_view bytes) {
  return "\\x" + to_hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

/// As many digits as it takes to read the same number back.
std::string digits_of(double value) {
  char digits[32];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
  return {std::begin(digits), end};
}

template <class Number>
Number number_in(const pqxx::field& field, Number otherwise) {
  Number number = otherwise;
  std::from_chars(field.c_str(), field.c_str() + field.size(), number);
  return number;
}

/// stream_to of libpqxx 6 takes tuples alone, whose width is known when it is compiled.
template <std::size_t width>
void write_line(pqxx::stream_to& stream, const std::vector<const char*>& fields) {
  std::array<const char*, width> line{};
  std::copy_n(fields.begin(), width, line.begin());
  stream << line;
}
constexpr std::size_t k_widest = 16;
constexpr auto k_line_writers = []<std::size_t... places>(std::index_sequence<places...>) {
  return std::array{&write_line<places + 1>...};
}
(std::make_index_sequence<k_widest>{});

}  // namespace

std::int64_t PostgresqlRow::integer(int column) const {
  return number_in<std::int64_t>(field(column), 0);
}

double PostgresqlRow::real(int column) const {
  return number_in(field(column), std::numeric_limits<double>::quiet_NaN());
}

std::string PostgresqlRow::text(int column) const {
  const pqxx::field value = field(column);
  return {value.c_str(), value.size()};
}

std::string PostgresqlRow::bytes(int column) const {
  const pqxx::field value = field(column);
  const std::string_view digits(value.c_str(), value.size());
  const auto read = digits.starts_with("\\x") ? from_hex(digits.substr(2)) : std::nullopt;
  return read ? std::string(read->begin(), read->end()) : std::string();
}

TextValues::TextValues(std::span<const SqlValue> values) {
  m_kept.reserve(values.size());  // so that the pointers stay
  for (const SqlValue& value : values) add(value);
}

void TextValues::add(const SqlValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value))
    m_kept.push_back(std::to_string(*integer));
  else if (const auto* real = std::get_if<double>(&value))
    m_kept.push_back(digits_of(*real));
  else if (const auto* text = std::get_if<std::string_view>(&value))
    m_kept.emplace_back(*text);
  else if (const auto* bytes = std::get_if<SqlBytes>(&value))
    m_kept.push_back(hex_of(bytes->view));
  m_fields.push_back(std::holds_alternative<std::monostate>(value) ? nullptr : m_kept.back().c_str());
}

void write_row(pqxx::stream_to& stream, const TextValues& values) {
  k_line_writers.at(values.fields().size() - 1)(stream, values.fields());
}

std::vector<std::string> split_columns(const std::string& columns) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < columns.size();) {
    const std::size_t comma = std::min(columns.find(", ", at), columns.size());
    names.push_back(columns.substr(at, comma - at));
    at = comma + 2;
  }
  return names;
}

}  // namespace preshift
