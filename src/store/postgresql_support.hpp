#pragma once

#include "sql_database.hpp"
#include "sqlite_database.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace preshift {

/// A database of PostgreSQL (postgresql://...). Loads the module (postgresql_module.hpp), which stays until
/// the process ends.
[[nodiscard]] Result<std::unique_ptr<SqlDatabase>> open_on_server(
    const std::string& address, std::chrono::milliseconds longest_wait = k_longest_wait);

/// The same, with the module in this very file.
[[nodiscard]] Result<std::unique_ptr<SqlDatabase>> open_on_server(const std::string& address,
                                                                  std::chrono::milliseconds longest_wait,
                                                                  const std::filesystem::path& module_file);

}  // namespace preshift
