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
constexpr double k_padding = 3.5;
constexpr double k_most_of_a_page = k_height - 120;

/// Natural widths when there is room for them, the rest shared out; else the narrow columns keep theirs and
/// the wide ones share what is left.
std::vector<double> fitted(std::vector<double> natural, double room) {
  const double sum = std::accumulate(natural.begin(), natural.end(), 0.0);
  if (sum <= room) {
    for (double& width : natural) width += (room - sum) * width / sum;
    return natural;
  }
  std::vector<std::size_t> order(natural.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return natural[a] < natural[b]; });
  std::size_t left = order.size();
  for (const std::size_t column : order) {
    natural[column] = std::min(natural[column], room / static_cast<double>(left));
    room -= natural[column];
    --left;
  }
  return natural;
}

class PaperTable {
 public:
  PaperTable(Canvas& canvas, const Table& table, Language language)
      : m_canvas(canvas), m_table(table), m_language(language), m_widths(widths()) {}

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
      m_canvas.y += caption.height() + k_caption_gap;
    }
    begin_part();
    for (const auto& row : m_table.rows) write_row(row);
    if (m_table.rows.empty()) write_emptiness();
    m_canvas.end("Table");
    m_canvas.y += 14;
  }

 private:
  [[nodiscard]] std::string cell_words(const Cell& cell) const {
    return marked(cell.tone, shown_words(written_cell(cell, m_language)));
  }

  [[nodiscard]] std::vector<double> widths() const {
    constexpr double k_least = 24;
    std::vector<double> natural;
    for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
      double widest = std::max(
          k_least, m_canvas.natural_width(shown_words(m_table.columns[column].title), k_head_letters));
      for (const auto& row : m_table.rows)
        if (column < row.size())
          widest = std::max(widest, m_canvas.natural_width(cell_words(row[column]), k_cell_letters));
      natural.push_back(widest);
    }
    return fitted(std::move(natural), k_width - k_gap * static_cast<double>(m_table.columns.size() - 1));
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

  [[nodiscard]] double head_height() const { return highest(head()) + 2 * k_padding; }

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
    m_canvas.y += highest(words) + k_padding;
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
    const double height = highest(words) + 2 * k_padding;
    begin_row(height);
    m_canvas.begin("TR");
    double x = k_left;
    for (std::size_t column = 0; column < count; ++column) {
      const char* tag = column == 0 && align_of(column) == Align::left ? "TH" : "TD";
      const Tone tone = row[column].tone;
      m_canvas.begin(tag);
      m_canvas.draw(words[column], tone == Tone::neutral ? k_ink : inks_of(tone).words, x,
                    m_canvas.y + k_padding);
      m_canvas.end(tag);
      x += m_widths[column] + k_gap;
    }
    m_canvas.end("TR");
    end_row(height);
  }

  void write_emptiness() {
    const Words words = m_canvas.words(shown_words(m_table.when_empty), k_cell_letters, k_width, Align::left,
                                       k_most_of_a_page / 2);
    const double height = words.height() + 2 * k_padding;
    begin_row(height);
    m_canvas.begin("TR");
    m_canvas.begin("TD");
    m_canvas.draw(words, k_soft, k_left, m_canvas.y + k_padding);
    m_canvas.end("TD");
    m_canvas.end("TR");
    end_row(height);
  }

  Canvas& m_canvas;
  const Table& m_table;
  Language m_language;
  std::vector<double> m_widths;
};

}  // namespace

void write_table(Canvas& canvas, const Table& table, Language language) {
  if (!table.columns.empty()) PaperTable(canvas, table, language).write();
}

}  // namespace preshift::paper
