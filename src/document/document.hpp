#pragma once

#include "text.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace preshift {

/// A document for people, in one language, before it has a format: HTML, PDF, CSV and XLSX are made of the
/// same blocks, so they say the same. All texts are plain, may come from strangers, and are escaped by the
/// renderers.

struct Heading {
  int level = 2;  ///< 2 or 3; the document's title is the one of level 1
  std::string words;
};

struct Paragraph {
  std::string words;  ///< between two backticks: a command to type, shown as such where letters can show it
};

/// How a verdict looks: its colour and mark; the words say it too.
enum class Tone { neutral, good, bad, open };

/// A large number with what it counts, on the first page.
struct KeyFigure {
  std::string value;  ///< "94.2 %"
  std::string words;  ///< "of 12,345 checks cleared"
  Tone tone = Tone::neutral;
};
struct KeyFigures {
  std::vector<KeyFigure> figures;
};

/// A cell of a table: words, a number that a spreadsheet can count with, or nothing.
struct Number {
  double value = 0;
  int decimals = 0;
  std::string unit{};  ///< after the number, where the column's title has none
};
struct Cell {
  std::variant<std::monostate, std::string, Number> content;
  Tone tone = Tone::neutral;
};
struct Column {
  std::string title;
  bool is_number = false;  ///< right-aligned
};
struct Table {
  std::string name;   ///< stable, the same in every language: names a sheet and a CSV file: "days"
  std::string title;  ///< above it
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::string when_empty;  ///< what is said instead of no rows
};

/// A picture, made once for every format.
struct Chart {
  std::string svg;
  std::string words;  ///< what it shows, for who cannot see it
  double width = 0;   ///< in pixels of the SVG
  double height = 0;
};

/// A line of names and values: "Issued | 26 November 2026".
struct NamedValues {
  std::vector<std::pair<std::string, std::string>> lines;
};

/// A verdict across the page: "Cleared".
struct Banner {
  Tone tone = Tone::neutral;
  std::string words;
  std::string detail;
};

struct PageBreak {};

using Block = std::variant<Heading, Paragraph, KeyFigures, Table, Chart, NamedValues, Banner, PageBreak>;

struct Document {
  Language language = Language::english;
  std::string title;
  std::string subtitle;
  std::vector<Block> blocks;
  std::string footer;        ///< on every page of a PDF, at the end of HTML
  bool is_one_page = false;  ///< on paper, letters and gaps are smaller where that puts all on one page
};

}  // namespace preshift
