#pragma once

#include "check_report.hpp"
#include "document.hpp"
#include "profile.hpp"
#include "verification_report.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace preshift {

/// A moment as people write it, in UTC: "26 November 2026 at 08:15 UTC".
[[nodiscard]] std::string written_moment(std::chrono::sys_seconds moment, Language language);

/// What a certificate's page needs besides its verification.
struct PrintedCertificate {
  VerifiedFile file;             ///< of a certificate or an approval
  std::string digest;            ///< document_digest
  std::optional<Profile> rules;  ///< that it was judged by, where they are at hand: titles and remedies
  std::chrono::sys_seconds now{};
  std::optional<Chart> code;  ///< its compact form as a QR code
};

/// A certificate or an approval for a person: the verdict, what was measured, what to do, what it proves.
/// What is not proven is said to be so.
[[nodiscard]] Document certificate_document(const PrintedCertificate& printed, Language language);

/// The same of a check that is no certificate. `file` names where it is from.
[[nodiscard]] Document check_document(const CheckReport& report, std::chrono::sys_seconds at,
                                      std::chrono::sys_seconds now, const std::string& file,
                                      Language language);

}  // namespace preshift
