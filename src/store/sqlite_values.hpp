#pragma once

#include "sql_database.hpp"

#include <SQLiteCpp/Statement.h>

#include <span>

namespace preshift {

// How values get into SQLite's statements and out of them; for the sources of this folder alone.

class SqliteRow final : public SqlRow {
 public:
  explicit SqliteRow(const SQLite::Statement& statement) : m_statement(statement) {}
  [[nodiscard]] bool is_null(int column) const override;
  [[nodiscard]] std::int64_t integer(int column) const override;
  [[nodiscard]] double real(int column) const override;
  [[nodiscard]] std::string text(int column) const override;
  [[nodiscard]] std::string bytes(int column) const override;

 private:
  const SQLite::Statement& m_statement;
};

/// Throws SQLite::Exception.
void bind_all(SQLite::Statement& statement, std::span<const SqlValue> values);

}  // namespace preshift
