#include "name_pattern.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <vector>

namespace preshift {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

enum class Kind { literal, any_text, any_character, one_of, number };

struct Token {
  Kind kind = Kind::literal;
  std::string_view text{};  ///< the literal character, or what stands between the brackets
  std::size_t digits = 1;   ///< of a number, at least
};

std::size_t character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) ++length;
  return length;
}

/// %d, %4d or %04d at the beginning; their length goes to `length`.
std::optional<Token> number_token(std::string_view pattern, std::size_t& length) {
  constexpr std::size_t k_most_digits = 20;
  std::size_t end = 1;
  while (end < pattern.size() && is_digit(pattern[end])) ++end;
  if (end >= pattern.size() || pattern[end] != 'd') return std::nullopt;
  std::size_t digits = 1;
  std::from_chars(pattern.data() + 1, pattern.data() + end, digits);
  if (digits > k_most_digits) return std::nullopt;
  length = end + 1;
  return Token{Kind::number, {}, std::max<std::size_t>(digits, 1)};
}

/// [...] at the beginning; a bracket that comes first is a member.
std::optional<Token> class_token(std::string_view pattern, std::size_t& length) {
  const std::size_t first = pattern.size() > 1 && (pattern[1] == '!' || pattern[1] == '^') ? 2 : 1;
  const std::size_t close = pattern.find(']', first + 1);
  if (close == std::string_view::npos) return std::nullopt;
  length = close + 1;
  return Token{Kind::one_of, pattern.substr(1, close - 1)};
}

Token next_token(std::string_view pattern, std::size_t& length) {
  length = 1;
  if (pattern[0] == '*') return {Kind::any_text};
  if (pattern[0] == '?') return {Kind::any_character};
  std::optional<Token> token;
  if (pattern[0] == '%') token = number_token(pattern, length);
  if (pattern[0] == '[') token = class_token(pattern, length);
  if (token) return *token;
  length = character_length(pattern);
  return {Kind::literal, pattern.substr(0, length)};
}

std::vector<Token> tokens_of(std::string_view pattern) {
  std::vector<Token> tokens;
  while (!pattern.empty()) {
    std::size_t length = 0;
    tokens.push_back(next_token(pattern, length));
    pattern.remove_prefix(length);
  }
  return tokens;
}

bool is_member(std::string_view character, std::string_view members) {
  const bool inverted = members[0] == '!' || members[0] == '^';
  if (inverted) members.remove_prefix(1);
  bool found = false;
  while (!members.empty()) {
    const std::string_view low = members.substr(0, character_length(members));
    members.remove_prefix(low.size());
    std::string_view high = low;
    if (members.size() > 1 && members[0] == '-') {
      high = members.substr(1, character_length(members.substr(1)));
      members.remove_prefix(1 + high.size());
    }
    found = found || (low <= character && character <= high);  // UTF-8 sorts as its code points do
  }
  return found != inverted;
}

/// Where a match that has come to `from` can go with this token: marks every such place in `to`.
void advance(const Token& token, std::string_view name, std::size_t from, std::vector<bool>& to) {
  const std::string_view rest = name.substr(from);
  if (token.kind == Kind::any_text) {
    std::fill(to.begin() + static_cast<std::ptrdiff_t>(from), to.end(), true);
  } else if (token.kind == Kind::number) {
    std::size_t digits = 0;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    const bool filled_up = digits == token.digits || (digits > token.digits && rest[0] != '0');
    if (filled_up) to[from + digits] = true;
  } else if (!rest.empty()) {
    const std::string_view character = rest.substr(0, character_length(rest));
    const bool fits =
        token.kind == Kind::any_character ||
        (token.kind == Kind::literal ? character == token.text : is_member(character, token.text));
    if (fits) to[from + character.size()] = true;
  }
}

std::size_t digits_at(std::string_view text, std::size_t index) {
  std::size_t end = index;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - index;
}

std::string_view without_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

/// Below, at or above zero, as the number `a` is below, equal to or above `b`. Any number of digits.
int compare_numbers(std::string_view a, std::string_view b) {
  a = without_zeros(a);
  b = without_zeros(b);
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

}  // namespace

bool is_pattern(std::string_view name) {
  const std::vector<Token> tokens = tokens_of(name);
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.kind != Kind::literal; });
}

bool fits_pattern(std::string_view name, std::string_view pattern) {
  if (name.starts_with('.') && !pattern.starts_with('.')) return false;
  std::vector<bool> reached(name.size() + 1, false);
  reached[0] = true;
  for (const Token& token : tokens_of(pattern)) {
    std::vector<bool> next(name.size() + 1, false);
    for (std::size_t place = 0; place <= name.size(); ++place) {
      if (!reached[place]) continue;
      advance(token, name, place, next);
      if (token.kind == Kind::any_text) break;  // every later place is marked already
    }
    reached = std::move(next);
  }
  return reached[name.size()];
}

bool comes_before(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    const std::size_t a_digits = digits_at(a, i);
    const std::size_t b_digits = digits_at(b, j);
    if (a_digits > 0 && b_digits > 0) {
      const int order = compare_numbers(a.substr(i, a_digits), b.substr(j, b_digits));
      if (order != 0) return order < 0;
      i += a_digits;
      j += b_digits;
    } else if (a[i] != b[j]) {
      return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
    } else {
      ++i;
      ++j;
    }
  }
  const std::size_t a_left = a.size() - i;
  const std::size_t b_left = b.size() - j;
  return a_left != b_left ? a_left < b_left : a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace preshift
