#pragma once

#include "sql_database.hpp"

namespace preshift {

/// While it lives, what is read of the database is of one moment.
class ReadingScope {
 public:
  explicit ReadingScope(SqlDatabase& database) : m_database(database), m_begun(database.begin_reading()) {}
  ~ReadingScope() {
    if (m_begun) m_database.end_reading();
  }
  ReadingScope(const ReadingScope&) = delete;
  ReadingScope& operator=(const ReadingScope&) = delete;

  /// Whether it could begin.
  [[nodiscard]] const Result<void>& begun() const { return m_begun; }

 private:
  SqlDatabase& m_database;
  Result<void> m_begun;
};

}  // namespace preshift
