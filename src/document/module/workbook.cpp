#include "workbook.hpp"

#include "document_texts.hpp"
#include "document_words.hpp"
#include "file_bytes.hpp"
#include "scratch_folder.hpp"
#include "table_names.hpp"
#include "utf8.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

namespace preshift {
namespace {

constexpr lxw_color_t k_accent = 0x12355b;
constexpr lxw_col_t k_names = 0;
constexpr lxw_col_t k_values = 1;
constexpr double k_width_of_names = 34;
constexpr double k_width_of_values = 76;
constexpr double k_line_height = 15;

/// A cell holds 32767 characters.
std::string cell_text(std::string_view raw) {
  constexpr std::size_t k_most_bytes = 32'000;
  std::string words = shown_words(raw);
  if (words.size() <= k_most_bytes) return words;
  std::size_t end = k_most_bytes;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  return words.substr(0, end) + "…";
}

class WorkbookWriter {
 public:
  WorkbookWriter(const Document& document, const std::filesystem::path& file)
      : m_document(document), m_workbook(workbook_new(file.string().c_str())) {
    m_title = format(20, true);
    m_heading = format(14, true);
    m_bold = format(11, true);
    m_wrapped = format(11, false);
    format_set_text_wrap(m_wrapped);
    format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
  }

  /// The reason why not, or nothing.
  std::string write() {
    set_properties();
    write_summary();
    TableNames names;
    for (const Block& block : m_document.blocks)
      if (const auto* table = std::get_if<Table>(&block)) write_table(*table, names.next(*table));
    note(workbook_close(m_workbook));
    return m_error == LXW_NO_ERROR ? std::string() : lxw_strerror(m_error);
  }

 private:
  /// The first failure counts.
  void note(lxw_error error) {
    if (m_error == LXW_NO_ERROR) m_error = error;
  }

  lxw_format* format(double size, bool is_heading) {
    lxw_format* made = workbook_add_format(m_workbook);
    format_set_font_size(made, size);
    if (is_heading) {
      format_set_bold(made);
      format_set_font_color(made, k_accent);
    }
    return made;
  }

  void set_properties() {
    constexpr time_t k_always_the_same = 315'532'800;  // 1 January 1980, as in the archive of the file
    std::string title = cell_text(m_document.title).substr(0, 255);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = k_always_the_same;
    note(workbook_set_properties(m_workbook, &properties));
  }

  lxw_worksheet* sheet(const std::string& name) {
    lxw_worksheet* made = workbook_add_worksheet(m_workbook, name.c_str());
    if (made == nullptr) note(LXW_ERROR_SHEETNAME_ALREADY_USED);
    return made;
  }

  void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view words,
           lxw_format* format) {
    note(worksheet_write_string(sheet, row, column, cell_text(words).c_str(), format));
  }

  // ---- the summary

  void write_summary() {
    m_summary = sheet(std::string(document_text("document.summary").in(m_document.language)));
    if (m_summary == nullptr) return;
    worksheet_set_column(m_summary, k_names, k_names, k_width_of_names, nullptr);
    worksheet_set_column(m_summary, k_values, k_values, k_width_of_values, nullptr);
    worksheet_gridlines(m_summary, LXW_HIDE_ALL_GRIDLINES);
    line(m_document.title, m_title);
    if (!m_document.subtitle.empty()) line(m_document.subtitle, nullptr);
    ++m_row;
    for (const Block& block : m_document.blocks)
      std::visit([this](const auto& each) { summarise(each); }, block);
    if (m_document.footer.empty()) return;
    ++m_row;
    line(m_document.footer, nullptr);
  }

  void line(std::string_view words, lxw_format* format) { put(m_summary, m_row++, k_names, words, format); }

  /// Over both columns, as high as its words take.
  void lines(std::string_view words) {
    const std::string text = cell_text(words);
    constexpr double k_letters_in_a_line = k_width_of_names + k_width_of_values;
    const double count = std::ceil(static_cast<double>(display_width(text)) / k_letters_in_a_line);
    constexpr double k_most_lines = 25;
    worksheet_set_row(m_summary, m_row, k_line_height * std::clamp(count, 1.0, k_most_lines), nullptr);
    note(worksheet_merge_range(m_summary, m_row, k_names, m_row, k_values, text.c_str(), m_wrapped));
    ++m_row;
  }

  void pair(std::string_view name, std::string_view value) {
    put(m_summary, m_row, k_names, name, m_wrapped);
    put(m_summary, m_row, k_values, value, m_wrapped);
    ++m_row;
  }

  void summarise(const Heading& heading) {
    ++m_row;
    line(heading.words, heading.level == 3 ? m_bold : m_heading);
  }

  void summarise(const Paragraph& paragraph) { lines(paragraph.words); }

  void summarise(const KeyFigures& key) {
    for (const KeyFigure& figure : key.figures) pair(figure.words, figure.value);
  }

  void summarise(const NamedValues& values) {
    for (const auto& [name, value] : values.lines) pair(name, value);
  }

  void summarise(const Banner& banner) {
    line(banner.words, m_heading);
    if (!banner.detail.empty()) lines(banner.detail);
  }

  void summarise(const Chart& chart) { lines(chart.words); }
  void summarise(const Table&) {}
  void summarise(const PageBreak&) {}

  // ---- a table

  void write_table(const Table& table, const std::string& name) {
    lxw_worksheet* made = sheet(name);
    if (made == nullptr) return;
    for (lxw_col_t column = 0; column < table.columns.size(); ++column) write_head(made, table, column);
    lxw_row_t row = 1;
    for (const auto& cells : table.rows) {
      const std::size_t count = std::min(cells.size(), table.columns.size());
      for (lxw_col_t column = 0; column < count; ++column) write_cell(made, row, column, cells[column]);
      ++row;
    }
    if (table.rows.empty()) put(made, row, 0, table.when_empty, nullptr);
    worksheet_freeze_panes(made, 1, 0);
    if (!table.rows.empty() && !table.columns.empty())
      note(worksheet_autofilter(made, 0, 0, row - 1, static_cast<lxw_col_t>(table.columns.size() - 1)));
  }

  void write_head(lxw_worksheet* sheet, const Table& table, lxw_col_t column) {
    constexpr double k_narrowest = 10;
    constexpr double k_widest = 60;
    const std::string title = title_with_unit(table, column);
    put(sheet, 0, column, title, m_bold);
    std::size_t width = display_width(title) + 3;  // the filter's button
    for (const auto& row : table.rows)
      if (column < row.size())
        width = std::max(width, display_width(written_cell(row[column], m_document.language)));
    worksheet_set_column(sheet, column, column,
                         std::clamp(static_cast<double>(width) + 2, k_narrowest, k_widest), nullptr);
  }

  void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell) {
    if (const auto* words = std::get_if<std::string>(&cell.content)) put(sheet, row, column, *words, nullptr);
    const auto* number = std::get_if<Number>(&cell.content);
    if (number != nullptr && std::isfinite(number->value))
      note(worksheet_write_number(sheet, row, column, number->value, format_of(number->decimals)));
  }

  /// "#,##0.00", as each user's system writes it.
  lxw_format* format_of(int decimals) {
    constexpr int k_most = 15;
    const auto places = static_cast<std::size_t>(std::clamp(decimals, 0, k_most));
    if (m_numbers.size() <= places) m_numbers.resize(places + 1);
    if (m_numbers[places] == nullptr) {
      const std::string code = places == 0 ? "#,##0" : "#,##0." + std::string(places, '0');
      m_numbers[places] = workbook_add_format(m_workbook);
      format_set_num_format(m_numbers[places], code.c_str());
    }
    return m_numbers[places];
  }

  const Document& m_document;
  lxw_workbook* m_workbook = nullptr;
  lxw_worksheet* m_summary = nullptr;
  lxw_row_t m_row = 0;
  lxw_error m_error = LXW_NO_ERROR;
  lxw_format* m_title = nullptr;
  lxw_format* m_heading = nullptr;
  lxw_format* m_bold = nullptr;
  lxw_format* m_wrapped = nullptr;
  std::vector<lxw_format*> m_numbers;
};

}  // namespace

/// Debian 12's libxlsxwriter writes to files only.
WrittenWorkbook written_workbook(const Document& document) {
  constexpr std::size_t k_most_bytes = std::size_t{1} << 30U;
  const auto folder = ScratchFolder::make();
  if (!folder) return {{}, folder.error()};
  const auto file = folder->path() / "document.xlsx";
  if (std::string problem = WorkbookWriter(document, file).write(); !problem.empty()) return {{}, problem};
  const auto bytes = read_file(file, k_most_bytes);
  return bytes ? WrittenWorkbook{*bytes, {}} : WrittenWorkbook{{}, file.string()};
}

}  // namespace preshift
