#pragma once

#include <string_view>

namespace preshift {

/// The names that certificates are written in.
namespace vocabulary {
inline constexpr std::string_view k_credentials = "https://www.w3.org/ns/credentials/v2";

/// Names our own words. Nothing is served there and nothing fetches it: the domain is one that RFC 2606 keeps
/// free for ever. `preshift certificate context` prints what it stands for.
inline constexpr std::string_view k_preshift = "https://preshift.example/ns/v1";

inline constexpr std::string_view k_credential_type = "VerifiableCredential";
inline constexpr std::string_view k_certificate_type = "PreshiftCertificate";
inline constexpr std::string_view k_approval_type = "PreshiftApproval";
inline constexpr std::string_view k_dispute_type = "PreshiftDispute";
inline constexpr std::string_view k_check_type = "WorkspaceCheck";
inline constexpr std::string_view k_decision_type = "OnboardingDecision";
inline constexpr std::string_view k_dispute_subject_type = "Dispute";
}  // namespace vocabulary

/// The JSON-LD context of our words, and the JSON Schema (2020-12) of certificates, approvals and disputes.
[[nodiscard]] std::string_view certificate_context();
[[nodiscard]] std::string_view certificate_schema();

}  // namespace preshift
