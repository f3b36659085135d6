#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace preshift {

enum class Language { english, french };

/// One text a person reads, in every language Preshift speaks: {fmt} templates over the same positional
/// arguments
/// ({0}, {1}, ...). The id names the text across the pipe and in JSON; it is stable. A text that gives a
/// reason may say apart from it what to do.
struct Text {
  std::string_view id;
  std::string_view english;
  std::string_view french;
  std::string_view english_remedy{};
  std::string_view french_remedy{};

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::french ? french : english;
  }
};

/// The text with this id; a wrong id does not compile.
template <std::size_t N>
consteval Text pick(const Text (&table)[N], std::string_view id) {
  for (const Text& text : table)
    if (text.id == id) return text;
  throw "no text has this id";
}

/// A number is written with the language's decimal mark, a string as it is.
using Argument = std::variant<std::string, double>;

/// A text and what fills its places; the language is chosen when it is shown.
struct Message {
  Text text;
  std::vector<Argument> arguments;
};

/// The message in words. Arguments are made safe to show (printable, utf8.hpp): they may come from anywhere.
/// Arguments that a template does not use are left out; a template that asks for more than there are is a
/// programming error (caught by a test over every table) and renders the bare template.
[[nodiscard]] std::string render(const Message& message, Language language);

/// What to do about it, in words; empty when the text says nothing of that.
[[nodiscard]] std::string render_remedy(const Message& message, Language language);

/// A number as a person writes it: at most `decimals` places, decimal comma in French, no trailing zeros
/// unless `fixed`.
[[nodiscard]] std::string render_number(double value, int decimals, Language language, bool fixed = false);

/// "fr", "fr_CA.UTF-8" and the like are French, everything else English.
[[nodiscard]] Language language_of_locale(std::string_view locale);

}  // namespace preshift
