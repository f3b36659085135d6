#pragma once

#include "document.hpp"

#include <string>

namespace preshift {

/// A table for a terminal: columns as wide as their longest cell, numbers to the right.
[[nodiscard]] std::string table_text(const Table& table, Language language, bool colour);

}  // namespace preshift
