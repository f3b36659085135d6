#pragma once

#include "arguments.hpp"
#include "audit_log.hpp"
#include "audit_statistics.hpp"
#include "signing_options.hpp"

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// What the commands of `preshift audit` share.

/// The store of --store, else of $PRESHIFT_AUDIT_STORE, else audit.sqlite in the state folder. `make`: make
/// one where there is none.
[[nodiscard]] Result<std::unique_ptr<AuditStore>> chosen_store(const Arguments& arguments, bool make);

/// The same, to be added to: its log must begin with what was seen of it here.
[[nodiscard]] Result<std::unique_ptr<AuditStore>> store_to_write(const Arguments& arguments, bool make);

/// The user's key as that of a log, with those that it follows. It must outlive this.
[[nodiscard]] LogKey log_key(const UnlockedKey& key);

/// --from, --to, --site, --agent, --profile, --requirement. Days begin and end by the local clock; --to is
/// the last day that counts.
[[nodiscard]] Result<AuditFilter> chosen_filter(const Arguments& arguments);

/// Puts into the log that this agent is read about, when the filter asks for one, or when `detail` shows the
/// levels of single checks. Unlocks the key for that.
[[nodiscard]] Result<void> logged_access(AuditStore& store, const Arguments& arguments,
                                         const AuditFilter& filter, bool detail, Language language);

/// What the filter asks for, now. Says on the standard error when the log does not begin with what was seen
/// of it here (seen_checkpoint_of): an older copy may be asked all the same.
[[nodiscard]] Result<AuditStatistics> asked_statistics(AuditStore& store, const AuditFilter& filter,
                                                       const std::string& seen_checkpoint, Refused refused,
                                                       Language language);

/// The key and those that it follows, as did:key names.
[[nodiscard]] std::set<std::string> names_of(const KeyRecord& record);

/// The keys of --trusted, else the user's own.
[[nodiscard]] Result<std::set<std::string>> trusted_keys(const Arguments& arguments);
[[nodiscard]] std::vector<PublicKey> public_keys(const std::set<std::string>& names);

/// A whole number from 1 to `most`; `otherwise` without the option.
[[nodiscard]] Result<unsigned> chosen_number(const Arguments& arguments, std::string_view option,
                                             unsigned otherwise, unsigned most);

[[nodiscard]] Result<std::string> needed(const Arguments& arguments, std::string_view option);

/// To the file, or to the standard output without one.
[[nodiscard]] Result<void> put_out(const std::optional<std::string>& file, std::string_view bytes);

}  // namespace preshift
