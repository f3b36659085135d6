#include "sqlite_values.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <limits>

namespace preshift {
namespace {

void bind(SQLite::Statement& statement, int place, const SqlValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value))
    statement.bind(place, *integer);
  else if (const auto* real = std::get_if<double>(&value))
    statement.bind(place, *real);
  else if (const auto* text = std::get_if<std::string_view>(&value))
    statement.bind(place, std::string(*text));
  else if (const auto* bytes = std::get_if<SqlBytes>(&value))  // of no bytes: empty, not null
    statement.bindNoCopy(place, bytes->view.empty() ? "" : bytes->view.data(),
                         static_cast<int>(bytes->view.size()));
  else
    statement.bind(place);
}

}  // namespace

bool SqliteRow::is_null(int column) const {
  return m_statement.isColumnNull(column);
}

std::int64_t SqliteRow::integer(int column) const {
  return m_statement.getColumn(column).getInt64();
}

double SqliteRow::real(int column) const {
  if (is_null(column)) return std::numeric_limits<double>::quiet_NaN();
  return m_statement.getColumn(column).getDouble();
}

std::string SqliteRow::text(int column) const {
  return m_statement.getColumn(column).getString();
}

std::string SqliteRow::bytes(int column) const {
  return m_statement.getColumn(column).getString();
}

void bind_all(SQLite::Statement& statement, std::span<const SqlValue> values) {
  for (std::size_t i = 0; i < values.size(); ++i) bind(statement, static_cast<int>(i) + 1, values[i]);
}

}  // namespace preshift
