#pragma once

#include "certificate.hpp"
#include "check_report.hpp"
#include "key_store.hpp"
#include "profile.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace preshift {

/// What a certificate is to say besides what was checked.
struct CertificateRequest {
  CertificateKind kind = CertificateKind::pre_shift;
  std::chrono::seconds validity{};  ///< from when it is issued; of a pre-shift one at most k_longest_shift
  std::optional<std::string> nonce;
  std::optional<std::string> agent_id;
  std::optional<std::string> room_digest;
  std::optional<OnboardingReference> onboarding;
};

/// The certificate's contents. Devices are called by pseudonyms; the outcome of a check that did not come to
/// its end is undecided.
[[nodiscard]] CertificateContents certificate_contents(const CheckReport& report, const Profile& profile,
                                                       const CertificateRequest& request,
                                                       const KeyRecord& record, std::chrono::sys_seconds now);

/// Writes a document for the user alone to read, whole or not at all.
[[nodiscard]] Result<void> write_document_file(const std::filesystem::path& file, const Json& document);

}  // namespace preshift
