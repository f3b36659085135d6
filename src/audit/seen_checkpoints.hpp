#pragma once

#include "audit_store.hpp"

#include <filesystem>
#include <string>

namespace preshift {

/// The last checkpoint of each store that this user saw, kept outside of the store: whoever puts an older
/// store in a newer one's place is found out. In the folder `audit-checkpoints` of the state folder.
[[nodiscard]] std::filesystem::path seen_checkpoint_file(const std::string& origin);

/// Empty when none was seen, or nothing can be kept here.
[[nodiscard]] std::string seen_checkpoint(const std::string& origin);

/// Refuses a log that does not begin with what was seen of it. Of a million entries it reads the hashes,
/// unless the checkpoint is the one that was seen.
[[nodiscard]] Result<void> require_seen_beginning(AuditStore& store);

/// Remembers how far the store's log goes now.
void remember_log(AuditStore& store);

/// Remembers it. That it cannot be kept is no failure: the next one may be.
void remember_checkpoint(const std::string& origin, const std::string& checkpoint);

}  // namespace preshift
