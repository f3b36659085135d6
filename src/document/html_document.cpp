#include "html_document.hpp"

#include "document_words.hpp"
#include "html_style.hpp"
#include "xml_text.hpp"

#include <fmt/format.h>

#include <string_view>

namespace preshift {
namespace {

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "good";
    case Tone::bad:
      return "bad";
    case Tone::open:
      return "open";
    case Tone::neutral:
      break;
  }
  return "neutral";
}

/// What is hidden from a screen reader: the words beside it say the same.
std::string mark_of(Tone tone) {
  const std::string_view mark = tone_mark(tone);
  return mark.empty() ? "" : fmt::format("<span class=\"mark\" aria-hidden=\"true\">{}</span>", mark);
}

/// Without the XML declaration, which HTML does not have.
std::string_view inline_svg(std::string_view svg) {
  const std::size_t begin = svg.find("<svg");
  return begin == std::string_view::npos ? std::string_view() : svg.substr(begin);
}

std::string escaped(std::string_view words) {
  return xml_text(shown_words(words));
}

class HtmlWriter {
 public:
  explicit HtmlWriter(const Document& document) : m_document(document) {}

  std::string take() {
    write_head();
    m_html += "<main>\n";
    for (const Block& block : m_document.blocks) std::visit([this](const auto& each) { write(each); }, block);
    m_html += "</main>\n";
    if (!m_document.footer.empty())
      m_html += fmt::format("<footer><p>{}</p></footer>\n", escaped(m_document.footer));
    m_html += "</body>\n</html>\n";
    return std::move(m_html);
  }

 private:
  void write_head() {
    const std::string title = escaped(m_document.title);
    m_html +=
        fmt::format("<!DOCTYPE html>\n<html lang=\"{}\"{}>\n<head>\n<meta charset=\"utf-8\">\n",
                    language_code(m_document.language), m_document.is_one_page ? " class=\"one-page\"" : "");
    m_html +=
        "<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    m_html += fmt::format("<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n", title, k_html_style);
    m_html += fmt::format("<header>\n<h1>{}</h1>\n", title);
    if (!m_document.subtitle.empty())
      m_html += fmt::format("<p class=\"subtitle\">{}</p>\n", escaped(m_document.subtitle));
    m_html += "</header>\n";
  }

  void write(const Heading& heading) {
    const int level = heading.level == 3 ? 3 : 2;
    m_html += fmt::format("<h{0}>{1}</h{0}>\n", level, escaped(heading.words));
  }

  void write(const Paragraph& paragraph) {
    m_html += "<p>";
    for (const Run& run : runs_of(paragraph.words))
      m_html += run.is_command ? fmt::format("<code>{}</code>", escaped(run.words)) : escaped(run.words);
    m_html += "</p>\n";
  }

  void write(const KeyFigures& key) {
    if (key.figures.empty()) return;
    m_html += "<ul class=\"figures\">\n";
    for (const KeyFigure& figure : key.figures)
      m_html += fmt::format(
          "<li class=\"{}\"><span class=\"value\">{}</span> <span class=\"words\">{}{}</span></li>\n",
          class_of(figure.tone), escaped(figure.value), mark_of(figure.tone), escaped(figure.words));
    m_html += "</ul>\n";
  }

  void write(const NamedValues& facts) {
    if (facts.lines.empty()) return;
    m_html += "<dl class=\"facts\">\n";
    for (const auto& [name, value] : facts.lines)
      m_html += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escaped(name), escaped(value));
    m_html += "</dl>\n";
  }

  void write(const Banner& banner) {
    m_html += fmt::format("<div class=\"banner {}\"><p class=\"words\">{}{}</p>", class_of(banner.tone),
                          mark_of(banner.tone), escaped(banner.words));
    if (!banner.detail.empty()) m_html += fmt::format("<p class=\"detail\">{}</p>", escaped(banner.detail));
    m_html += "</div>\n";
  }

  void write(const PageBreak&) { m_html += "<div class=\"page-break\"></div>\n"; }

  /// What is wider than a telephone is scrolled, by keyboard too.
  void begin_scroll(std::string_view label) {
    m_html += fmt::format("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">\n",
                          escaped(label));
  }

  void write(const Chart& chart) {
    constexpr double k_narrow = 300;
    m_html += chart.width < k_narrow ? "<figure class=\"small\">\n" : "<figure>\n";
    begin_scroll(chart.words);
    m_html += inline_svg(chart.svg);
    m_html += fmt::format("</div>\n<figcaption>{}</figcaption>\n</figure>\n", escaped(chart.words));
  }

  void write(const Table& table) {
    begin_scroll(table.title.empty() ? table.name : table.title);
    m_html += "<table>\n";
    if (!table.title.empty()) m_html += fmt::format("<caption>{}</caption>\n", escaped(table.title));
    m_html += "<thead><tr>";
    for (const Column& column : table.columns) {
      const std::string_view number = column.is_number ? " class=\"number\"" : "";
      m_html += column.title.empty()
                    ? std::string("<td></td>")
                    : fmt::format("<th scope=\"col\"{}>{}</th>", number, escaped(column.title));
    }
    m_html += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) write_row(table, row);
    if (table.rows.empty() && !table.columns.empty())
      m_html += fmt::format("<tr><td class=\"empty\" colspan=\"{}\">{}</td></tr>\n", table.columns.size(),
                            escaped(table.when_empty));
    m_html += "</tbody>\n</table>\n</div>\n";
  }

  /// The first cell names its row, unless it is a number or empty. A row that is too short is filled up.
  void write_row(const Table& table, const std::vector<Cell>& row) {
    m_html += "<tr>";
    for (std::size_t place = 0; place < table.columns.size(); ++place) {
      const Cell cell = place < row.size() ? row[place] : Cell{};
      const bool is_number = table.columns[place].is_number;
      const std::string words = escaped(written_cell(cell, m_document.language));
      if (place == 0 && !is_number && !words.empty() && cell.tone == Tone::neutral)
        m_html += fmt::format("<th scope=\"row\">{}</th>", words);
      else
        m_html += fmt::format("<td class=\"{}{}\">{}{}</td>", class_of(cell.tone), is_number ? " number" : "",
                              mark_of(cell.tone), words);
    }
    m_html += "</tr>\n";
  }

  const Document& m_document;
  std::string m_html;
};

}  // namespace

std::string html_document(const Document& document) {
  return HtmlWriter(document).take();
}

}  // namespace preshift
