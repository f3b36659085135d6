#pragma once

#include "audit_store.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace preshift {

/// Entries of the log in runs: first, last. What an erasure says it removed.
using LogRuns = std::vector<std::pair<LogIndex, LogIndex>>;

/// A digest of what an erasure leaves of each entry, by their indices: counts, dates, profile, rules.
using Remains = std::map<LogIndex, MerkleHash>;

/// The same before the erasure and after it.
[[nodiscard]] MerkleHash remains_of(const StoredCertificate& stored);
[[nodiscard]] MerkleHash remains_of(const Record& record);

/// Root of the tree (RFC 6962) of the remains of these runs in order, hexadecimal: what the log holds of
/// them, so that nobody alters what is left. Those that are not there are left out.
[[nodiscard]] std::string root_of(const Remains& remains, const LogRuns& runs);

}  // namespace preshift
