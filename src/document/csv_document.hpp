#pragma once

#include "document.hpp"
#include "problem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A table as CSV (RFC 4180, UTF-8 without a mark): a line of titles, then the rows. Numbers are plain, with
/// a point. What a spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] std::string csv_table(const Table& table);

/// The table of this name; without a name the only one. Fails with document.no_table or .which_table, which
/// say the names.
[[nodiscard]] Result<std::string> csv_document(const Document& document, std::string_view table = {});

struct CsvFile {
  std::string name;  ///< "days.csv": safe in every folder, each once
  std::string bytes;
};

/// Every table of the document.
[[nodiscard]] std::vector<CsvFile> csv_files(const Document& document);

}  // namespace preshift
