#include "approval.hpp"

#include "certificate.hpp"
#include "data_integrity.hpp"
#include "did_key.hpp"
#include "random_bytes.hpp"
#include "vocabulary.hpp"

#include <utility>

namespace preshift {
namespace {

const std::string k_within = "credentialSubject.";

Json subject_of(const ApprovalContents& contents) {
  const ApprovedWorkspace& workspace = contents.workspace;
  Json subject{{"type", vocabulary::k_decision_type},
               {"certificate", workspace.certificate},
               {"digest", workspace.digest},
               {"agentKey", workspace.agent}};
  if (workspace.room_digest) subject["room"] = {{"enrolmentDigest", *workspace.room_digest}};
  subject["decision"] = to_string(contents.decision);
  if (contents.reason) subject["reason"] = *contents.reason;
  return subject;
}

void read_subject(DocumentReading& reading, const Json& subject, ApprovalView& view) {
  reading.require(text_member(subject, "type") == vocabulary::k_decision_type, k_within + "type");
  ApprovedWorkspace& workspace = view.workspace;
  workspace.certificate = reading.text(subject, "certificate", k_within + "certificate");
  workspace.digest = reading.text(subject, "digest", k_within + "digest");
  workspace.agent = reading.text(subject, "agentKey", k_within + "agentKey");
  reading.require(key_of_did(workspace.agent).has_value(), k_within + "agentKey");
  if (const Json* room = member(subject, "room"))
    workspace.room_digest = reading.text(*room, "enrolmentDigest", k_within + "room.enrolmentDigest");
  view.decision = reading.one_of({ApprovalDecision::approved, ApprovalDecision::refused}, subject, "decision",
                                 k_within + "decision");
  view.reason = reading.optional_text(subject, "reason", k_within + "reason");
  reading.require(!view.reason || view.reason->size() <= k_longest_reason, k_within + "reason");
}

}  // namespace

std::string_view to_string(ApprovalDecision decision) {
  return decision == ApprovalDecision::approved ? "approved" : "refused";
}

ApprovedWorkspace workspace_of(const Json& certificate, const CertificateView& view) {
  return {view.id, document_digest(certificate), view.issuer, view.room_digest};
}

Json signed_approval(const ApprovalContents& contents, const SigningKey& employer) {
  const CredentialEnvelope envelope{contents.id.empty() ? random_uuid_urn() : contents.id,
                                    did_of(employer.public_key()), contents.issued_at, contents.expires_at};
  return with_proof(unsigned_credential(vocabulary::k_approval_type, envelope, subject_of(contents)),
                    employer, contents.issued_at);
}

Expected<ApprovalView, std::string> read_approval(const Json& document) {
  DocumentReading reading;
  ApprovalView view;
  reading.require(document.is_object(), "{}");
  read_envelope(reading, document, vocabulary::k_approval_type, view);
  read_subject(reading, reading.object(document, "credentialSubject", "credentialSubject"), view);
  if (reading.wrong()) return Failure{*reading.wrong()};
  return view;
}

bool is_approval(const Json& document) {
  const Json* types = member(document, "type");
  return types != nullptr && names(*types, vocabulary::k_approval_type);
}

}  // namespace preshift
