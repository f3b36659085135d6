#pragma once

#include "audit_texts.hpp"
#include "chart_sheet.hpp"
#include "document.hpp"
#include "evaluation.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preshift {

// For the sources of this folder that make tables.

[[nodiscard]] inline std::string said(const Text& text, Language language,
                                      std::vector<Argument> arguments = {}) {
  return render({text, std::move(arguments)}, language);
}

/// "12,345".
[[nodiscard]] inline std::string count_words(std::int64_t count, Language language) {
  return written_count(static_cast<double>(count), language);
}

[[nodiscard]] inline Cell words_cell(std::string words, Tone tone = Tone::neutral) {
  return {std::move(words), tone};
}
[[nodiscard]] inline Cell number_cell(double value, int decimals = 0) {
  if (!std::isfinite(value)) return {};
  return {Number{value, decimals}, Tone::neutral};
}
[[nodiscard]] inline Cell count_cell(std::int64_t count) {
  return number_cell(static_cast<double>(count));
}
[[nodiscard]] inline Cell share_cell(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? number_cell(100.0 * static_cast<double>(part) / static_cast<double>(whole), 1) : Cell{};
}

struct ColumnText {
  Text title;
  bool is_number = false;
};

/// A table without rows.
[[nodiscard]] inline Table empty_table(std::string name, const Text& title,
                                       std::initializer_list<ColumnText> columns, Language language) {
  Table table;
  table.name = std::move(name);
  table.title = said(title, language);
  for (const ColumnText& column : columns)
    table.columns.push_back({said(column.title, language), column.is_number});
  table.when_empty = said(audit_text("table.none"), language);
  return table;
}

[[nodiscard]] inline Cell outcome_cell(Outcome outcome, Language language) {
  switch (outcome) {
    case Outcome::cleared:
      return words_cell(said(audit_text("word.cleared"), language), Tone::good);
    case Outcome::not_cleared:
      return words_cell(said(audit_text("word.not_cleared"), language), Tone::bad);
    case Outcome::undecided:
      break;
  }
  return words_cell(said(audit_text("word.undecided"), language), Tone::open);
}

[[nodiscard]] inline std::string shown_site(const std::string& site, Language language) {
  return site.empty() ? said(audit_text("word.unknown_site"), language) : site;
}
[[nodiscard]] inline std::string shown_agent(const std::string& agent, Language language) {
  return agent.empty() ? said(audit_text("word.erased_agent"), language) : agent;
}

}  // namespace preshift
