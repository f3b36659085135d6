#include "dispute.hpp"

#include "data_integrity.hpp"
#include "did_key.hpp"
#include "key_succession.hpp"
#include "random_bytes.hpp"
#include "utf8.hpp"
#include "vocabulary.hpp"

namespace preshift {
namespace {

const std::string k_within = "credentialSubject.";

void read_subject(DocumentReading& reading, const Json& subject, DisputeView& view) {
  reading.require(text_member(subject, "type") == vocabulary::k_dispute_subject_type, k_within + "type");
  view.certificate = reading.text(subject, "certificate", k_within + "certificate");
  view.digest = reading.text(subject, "digest", k_within + "digest");
  view.note = reading.text(subject, "note", k_within + "note");
  reading.require(view.note.size() <= k_longest_note && is_printable(view.note), k_within + "note");
  if (member(subject, "successions") == nullptr) return;
  const Json& successions = reading.list(subject, "successions", k_within + "successions");
  reading.require(!successions.empty() && successions.size() <= k_most_successions, k_within + "successions");
  view.successions.assign(successions.begin(), successions.end());
}

}  // namespace

Json signed_dispute(const DisputeContents& contents, const SigningKey& agent) {
  const CredentialEnvelope envelope{random_uuid_urn(), did_of(agent.public_key()), contents.issued_at,
                                    contents.issued_at + k_dispute_validity};
  Json subject{{"type", vocabulary::k_dispute_subject_type},
               {"certificate", contents.certificate},
               {"digest", contents.digest},
               {"note", contents.note}};
  if (!contents.successions.empty()) subject["successions"] = contents.successions;
  return with_proof(unsigned_credential(vocabulary::k_dispute_type, envelope, std::move(subject)), agent,
                    contents.issued_at);
}

Expected<DisputeView, std::string> read_dispute(const Json& document) {
  DocumentReading reading;
  DisputeView view;
  reading.require(document.is_object(), "{}");
  read_envelope(reading, document, vocabulary::k_dispute_type, view);
  read_subject(reading, reading.object(document, "credentialSubject", "credentialSubject"), view);
  if (reading.wrong()) return Failure{*reading.wrong()};
  return view;
}

bool is_by(const DisputeView& dispute, const std::string& key) {
  return key == dispute.issuer || lead_to(dispute.successions, key, dispute.issuer);
}

bool is_dispute(const Json& document) {
  const Json* types = member(document, "type");
  return types != nullptr && names(*types, vocabulary::k_dispute_type);
}

}  // namespace preshift
