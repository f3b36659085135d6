#include "table_text.hpp"

#include "table_cells.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr std::size_t k_gap = 2;

std::string words_of(const Cell& cell, Language language) {
  if (const auto* words = std::get_if<std::string>(&cell.content)) return printable(*words);
  if (const auto* number = std::get_if<Number>(&cell.content))
    return render_number(number->value, number->decimals, language, true) +
           (number->unit.empty() ? "" : " " + number->unit);
  return {};
}

const char* colour_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "\x1b[32m";
    case Tone::bad:
      return "\x1b[31m";
    case Tone::open:
      return "\x1b[33m";
    case Tone::neutral:
      break;
  }
  return nullptr;
}

struct ShownCell {
  std::string words;
  const char* colour = nullptr;
};

std::string line_of(const std::vector<ShownCell>& cells, const std::vector<Column>& columns,
                    const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t place = 0; place < cells.size(); ++place) {
    const ShownCell& cell = cells[place];
    const std::string padding(widths[place] - display_width(cell.words), ' ');
    const std::string words = cell.colour != nullptr ? cell.colour + cell.words + "\x1b[0m" : cell.words;
    line += columns[place].is_number ? padding + words : words + padding;
    line += std::string(k_gap, ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

/// Their number when there is none of this title.
std::size_t place_of(const std::string& title, const std::vector<Column>& columns) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& column) { return column.title == title; });
  return static_cast<std::size_t>(found - columns.begin());
}

}  // namespace

std::string table_text(const Table& table, Language language, bool colour) {
  std::string text = table.title + "\n";
  if (table.rows.empty()) return text + "  " + table.when_empty + "\n";
  std::vector<std::vector<ShownCell>> lines(1);
  for (const Column& column : table.columns) lines.front().push_back({column.title, nullptr});
  for (const auto& row : table.rows) {
    lines.emplace_back();
    for (const Cell& cell : row)
      lines.back().push_back({words_of(cell, language), colour ? colour_of(cell.tone) : nullptr});
  }
  std::vector<std::size_t> widths(table.columns.size());
  for (const auto& line : lines)
    for (std::size_t place = 0; place < line.size(); ++place)
      widths[place] = std::max(widths[place], display_width(line[place].words));
  for (const auto& line : lines) text += line_of(line, table.columns, widths);
  return text;
}

Table joined_tables(const std::vector<Table>& tables, Language language) {
  Table joined;
  joined.columns.push_back({said(audit_text("column.table"), language)});
  for (const Table& table : tables)
    for (const Column& column : table.columns)
      if (place_of(column.title, joined.columns) == joined.columns.size()) joined.columns.push_back(column);
  for (const Table& table : tables)
    for (const std::vector<Cell>& row : table.rows) {
      std::vector<Cell> cells(joined.columns.size());
      cells.front() = words_cell(table.title);
      for (std::size_t column = 0; column < row.size(); ++column)
        cells[place_of(table.columns[column].title, joined.columns)] = row[column];
      joined.rows.push_back(std::move(cells));
    }
  return joined;
}

}  // namespace preshift
