#include "canonical_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace preshift {
namespace {

/// 0.d1d2d3... * 10^point: significant digits, without zeros at the end.
struct Decimal {
  std::string digits;
  int point = 0;
};

Decimal shortest_decimal(double positive) {
  std::array<char, 32> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), positive, std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  const std::size_t e = text.find('e');
  Decimal decimal;
  for (const char c : text.substr(0, e))
    if (c != '.') decimal.digits += c;
  const bool positive_exponent = text[e + 1] == '+';
  int exponent = 0;
  std::from_chars(text.data() + e + (positive_exponent ? 2 : 1), text.data() + text.size(), exponent);
  decimal.point = exponent + 1;
  return decimal;
}

std::string with_exponent(const Decimal& decimal) {
  std::string text = decimal.digits.substr(0, 1);
  if (decimal.digits.size() > 1) text += "." + decimal.digits.substr(1);
  const int exponent = decimal.point - 1;
  return text + (exponent < 0 ? "e" : "e+") + std::to_string(exponent);
}

std::string without_exponent(const Decimal& decimal) {
  const auto& [digits, point] = decimal;
  const auto size = static_cast<int>(digits.size());
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  if (point >= size) return digits + std::string(static_cast<std::size_t>(point - size), '0');
  return digits.substr(0, static_cast<std::size_t>(point)) + "." +
         digits.substr(static_cast<std::size_t>(point));
}

/// Orders bytes of UTF-8 so that texts come out in the order of their UTF-16: the two differ only in that
/// code points past U+FFFF (lead bytes F0 to F4), as surrogates, come before U+E000 to U+FFFF (EE and EF).
unsigned utf16_rank(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0xF0) return byte - 0xF0U + 0xEEU;
  return byte >= 0xEE ? byte + 5U : byte;
}

bool comes_before(std::string_view a, std::string_view b) {
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (right == b.end()) return false;
  return left == a.end() || utf16_rank(*left) < utf16_rank(*right);
}

std::string_view short_escape(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\f':
      return "\\f";
    case '\r':
      return "\\r";
    default:
      return {};
  }
}

/// Whether each byte stands for itself in a text.
constexpr auto k_plain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = byte != '"' && byte != '\\';
  return plain;
}();

bool is_plain(char c) {
  return k_plain[static_cast<unsigned char>(c)];
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view k_hex = "0123456789abcdef";
  if (const auto escape = short_escape(c); !escape.empty()) {
    out += escape;
  } else {
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += k_hex[byte >> 4U];
    out += k_hex[byte & 0xFU];
  }
}

void append_text(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    std::size_t size = 0;
    while (size < text.size() && is_plain(text[size])) ++size;
    out.append(text.data(), size);
    text.remove_prefix(size);
    if (text.empty()) break;
    append_escaped(out, text.front());
    text.remove_prefix(1);
  }
  out += '"';
}

void append(std::string& out, const Json& value);

using Member = Json::object_t::value_type;

/// An object's members in their canonical order; few of them take no memory of their own.
class SortedMembers {
 public:
  explicit SortedMembers(const Json::object_t& object) {
    const Member** first = m_few.data();
    if (object.size() > m_few.size()) {
      m_many.resize(object.size());
      first = m_many.data();
    }
    const Member** last = first;
    for (const Member& each : object) *last++ = &each;
    std::sort(first, last, [](const Member* a, const Member* b) { return comes_before(a->first, b->first); });
    m_members = {first, last};
  }
  SortedMembers(const SortedMembers&) = delete;
  SortedMembers& operator=(const SortedMembers&) = delete;

  [[nodiscard]] std::span<const Member*> members() const { return m_members; }

 private:
  std::array<const Member*, 24> m_few{};
  std::vector<const Member*> m_many;
  std::span<const Member*> m_members;
};

/// Where a member stands in a text, the comma or brace before it included.
struct MemberPlace {
  std::string_view name;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< 0: it is not there
};

// NOLINTNEXTLINE(misc-no-recursion): bounded by k_deepest_json
void append_object(std::string& out, const Json& object, MemberPlace* wanted = nullptr) {
  const SortedMembers sorted(object.get_ref<const Json::object_t&>());
  char before = '{';
  for (const Member* each : sorted.members()) {
    const std::size_t begin = out.size();
    out += before;
    append_text(out, each->first);
    out += ':';
    append(out, each->second);
    before = ',';
    if (wanted != nullptr && each->first == wanted->name) {
      wanted->begin = begin;
      wanted->end = out.size();
    }
  }
  if (before == '{') out += '{';
  out += '}';
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by k_deepest_json
void append(std::string& out, const Json& value) {
  if (value.is_object()) {
    append_object(out, value);
  } else if (value.is_array()) {
    char before = '[';
    for (const Json& each : value) {
      out += before;
      append(out, each);
      before = ',';
    }
    if (value.empty()) out += '[';
    out += ']';
  } else if (value.is_string()) {
    append_text(out, value.get_ref<const std::string&>());
  } else if (value.is_number()) {
    out += ecmascript_number(value.get<double>());
  } else if (value.is_boolean()) {
    out += value.get<bool>() ? "true" : "false";
  } else {
    out += "null";
  }
}

}  // namespace

std::string ecmascript_number(double value) {
  constexpr int k_least_point = -5;
  constexpr int k_largest_point = 21;
  if (!std::isfinite(value)) throw std::invalid_argument("JSON has no number for infinity");
  if (value == 0) return "0";
  const Decimal decimal = shortest_decimal(std::abs(value));
  const bool plain = decimal.point >= k_least_point && decimal.point <= k_largest_point;
  return (value < 0 ? "-" : "") + (plain ? without_exponent(decimal) : with_exponent(decimal));
}

std::string canonical_json(const Json& document) {
  std::string out;
  append(out, document);
  return out;
}

CanonicalForms canonical_forms(const Json& object, std::string_view name) {
  CanonicalForms forms;
  MemberPlace place{name};
  append_object(forms.whole, object, &place);
  if (place.end == 0) {
    forms.without = forms.whole;
    return forms;
  }
  const std::string_view whole = forms.whole;
  std::string_view rest = whole.substr(place.end);
  forms.without = whole.substr(0, place.begin);
  // The first member takes its brace with it, and leaves a comma behind, if another one follows.
  if (place.begin == 0) {
    forms.without = "{";
    if (rest.front() == ',') rest.remove_prefix(1);
  }
  forms.without += rest;
  return forms;
}

std::string canonical_json_without(const Json& object, std::string_view name) {
  return canonical_forms(object, name).without;
}

}  // namespace preshift
