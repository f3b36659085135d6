#include "text.hpp"

#include "utf8.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>

namespace preshift {
namespace {

std::string filled(std::string_view pattern, const Message& message, Language language) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const Argument& argument : message.arguments) {
    if (const auto* number = std::get_if<double>(&argument)) {
      store.push_back(render_number(*number, 2, language));
    } else {
      store.push_back(printable(std::get<std::string>(argument)));
    }
  }
  try {
    return fmt::vformat(pattern, store);
  } catch (const fmt::format_error&) {
    return std::string(pattern);
  }
}

}  // namespace

std::string render(const Message& message, Language language) {
  return filled(message.text.in(language), message, language);
}

std::string render_remedy(const Message& message, Language language) {
  const Text& text = message.text;
  return filled(language == Language::french ? text.french_remedy : text.english_remedy, message, language);
}

std::string render_number(double value, int decimals, Language language, bool fixed) {
  std::string digits = fmt::format("{:.{}f}", value, decimals);
  if (!fixed && digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  if (digits.find_first_not_of("-0.") == std::string::npos && digits.front() == '-') digits.erase(0, 1);
  if (language == Language::french) std::replace(digits.begin(), digits.end(), '.', ',');
  return digits;
}

Language language_of_locale(std::string_view locale) {
  const bool french =
      locale.starts_with("fr") && (locale.size() == 2 || locale[2] == '_' || locale[2] == '.' ||
                                   locale[2] == '-' || locale[2] == '@' || locale[2] == ':');
  return french ? Language::french : Language::english;
}

}  // namespace preshift
