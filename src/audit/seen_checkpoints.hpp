#pragma once

#include "audit_store.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace preshift {

/// The last checkpoint of each store that this user saw, kept outside of the store: whoever puts an older
/// store in a newer one's place is found out. In the folder `audit-checkpoints` of the state folder.
[[nodiscard]] std::filesystem::path seen_checkpoint_file(const std::string& origin);

/// Empty when none was seen, or nothing can be kept here.
[[nodiscard]] std::string seen_checkpoint(const std::string& origin);

/// Of this store. Read before a ReadingScope begins, so that what somebody adds meanwhile is not missed in
/// it.
[[nodiscard]] Result<std::string> seen_checkpoint_of(AuditStore& store);

/// How many entries were seen, when the log no longer begins with them; else 0. Of a million entries it reads
/// the hashes, unless the checkpoint is the one that was seen.
[[nodiscard]] Result<std::uint64_t> missed_beginning(AuditStore& store, const std::string& seen_checkpoint);

/// The same as a failure, for what adds to the log.
[[nodiscard]] Result<void> require_seen_beginning(AuditStore& store);

/// Remembers how far the store's log goes now.
void remember_log(AuditStore& store);

/// Remembers it. That it cannot be kept is no failure: the next one may be.
void remember_checkpoint(const std::string& origin, const std::string& checkpoint);

}  // namespace preshift
