#pragma once

#include "sql_database.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace preshift {

/// How long a writer waits for another one.
inline constexpr std::chrono::seconds k_longest_wait{60};

/// A file of SQLite, in write-ahead-log mode: readers and one writer do not hinder each other, and what was
/// committed survives a power cut. Made, when it is not there and `make` is set, for the user alone. Refuses
/// a file that is another program's. A file in a folder that is not to be written is opened for reading
/// alone.
[[nodiscard]] Result<std::unique_ptr<SqlDatabase>> open_sqlite(
    const std::string& file, bool make, std::chrono::milliseconds longest_wait = k_longest_wait);

}  // namespace preshift
