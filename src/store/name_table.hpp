#pragma once

#include "sql_database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace preshift {

/// The words of a store and their numbers, kept in memory. Number 0 is the empty name; a number is never
/// given to another name, also when its own was erased.
class NameTable {
 public:
  /// Reads them when they changed since.
  [[nodiscard]] Result<void> refresh(SqlDatabase& database);
  /// What is in memory may not be in the database: a transaction was rolled back.
  void forget() { m_change = -1; }

  /// Makes a number when there is none; inside a transaction, after refresh(), before write().
  [[nodiscard]] std::int64_t number_of(std::string_view name);
  /// Those that number_of() made.
  [[nodiscard]] Result<void> write(SqlDatabase& database);
  /// Removes those that nothing refers to any more.
  [[nodiscard]] Result<void> remove_unused(SqlDatabase& database);

  [[nodiscard]] std::optional<std::int64_t> find(std::string_view name) const;
  /// "" for a number that there is not.
  [[nodiscard]] const std::string& name(std::int64_t number) const;
  /// Name number n at place n.
  [[nodiscard]] const std::vector<std::string>& all() const { return m_names; }

 private:
  [[nodiscard]] Result<void> read(SqlDatabase& database, std::int64_t made);

  std::vector<std::string> m_names{""};
  std::unordered_map<std::string, std::int64_t> m_numbers;
  std::size_t m_written = 1;   ///< so many of m_names are in the database
  std::int64_t m_change = -1;  ///< `names_changed` of what is in memory
};

}  // namespace preshift
