#pragma once

#include "audit_store.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace preshift {

/// What was given to be imported and does not verify. Kept apart with its reason, never counted as a
/// certificate; that it was refused is an entry of the log.
struct Rejection {
  std::chrono::sys_seconds at{};
  std::string source;  ///< file, or file and line
  std::string digest;  ///< SHA-256 of the bytes as they were given, hexadecimal; the same is rejected once
  std::string reason;  ///< id of the text that says why
  std::vector<std::string> arguments;
  std::string bytes;   ///< as they were given, at most 1 MiB of them
  LogIndex entry = 0;  ///< once it is in the log
};

/// Of the source and of an argument so many bytes are kept: an entry of the log stays under the 64 KiB that
/// others can read (c2sp.org/tlog-tiles).
inline constexpr std::size_t k_longest_rejection_text = 1000;

/// The record of the log, and its details.
[[nodiscard]] std::pair<Record, Json> rejection_record(const Rejection& rejection);

/// What a record of kind RecordKind::rejection says, without the bytes; once erased, when and why alone.
[[nodiscard]] Rejection rejection_of(const Record& record);

/// SHA-256 of the bytes that were kept, as the record's details tell it; empty when none does.
[[nodiscard]] std::string kept_digest(const Record& record);

/// Oldest first, without their bytes. What does not verify has no date that could be believed, so no filter
/// narrows them.
[[nodiscard]] Result<void> each_rejection(AuditStore& store,
                                          const std::function<void(const Rejection&)>& take);

/// The entries of rejections of what the store holds nevertheless: the same document was taken on other
/// terms, such as with its signer trusted, before or afterwards.
[[nodiscard]] Result<std::set<LogIndex>> rejections_of_what_is_held(AuditStore& store);

}  // namespace preshift
