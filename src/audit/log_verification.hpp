#pragma once

#include "audit_store.hpp"
#include "ed25519.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// What in a store is not as its log says.
struct LogFinding {
  std::optional<LogIndex> entry;  ///< none: of the log as a whole
  Message message;
};

struct LogVerification {
  std::uint64_t entries = 0;
  std::uint64_t certificates = 0;  ///< whose documents were verified again
  std::uint64_t erased = 0;        ///< entries whose contents were removed, as the log says
  std::string root;                ///< hexadecimal
  std::string checkpoint;
  std::vector<LogFinding> findings;  ///< none: the store is what the log says; at most k_listed_findings
  bool has_more_findings = false;
};
inline constexpr std::size_t k_listed_findings = 1000;

/// Makes the whole tree again from the rows and compares it with the signed checkpoint and with one that was
/// seen before; every row with its entry of the log, every document with its row; and that what is missing
/// was erased by an entry that says so. Finds any row altered, removed or added by other hands. Needs no
/// secret. `seen`: a checkpoint of this store from an earlier time, empty when there is none.
[[nodiscard]] Result<LogVerification> verified_log(AuditStore& store, const std::vector<PublicKey>& signers,
                                                   const std::string& seen);

}  // namespace preshift
