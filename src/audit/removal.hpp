#pragma once

#include "audit_log.hpp"
#include "remains.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace preshift {

[[nodiscard]] Json written_runs(const LogRuns& runs);
/// None when they are not in order.
[[nodiscard]] std::optional<LogRuns> read_runs(const Json& written);

[[nodiscard]] bool contains(const LogRuns& runs, LogIndex index);

/// Removes all that tells of this agent, of the keys that signed its certificates too, and says so in the log
/// without saying whose it was. How many certificates; 0: there was nothing, and nothing was written.
[[nodiscard]] Result<std::size_t> erase_agent(AuditStore& store, const LogKey& key, const std::string& agent,
                                              std::chrono::sys_seconds now);

/// The same of all that is older than `before`.
[[nodiscard]] Result<std::size_t> erase_before(AuditStore& store, const LogKey& key,
                                               std::chrono::sys_seconds before, std::chrono::sys_seconds now);

}  // namespace preshift
