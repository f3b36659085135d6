#pragma once

#include "document.hpp"

#include <string>

namespace preshift {

struct WrittenWorkbook {
  std::string bytes;
  std::string problem;  ///< empty when it was written
};

/// A workbook (Office Open XML): a summary sheet with what is no table, then a sheet for each table, its
/// numbers as numbers. Nothing in it is a formula. No date, so that the same document is the same file.
[[nodiscard]] WrittenWorkbook written_workbook(const Document& document);

}  // namespace preshift
