#pragma once

#include "sql_database.hpp"

namespace preshift {

/// Brings the database's tables up to what this program knows, step by step; a newer schema is refused. A
/// database without them is refused unless `make` is set.
///
/// The steps are written in PostgreSQL's words; SQLite's driver puts its own for BIGINT, SMALLINT, DOUBLE
/// PRECISION and BYTEA. After a table's columns stands PLAIN or CLUSTERED: rows kept in the order of their
/// key.
[[nodiscard]] Result<void> prepare_schema(SqlDatabase& database, bool make);

/// The newest step that this program knows.
[[nodiscard]] std::int64_t newest_schema();

}  // namespace preshift
