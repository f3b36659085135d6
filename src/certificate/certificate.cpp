#include "certificate.hpp"

#include "canonical_json.hpp"
#include "certified_waiver.hpp"
#include "credential_envelope.hpp"
#include "evaluation_json.hpp"
#include "event_names.hpp"
#include "hex.hpp"
#include "random_bytes.hpp"
#include "sha256.hpp"
#include "version.hpp"
#include "vocabulary.hpp"

namespace preshift {
namespace {

template <class Items>
Json list_of(const Items& items) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(certified(item));
  return list;
}

Json certified(const CertifiedDevice& device) {
  Json json{{"sensor", name_of(device.sensor)}, {"live", device.is_live}};
  if (!device.pseudonym.empty()) json["device"] = device.pseudonym;
  return json;
}

Json devices_of(const CertificateContents& contents) {
  Json list = Json::array();
  for (const CertifiedDevice& device : contents.devices) list.push_back(certified(device));
  return list;
}

Json confinement_of(const std::optional<Confined>& confined) {
  return {{"systemCalls", confined && confined->system_calls},
          {"fileSystem", confined && confined->file_system}};
}

Assurance assurance_of(const CertificateContents& contents) {
  if (contents.onboarding) return Assurance::approved;
  return contents.nonce ? Assurance::challenged : Assurance::self_asserted;
}

Json subject_of(const CertificateContents& contents) {
  const Evaluation& evaluation = contents.evaluation;
  Json subject{{"type", vocabulary::k_check_type},
               {"kind", to_string(contents.kind)},
               {"outcome", to_string(contents.outcome)},
               {"assurance", to_string(assurance_of(contents))}};
  if (contents.agent_id) subject["agentId"] = *contents.agent_id;
  if (contents.site) subject["site"] = *contents.site;
  if (contents.nonce) subject["nonce"] = *contents.nonce;
  subject["profile"] = {{"profileName", evaluation.profile},
                        {"version", evaluation.version},
                        {"digest", contents.profile_digest}};
  subject["tool"] = {{"toolName", "preshift"}, {"toolVersion", k_version}};
  subject["requirements"] = list_of(evaluation.requirements);
  subject["results"] = list_of(evaluation.rules);
  if (const auto waivers = certified_waivers(evaluation); !waivers.empty())
    subject["waivers"] = list_of(waivers);
  subject["devices"] = devices_of(contents);
  subject["sensors"] = list_of(contents.sensors);
  subject["confinement"] = confinement_of(contents.confined);
  if (contents.room_digest) subject["room"] = {{"enrolmentDigest", *contents.room_digest}};
  if (const auto& onboarding = contents.onboarding)
    subject["onboarding"] = {
        {"certificate", onboarding->id}, {"digest", onboarding->digest}, {"approver", onboarding->approver}};
  return subject;
}

}  // namespace

std::string_view to_string(CertificateKind kind) {
  return kind == CertificateKind::onboarding ? "onboarding" : "pre-shift";
}

std::string_view to_string(Assurance assurance) {
  switch (assurance) {
    case Assurance::self_asserted:
      break;
    case Assurance::challenged:
      return "challenged";
    case Assurance::approved:
      return "approved";
  }
  return "self-asserted";
}

Json signed_certificate(const CertificateContents& contents, const SigningKey& key) {
  const CredentialEnvelope envelope{contents.id.empty() ? random_uuid_urn() : contents.id,
                                    did_of(key.public_key()), contents.issued_at, contents.expires_at};
  return with_proof(unsigned_credential(vocabulary::k_certificate_type, envelope, subject_of(contents)), key,
                    contents.issued_at);
}

std::string document_digest(const Json& document) {
  return to_hex(sha256(canonical_json(document)));
}

std::string written_document(const Json& document) {
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace preshift
