#pragma once

#include "sql_database.hpp"

#include <pqxx/pqxx>
#include <span>
#include <string>
#include <vector>

namespace preshift {

// How values get to PostgreSQL and back, as text both ways; for the sources of this folder alone.

class PostgresqlRow final : public SqlRow {
 public:
  explicit PostgresqlRow(const pqxx::row& row) : m_row(row) {}
  [[nodiscard]] bool is_null(int column) const override { return field(column).is_null(); }
  [[nodiscard]] std::int64_t integer(int column) const override;
  [[nodiscard]] double real(int column) const override;
  [[nodiscard]] std::string text(int column) const override;
  [[nodiscard]] std::string bytes(int column) const override;

 private:
  [[nodiscard]] pqxx::field field(int column) const {
    return m_row[static_cast<pqxx::row_size_type>(column)];
  }
  pqxx::row m_row;
};

/// Values as libpq and COPY take them; a null is a null pointer.
class TextValues {
 public:
  explicit TextValues(std::span<const SqlValue> values);
  TextValues(const TextValues&) = delete;
  TextValues& operator=(const TextValues&) = delete;
  [[nodiscard]] const std::vector<const char*>& fields() const { return m_fields; }

 private:
  void add(const SqlValue& value);

  std::vector<std::string> m_kept;
  std::vector<const char*> m_fields;
};

/// At most 16 values.
void write_row(pqxx::stream_to& stream, const TextValues& values);

/// "a, b, c" as its names.
[[nodiscard]] std::vector<std::string> split_columns(const std::string& columns);

}  // namespace preshift
