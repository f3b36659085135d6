#pragma once

#include "approval.hpp"
#include "certificate_view.hpp"
#include "compact_certificate.hpp"
#include "dispute.hpp"
#include "json_document.hpp"
#include "text.hpp"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// What is looked at in a certificate, in this order.
enum class VerificationStep {
  form,
  signature,
  issuer,
  dates,
  status,
  profile,
  nonce,
  agent,
  room,
  onboarding,   ///< of a pre-shift certificate: the approval that it rests on; of an onboarding, that it has
  certificate,  ///< of an approval, a dispute or a compact form: the certificate that it names
  outcome,
};

/// "form", "signature", ...: as in JSON.
[[nodiscard]] std::string_view to_string(VerificationStep step);

enum class StepResult {
  passed,
  failed,
  not_checked,  ///< nobody said what to compare it with; or the form is wrong
};

/// "passed", "failed", "not_checked".
[[nodiscard]] std::string_view to_string(StepResult result);

struct VerifiedStep {
  VerificationStep step = VerificationStep::form;
  StepResult result = StepResult::not_checked;
  Message finding;  ///< what was found, in words
};

/// What the verifier knows from elsewhere. Steps for which nothing is given are not checked, except that
/// dates always are.
struct Expectations {
  std::chrono::sys_seconds now{};
  std::optional<std::set<std::string>> trusted_issuers;  ///< did:key names
  std::set<std::string> revoked;                         ///< ids and digests of documents, and did:key names
  bool knows_revoked = false;                            ///< a list was given, though it may be empty
  std::optional<std::string> profile_digest;
  std::optional<std::string> nonce;
  std::optional<std::string> agent_id;
  std::optional<std::string> room_digest;
  std::optional<std::set<std::string>> employers;  ///< did:keys whose approvals count
  std::vector<Json> approvals;                     ///< that pre-shift certificates may rest on
  std::optional<std::string> certificate_digest;   ///< that an approval, dispute or compact form must name
  std::optional<std::string> certificate_issuer;   ///< of the same: a dispute must be by this did:key
  bool wants_cleared = true;                       ///< an outcome other than cleared fails
};

struct Verification {
  std::vector<VerifiedStep> steps;  ///< those of its kind, each once, in the order of VerificationStep
  std::optional<CertificateView> certificate;
  std::optional<ApprovalView> approval;       ///< in place of a certificate
  std::optional<DisputeView> dispute;         ///< likewise
  std::optional<CompactCertificate> compact;  ///< whose view `certificate` is

  /// Nothing failed, and form, signature and dates passed.
  [[nodiscard]] bool is_valid() const;
};

/// Verifies a certificate, without any network.
[[nodiscard]] Verification verify_certificate(const Json& document, const Expectations& expectations);

/// The same when the document's canonical form without its proof is at hand.
[[nodiscard]] Verification verify_certificate(const Json& document, const Expectations& expectations,
                                              std::string_view canonical_without_proof);

/// The same of an employer's approval. Its issuer must be one of `employers` or, when none are given, of
/// `trusted_issuers`; its outcome passes when it approves. It fails where a profile, nonce or agent is
/// expected: those are a check's.
[[nodiscard]] Verification verify_approval(const Json& document, const Expectations& expectations);

/// A certificate, an approval or a dispute (dispute.hpp), by what the document says that it is.
[[nodiscard]] Verification verify_document(const Json& document, const Expectations& expectations);

/// The same of a certificate's compact form.
[[nodiscard]] Verification verify_compact(std::string_view text, const Expectations& expectations);

/// How far two clocks may differ: a document may be dated this much after `now`.
inline constexpr std::chrono::minutes k_clock_tolerance{5};

/// Of a document of any kind: whether its issuer signed it, whether its dates hold.
[[nodiscard]] VerifiedStep verified_signature(const Json& document, const std::string& issuer);
[[nodiscard]] VerifiedStep verified_dates(const Json& document, std::chrono::sys_seconds now);

}  // namespace preshift
