#pragma once

#include "document_reading.hpp"
#include "evaluation.hpp"
#include "json_document.hpp"
#include "waiver.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// A waiver as a certificate tells it, so that its reader sees why a rule that did not pass decided nothing.
struct CertifiedWaiver {
  std::string rule;
  WaiverState state = WaiverState::not_needed;  ///< counts, not_needed or expired
  std::string approved_by;
  std::string justification;
  std::optional<std::chrono::sys_seconds> from;  ///< none: from the beginning
  std::chrono::sys_seconds until{};
};

inline constexpr std::size_t k_longest_justification = 500;  ///< bytes; a longer one is cut
inline constexpr std::size_t k_longest_approver = 200;       ///< likewise
inline constexpr std::size_t k_most_certified_waivers = 10'000;

/// Those of the evaluation's waivers that were for this agent and this site: first those that count, then
/// those that were not needed or had expired, as many as fit. A waiver for somebody else is nobody's business
/// here.
[[nodiscard]] std::vector<CertifiedWaiver> certified_waivers(const Evaluation& evaluation);

[[nodiscard]] Json certified(const CertifiedWaiver& waiver);

/// Those of a certificate's subject; none when it has no such member.
[[nodiscard]] std::vector<CertifiedWaiver> read_certified_waivers(DocumentReading& reading,
                                                                  const Json& subject,
                                                                  const std::string& path);

}  // namespace preshift
