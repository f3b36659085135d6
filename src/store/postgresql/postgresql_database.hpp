#pragma once

#include "server_address.hpp"
#include "sql_database.hpp"

#include <chrono>
#include <memory>

namespace preshift {

/// A database of PostgreSQL, 12 or later. What a connection that broke was doing is undone by the server; the
/// next begin() or reading connects again.
[[nodiscard]] Result<std::unique_ptr<SqlDatabase>> open_postgresql(const ServerAddress& address,
                                                                   std::chrono::milliseconds longest_wait);

}  // namespace preshift
