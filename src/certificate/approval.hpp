#pragma once

#include "certificate_view.hpp"
#include "credential_envelope.hpp"
#include "ed25519.hpp"
#include "result.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// An employer's answer to an onboarding certificate: a credential of its own, issued by the employer's
/// did:key, that names the certificate by its id and the digest of its canonical form.
///
/// It is no second proof in the certificate, for three reasons: a proof can carry neither a refusal nor a
/// reason nor an end of its own; a document with several proofs can be read in several ways, and verifiers
/// differ on it; and the certificate, whose digest everything names, would change by being approved.

enum class ApprovalDecision { approved, refused };

/// "approved", "refused".
[[nodiscard]] std::string_view to_string(ApprovalDecision decision);

/// What an approval is about. An approval counts for nothing else.
struct ApprovedWorkspace {
  std::string certificate;                 ///< id of the onboarding certificate
  std::string digest;                      ///< of the same (document_digest)
  std::string agent;                       ///< did:key that issued it
  std::optional<std::string> room_digest;  ///< that it names
};

[[nodiscard]] ApprovedWorkspace workspace_of(const Json& certificate, const CertificateView& view);

inline constexpr std::size_t k_longest_reason = 500;  ///< bytes of an employer's reason

struct ApprovalContents {
  ApprovedWorkspace workspace;
  ApprovalDecision decision = ApprovalDecision::approved;
  std::optional<std::string> reason;  ///< 1 to k_longest_reason bytes
  std::chrono::sys_seconds issued_at{};
  std::chrono::sys_seconds expires_at{};  ///< after issued_at
  std::string id{};                       ///< `urn:uuid:...`; empty: a new random one
};

[[nodiscard]] Json signed_approval(const ApprovalContents& contents, const SigningKey& employer);

/// What a document says that has the form of an approval. Nothing of it is proven yet.
struct ApprovalView : CredentialEnvelope {
  ApprovedWorkspace workspace;
  ApprovalDecision decision = ApprovalDecision::approved;
  std::optional<std::string> reason;
};

/// Or the path of the first member that is missing or not as it must be.
[[nodiscard]] Expected<ApprovalView, std::string> read_approval(const Json& document);

/// Whether a document says that it is an approval, rather than a certificate.
[[nodiscard]] bool is_approval(const Json& document);

}  // namespace preshift
