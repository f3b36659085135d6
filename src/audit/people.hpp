#pragma once

#include "audit_log.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace preshift {

inline constexpr std::size_t k_longest_review_note = 2000;  ///< bytes

/// What a person makes of a certificate. Nothing follows from it but that reports show it.
struct Review {
  std::string certificate;  ///< id or digest
  std::string mark;         ///< false-positive, not-applicable or violation
  std::string note;         ///< 1 to k_longest_review_note bytes
  std::string reviewer;     ///< as they name themselves
};

/// Puts a review into the log; the record. A reviewer reviews a certificate once: a second review is somebody
/// else's.
[[nodiscard]] Result<Record> add_review(AuditStore& store, const LogKey& key, const Review& review,
                                        std::chrono::sys_seconds now);

/// Puts into the log that somebody reads what is held on one agent, before they do.
[[nodiscard]] Result<void> log_access(AuditStore& store, const LogKey& key, const std::string& agent,
                                      const std::string& what, std::chrono::sys_seconds now);

/// What an agent is called in a store, by its pseudonym or its key: the name itself, of a pseudonym the keys
/// that signed its certificates, of a key the pseudonyms in those that it signed. Journals and answers may
/// name either.
[[nodiscard]] Result<std::vector<std::string>> names_of_agent(AuditStore& store, const std::string& agent);

/// All that the store holds on one agent: its certificates as they were signed, what was told of them, and
/// every entry of the log that names it.
[[nodiscard]] Result<Json> held_on_agent(AuditStore& store, const std::string& agent,
                                         std::chrono::sys_seconds now);

}  // namespace preshift
