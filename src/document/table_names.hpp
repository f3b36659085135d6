#pragma once

#include "document.hpp"

#include <set>
#include <string>

namespace preshift {

/// The names of a document's tables as files and sheets have them: letters, digits, - and _ of ASCII, at most
/// 31, each once.
class TableNames {
 public:
  [[nodiscard]] std::string next(const Table& table);

 private:
  std::set<std::string> m_taken;
};

/// The column's title, with the unit that all of its numbers have: a plain number says none.
[[nodiscard]] std::string title_with_unit(const Table& table, std::size_t column);

}  // namespace preshift
