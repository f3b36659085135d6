#pragma once

#include "document.hpp"

#include <string>
#include <vector>

namespace preshift {

/// A table for a terminal: columns as wide as their longest cell, numbers to the right.
[[nodiscard]] std::string table_text(const Table& table, Language language, bool colour);

/// One table of all rows: each begins with the title of its table; columns of the same title are one.
[[nodiscard]] Table joined_tables(const std::vector<Table>& tables, Language language);

}  // namespace preshift
