#include "paper_blocks.hpp"

#include "document_words.hpp"
#include "paper_table.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace preshift::paper {
namespace {

constexpr double k_gap = 10;

struct Size {
  double width;
  double height;
};

/// As wide as the words, unless that is too high for a page.
Size size_of(const Chart& chart) {
  constexpr double k_most_height = k_height - 160;
  if (chart.width <= 0 || chart.height <= 0) return {0, 0};
  const double scale = std::min({k_width / chart.width, k_most_height / chart.height, 0.75});
  return {chart.width * scale, chart.height * scale};
}

class BlockWriter {
 public:
  BlockWriter(Canvas& canvas, const Document& document) : m_canvas(canvas), m_document(document) {}

  bool write() {
    m_canvas.begin("Document");
    write_title();
    for (m_place = 0; m_place < m_document.blocks.size(); ++m_place)
      std::visit([this](const auto& each) { write(each); }, m_document.blocks[m_place]);
    m_canvas.end("Document");
    return m_is_whole;
  }

 private:
  /// Words in one piece, as one element of the structure.
  void put(const Words& words, Ink ink, const char* tag) {
    m_canvas.require(words.height());
    m_canvas.begin(tag);
    m_canvas.draw(words, ink, k_left, m_canvas.y);
    m_canvas.end(tag);
    m_canvas.y += words.height();
  }

  void write_title() {
    put(m_canvas.words(shown_words(m_document.title), k_title, k_width, Align::left, k_height / 2), k_accent,
        "H1");
    if (!m_document.subtitle.empty()) {
      m_canvas.y += m_canvas.gap(4);
      put(m_canvas.words(shown_words(m_document.subtitle), k_subtitle, k_width, Align::left, k_height / 3),
          k_soft, "P");
    }
    m_canvas.y += m_canvas.gap(22);
  }

  /// What a heading before that block must keep on its page.
  [[nodiscard]] double least_height(std::size_t place) const {
    constexpr double k_usual = 48;
    constexpr double k_table = 96;
    if (place >= m_document.blocks.size()) return 0;
    const Block& block = m_document.blocks[place];
    if (std::holds_alternative<Heading>(block)) return k_usual + least_height(place + 1);
    if (const auto* chart = std::get_if<Chart>(&block)) return chart_height(*chart);
    return std::holds_alternative<Table>(block) ? k_table : k_usual;
  }

  void write(const Heading& heading) {
    const bool is_second = heading.level != 3;
    const Words words =
        m_canvas.words(shown_words(heading.words), is_second ? k_heading_2 : k_heading_3, k_width);
    m_canvas.skip(is_second ? 18 : 8);
    m_canvas.require(words.height() + 20 + std::min(least_height(m_place + 1), k_height / 2));
    if (is_second && !m_canvas.is_at_top()) {
      m_canvas.rule(m_canvas.y, 0.6, k_line);
      m_canvas.y += m_canvas.gap(12);
    }
    m_canvas.outline(heading.level, shown_words(heading.words));
    put(words, k_accent, is_second ? "H2" : "H3");
    m_canvas.y += m_canvas.gap(is_second ? 9 : 5);
  }

  void write(const Paragraph& paragraph) {
    // A paragraph may be longer than a page.
    constexpr double k_no_limit = 100 * k_height;
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> typed;
    for (const Run& run : runs_of(paragraph.words)) {
      const std::size_t begin = text.size();
      text += shown_words(run.words);
      if (run.is_command) typed.emplace_back(begin, text.size());
    }
    Words words = m_canvas.words(text, k_body, k_width, Align::left, k_no_limit);
    for (const auto& [begin, end] : typed) words.set_typed(begin, end);
    m_canvas.flow(words, k_ink, k_left);
    m_canvas.y += m_canvas.gap(k_gap);
  }

  void write(const KeyFigures& key) {
    constexpr std::size_t k_in_a_row = 4;
    for (std::size_t first = 0; first < key.figures.size(); first += k_in_a_row)
      write_figures(key, first, std::min(first + k_in_a_row, key.figures.size()));
  }

  void write_figures(const KeyFigures& key, std::size_t first, std::size_t end) {
    constexpr double k_between = 20;
    constexpr double k_column = (k_width - 3 * k_between) / 4;
    constexpr Lettering k_value{19, k_accent, true};
    constexpr Lettering k_counted{8.5};
    struct Laid {
      Words value;
      Words words;
      Tone tone;
    };
    std::vector<Laid> laid;
    double height = 0;
    for (std::size_t place = first; place < end; ++place) {
      const KeyFigure& figure = key.figures[place];
      laid.push_back({m_canvas.words(shown_words(figure.value), k_value, k_column, Align::left, k_height / 4),
                      m_canvas.words(marked(figure.tone, shown_words(figure.words)), k_counted, k_column,
                                     Align::left, k_height / 4),
                      figure.tone});
      height = std::max(height, 7 + laid.back().value.height() + laid.back().words.height());
    }
    m_canvas.require(height);
    double x = k_left;
    for (const Laid& each : laid) {
      const bool is_neutral = each.tone == Tone::neutral;
      m_canvas.box(x, m_canvas.y, k_column, 2.2, inks_of(each.tone).words);
      m_canvas.begin("P");
      m_canvas.draw(each.value, k_accent, x, m_canvas.y + 7);
      m_canvas.draw(each.words, is_neutral ? k_soft : inks_of(each.tone).words, x,
                    m_canvas.y + 7 + each.value.height());
      m_canvas.end("P");
      x += k_column + k_between;
    }
    m_canvas.y += height + m_canvas.gap(16);
  }

  void write(const NamedValues& facts) {
    constexpr double k_names = 130;
    constexpr Lettering k_letters{9};
    for (const auto& [name, value] : facts.lines) {
      const Words left = m_canvas.words(shown_words(name), k_letters, k_names - k_gap);
      const Words right = m_canvas.words(shown_words(value), k_letters, k_width - k_names);
      const double height = std::max(left.height(), right.height());
      m_canvas.require(height);
      m_canvas.begin("P");
      m_canvas.draw(left, k_soft, k_left, m_canvas.y);
      m_canvas.draw(right, k_ink, k_left + k_names, m_canvas.y);
      m_canvas.end("P");
      m_canvas.y += height + m_canvas.gap(3);
    }
    if (!facts.lines.empty()) m_canvas.y += m_canvas.gap(k_gap);
  }

  void write(const Banner& banner) {
    constexpr double k_bar = 4.5;
    const double padding = m_canvas.gap(13);
    const ToneInks inks = inks_of(banner.tone);
    const Lettering letters{16, inks.words, true};
    const double width = k_width - 2 * padding - k_bar;
    const Words words = m_canvas.words(marked(banner.tone, shown_words(banner.words)), letters, width,
                                       Align::left, k_height / 3);
    const Words detail = m_canvas.words(shown_words(banner.detail), k_body, width, Align::left, k_height / 3);
    const double detail_height = banner.detail.empty() ? 0 : detail.height() + 3;
    const double height = words.height() + detail_height + 2 * padding;
    m_canvas.require(height);
    m_canvas.box(k_left, m_canvas.y, k_width, height, inks.ground);
    m_canvas.box(k_left, m_canvas.y, k_bar, height, inks.words);
    const double x = k_left + k_bar + padding;
    m_canvas.begin("P");
    m_canvas.draw(words, inks.words, x, m_canvas.y + padding);
    if (detail_height > 0) m_canvas.draw(detail, k_ink, x, m_canvas.y + padding + words.height() + 3);
    m_canvas.end("P");
    m_canvas.y += height + m_canvas.gap(16);
  }

  [[nodiscard]] Words caption_of(const Chart& chart) const {
    return m_canvas.words(shown_words(chart.words), k_small, k_width, Align::left, k_height / 5);
  }

  [[nodiscard]] double chart_height(const Chart& chart) const {
    return size_of(chart).height + 4 + caption_of(chart).height();
  }

  void write(const Chart& chart) {
    const Size size = size_of(chart);
    m_canvas.require(chart_height(chart));
    m_canvas.begin("Figure");
    m_is_whole = m_canvas.picture(chart.svg, k_left, size.width, size.height) && m_is_whole;
    m_canvas.end("Figure");
    m_canvas.y += size.height + m_canvas.gap(4);
    put(caption_of(chart), k_soft, "Caption");
    m_canvas.y += m_canvas.gap(18);
  }

  void write(const Table& table) { write_table(m_canvas, table, m_document.language); }

  void write(const PageBreak&) {
    if (!m_canvas.is_at_top()) m_canvas.new_page();
  }

  Canvas& m_canvas;
  const Document& m_document;
  std::size_t m_place = 0;
  bool m_is_whole = true;
};

}  // namespace

bool write_blocks(Canvas& canvas, const Document& document) {
  return BlockWriter(canvas, document).write();
}

ToneInks inks_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return {0x17603f, 0xedf6f1};
    case Tone::bad:
      return {0x9c2a10, 0xfbefec};
    case Tone::open:
      return {0x5a4a00, 0xfaf5e1};
    case Tone::neutral:
      break;
  }
  return {};
}

std::string marked(Tone tone, const std::string& words) {
  const std::string_view mark = tone_mark(tone);
  return mark.empty() ? words : std::string(mark) + "\u00a0" + words;
}

}  // namespace preshift::paper
