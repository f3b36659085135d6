#include "paper_table.hpp"

#include "document_words.hpp"
#include "paper_blocks.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace preshift::paper {
namespace {

constexpr Lettering k_cell_letters{8.5};
constexpr Lettering k_head_letters{8, k_soft, true};
constexpr double k_gap = 12;  // between columns
constexpr double k_most_of_a_page = k_height - 120;

/// What a column's words take in one line, and what their longest word does.
struct ColumnWidth {
  double natural = 0;
  double least = 0;
};

/// When there is room for more, the rest is shared out in proportion to `weights`.
std::vector<double> shared_out(std::vector<double> widths, const std::vector<double>& weights, double room) {
  const double rest = room - std::accumulate(widths.begin(), widths.end(), 0.0);
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t column = 0; column < widths.size() && sum > 0; ++column)
    widths[column] += rest * weights[column] / sum;
  return widths;
}

/// Where not even every word fits, the narrow columns keep what they need and the wide ones share the rest.
std::vector<double> squeezed(std::vector<double> widths, double room) {
  std::vector<std::size_t> order(widths.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return widths[a] < widths[b]; });
  std::size_t left = order.size();
  for (const std::size_t column : order) {
    widths[column] = std::min(widths[column], room / static_cast<double>(left));
    room -= widths[column];
    --left;
  }
  return widths;
}

std::vector<double> fitted(const std::vector<ColumnWidth>& columns, double room) {
  std::vector<double> natural;
  std::vector<double> least;
  std::vector<double> wanted;
  for (const ColumnWidth& column : columns) {
    natural.push_back(column.natural);
    least.push_back(column.least);
    wanted.push_back(column.natural - column.least);
  }
  if (std::accumulate(natural.begin(), natural.end(), 0.0) <= room) return shared_out(natural, natural, room);
  if (std::accumulate(least.begin(), least.end(), 0.0) > room) return squeezed(least, room);
  return shared_out(least, wanted, room);
}

class PaperTable {
 public:
  PaperTable(Canvas& canvas, const Table& table, Language language)
      : m_canvas(canvas),
        m_table(table),
        m_language(language),
        m_padding(canvas.gap(3.5)),
        m_widths(widths()) {}

  void write() {
    const Words caption = m_canvas.words(shown_words(m_table.title), k_caption, k_width);
    constexpr double k_caption_gap = 8;
    constexpr double k_rows_below = 40;
    m_canvas.skip(4);
    m_canvas.require(caption.height() + k_caption_gap + head_height() + k_rows_below);
    if (!m_table.title.empty()) {
      m_canvas.begin("Caption");
      m_canvas.draw(caption, k_accent, k_left, m_canvas.y);
      m_canvas.end("Caption");
      m_canvas.y += caption.height() + m_canvas.gap(k_caption_gap);
    }
    begin_part();
    for (const auto& row : m_table.rows) write_row(row);
    if (m_table.rows.empty()) write_emptiness();
    m_canvas.end("Table");
    m_canvas.y += m_canvas.gap(14);
  }

 private:
  [[nodiscard]] std::string cell_words(const Cell& cell) const {
    return marked(cell.tone, shown_words(written_cell(cell, m_language)));
  }

  void measure(ColumnWidth& column, const std::string& words, const Lettering& lettering) const {
    column.natural = std::max(column.natural, m_canvas.natural_width(words, lettering));
    column.least = std::max(column.least, m_canvas.longest_word(words, lettering));
  }

  [[nodiscard]] std::vector<double> widths() const {
    constexpr double k_least = 24;
    std::vector<ColumnWidth> columns;
    for (std::size_t place = 0; place < m_table.columns.size(); ++place) {
      ColumnWidth column{k_least, k_least};
      measure(column, shown_words(m_table.columns[place].title), k_head_letters);
      for (const auto& row : m_table.rows)
        if (place < row.size()) measure(column, cell_words(row[place]), k_cell_letters);
      columns.push_back(column);
    }
    return fitted(columns, k_width - k_gap * static_cast<double>(m_table.columns.size() - 1));
  }

  [[nodiscard]] Align align_of(std::size_t column) const {
    return m_table.columns[column].is_number ? Align::right : Align::left;
  }

  [[nodiscard]] std::vector<Words> head() const {
    std::vector<Words> words;
    for (std::size_t column = 0; column < m_table.columns.size(); ++column)
      words.push_back(m_canvas.words(shown_words(m_table.columns[column].title), k_head_letters,
                                     m_widths[column], align_of(column), k_most_of_a_page / 2));
    return words;
  }

  static double highest(const std::vector<Words>& words) {
    double height = 0;
    for (const Words& each : words) height = std::max(height, each.height());
    return height;
  }

  [[nodiscard]] double head_height() const { return highest(head()) + 2 * m_padding; }

  /// The table's part on one page: its head.
  void begin_part() {
    m_canvas.begin("Table");
    const std::vector<Words> words = head();
    m_canvas.begin("TR");
    double x = k_left;
    for (std::size_t column = 0; column < words.size(); ++column) {
      m_canvas.begin("TH");
      m_canvas.draw(words[column], k_soft, x, m_canvas.y);
      m_canvas.end("TH");
      x += m_widths[column] + k_gap;
    }
    m_canvas.end("TR");
    m_canvas.y += highest(words) + m_padding;
    m_canvas.rule(m_canvas.y, 1.2, k_accent);
    m_canvas.y += 1.2;
  }

  void begin_row(double height) {
    if (m_canvas.y + height <= k_bottom) return;
    m_canvas.end("Table");
    m_canvas.new_page();
    begin_part();
  }

  void end_row(double height) {
    m_canvas.y += height;
    m_canvas.rule(m_canvas.y - 0.5, 0.5, k_line);
  }

  void write_row(const std::vector<Cell>& row) {
    const std::size_t count = std::min(row.size(), m_table.columns.size());
    std::vector<Words> words;
    for (std::size_t column = 0; column < count; ++column)
      words.push_back(m_canvas.words(cell_words(row[column]), k_cell_letters, m_widths[column],
                                     align_of(column), k_most_of_a_page / 2));
    const double height = highest(words) + 2 * m_padding;
    begin_row(height);
    m_canvas.begin("TR");
    double x = k_left;
    for (std::size_t column = 0; column < count; ++column) {
      const char* tag = column == 0 && align_of(column) == Align::left ? "TH" : "TD";
      const Tone tone = row[column].tone;
      m_canvas.begin(tag);
      m_canvas.draw(words[column], tone == Tone::neutral ? k_ink : inks_of(tone).words, x,
                    m_canvas.y + m_padding);
      m_canvas.end(tag);
      x += m_widths[column] + k_gap;
    }
    m_canvas.end("TR");
    end_row(height);
  }

  void write_emptiness() {
    const Words words = m_canvas.words(shown_words(m_table.when_empty), k_cell_letters, k_width, Align::left,
                                       k_most_of_a_page / 2);
    const double height = words.height() + 2 * m_padding;
    begin_row(height);
    m_canvas.begin("TR");
    m_canvas.begin("TD");
    m_canvas.draw(words, k_soft, k_left, m_canvas.y + m_padding);
    m_canvas.end("TD");
    m_canvas.end("TR");
    end_row(height);
  }

  Canvas& m_canvas;
  const Table& m_table;
  Language m_language;
  double m_padding;
  std::vector<double> m_widths;
};

}  // namespace

void write_table(Canvas& canvas, const Table& table, Language language) {
  if (!table.columns.empty()) PaperTable(canvas, table, language).write();
}

}  // namespace preshift::paper
