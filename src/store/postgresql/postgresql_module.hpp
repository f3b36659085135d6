#pragma once

#include "server_address.hpp"
#include "sql_database.hpp"

#include <chrono>
#include <memory>

namespace preshift {

/// The seam between preshift and the module `preshift-postgresql`, which alone links libpqxx: with libpq come
/// some 20 shared libraries, so it is loaded when a store is on a server. The version catches a module left
/// over from another build.

inline constexpr int k_postgresql_module_version = 1;
inline constexpr const char* k_postgresql_module_entry = "preshift_postgresql_module";

struct PostgresqlModule {
  int version;
  /// Connects. Throws nothing.
  Result<std::unique_ptr<SqlDatabase>> (*open)(const ServerAddress& address,
                                               std::chrono::milliseconds longest_wait);
};

}  // namespace preshift
