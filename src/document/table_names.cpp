#include "table_names.hpp"

#include <string_view>

namespace preshift {
namespace {

constexpr std::size_t k_longest = 31;  // of a sheet's name

std::string safe_name(std::string_view name) {
  constexpr std::string_view k_safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  std::string safe;
  for (const char character : name.substr(0, k_longest))
    safe += k_safe.find(character) == std::string_view::npos ? '_' : character;
  return safe.empty() ? "table" : safe;
}

/// Spreadsheets and some file systems take "Days" and "days" for one.
std::string lower_case(std::string name) {
  for (char& character : name)
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  return name;
}

}  // namespace

std::string TableNames::next(const Table& table) {
  const std::string name = safe_name(table.name);
  std::string free = name;
  for (int number = 2; !m_taken.insert(lower_case(free)).second; ++number) {
    const std::string ending = "-" + std::to_string(number);
    free = name.substr(0, k_longest - ending.size()) + ending;
  }
  return free;
}

std::string title_with_unit(const Table& table, std::size_t column) {
  const std::string& title = table.columns[column].title;
  const std::string* unit = nullptr;
  for (const auto& row : table.rows) {
    const auto* number = column < row.size() ? std::get_if<Number>(&row[column].content) : nullptr;
    if (number == nullptr) continue;
    if (number->unit.empty() || (unit != nullptr && *unit != number->unit)) return title;
    unit = &number->unit;
  }
  return unit == nullptr ? title : title + ", " + *unit;
}

}  // namespace preshift
