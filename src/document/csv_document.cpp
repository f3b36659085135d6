#include "csv_document.hpp"

#include "document_texts.hpp"
#include "document_words.hpp"
#include "table_names.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace preshift {
namespace {

/// As a program reads it.
std::string plain_number(const Number& number) {
  return std::isfinite(number.value) ? render_number(number.value, number.decimals, Language::english, true)
                                     : std::string();
}

bool is_plain_number(std::string_view words) {
  if (words.starts_with('+')) words.remove_prefix(1);
  double value = 0;
  const auto [end, error] =
      std::from_chars(words.data(), words.data() + words.size(), value, std::chars_format::fixed);
  return error == std::errc() && end == words.data() + words.size() && std::isfinite(value);
}

/// What a spreadsheet may compute instead of showing it, spaces before it or not.
bool begins_formula(std::string_view words) {
  words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
  constexpr std::string_view k_beginnings[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::any_of(std::begin(k_beginnings), std::end(k_beginnings),
                     [&](std::string_view beginning) { return words.starts_with(beginning); });
}

/// Tabulators and ends of lines have become spaces in shown_words.
std::string field(std::string_view raw) {
  std::string words = shown_words(raw);
  if (begins_formula(words) && !is_plain_number(words)) words.insert(0, 1, '\'');
  if (words.find_first_of("\",") == std::string::npos) return words;
  std::string quoted = "\"";
  for (const char character : words) quoted += character == '"' ? "\"\"" : std::string(1, character);
  return quoted + '"';
}

std::string field(const Cell& cell) {
  if (const auto* number = std::get_if<Number>(&cell.content)) return plain_number(*number);
  const auto* words = std::get_if<std::string>(&cell.content);
  return words == nullptr ? std::string() : field(*words);
}

std::vector<const Table*> tables_of(const Document& document) {
  std::vector<const Table*> tables;
  for (const Block& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block)) tables.push_back(table);
  return tables;
}

std::string names_of(const std::vector<const Table*>& tables) {
  std::string names;
  for (const Table* table : tables) names += (names.empty() ? "" : ", ") + table->name;
  return names;
}

}  // namespace

std::string csv_table(const Table& table) {
  std::string csv;
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    csv += (column == 0 ? "" : ",") + field(title_with_unit(table, column));
  csv += "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      csv += (column == 0 ? "" : ",") + (column < row.size() ? field(row[column]) : std::string());
    csv += "\r\n";
  }
  return csv;
}

Result<std::string> csv_document(const Document& document, std::string_view table) {
  const auto tables = tables_of(document);
  if (table.empty() && tables.size() == 1) return csv_table(*tables.front());
  if (table.empty()) return unusable_input(document_text("document.which_table"), names_of(tables));
  const auto found =
      std::find_if(tables.begin(), tables.end(), [&](const Table* each) { return each->name == table; });
  if (found == tables.end())
    return unusable_input(document_text("document.no_table"), std::string(table), names_of(tables));
  return csv_table(**found);
}

std::vector<CsvFile> csv_files(const Document& document) {
  std::vector<CsvFile> files;
  TableNames names;
  for (const Table* table : tables_of(document))
    files.push_back({names.next(*table) + ".csv", csv_table(*table)});
  return files;
}

}  // namespace preshift
