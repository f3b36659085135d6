#include "credential_envelope.hpp"

#include "utc_time.hpp"
#include "vocabulary.hpp"

#include <utility>

namespace preshift {

void read_envelope(DocumentReading& reading, const Json& document, std::string_view type,
                   CredentialEnvelope& envelope) {
  const Json& contexts = reading.list(document, "@context", "@context");
  reading.require(contexts.size() == 2 && contexts[0] == vocabulary::k_credentials &&
                      contexts[1] == vocabulary::k_preshift,
                  "@context");
  const Json& types = reading.list(document, "type", "type");
  reading.require(names(types, vocabulary::k_credential_type) && names(types, type), "type");
  envelope.id = reading.text(document, "id", "id");
  envelope.issuer = reading.text(document, "issuer", "issuer");
  envelope.valid_from = reading.moment(document, "validFrom", "validFrom");
  envelope.valid_until = reading.moment(document, "validUntil", "validUntil");
  reading.require(envelope.valid_from < envelope.valid_until, "validUntil");
}

Json unsigned_credential(std::string_view type, const CredentialEnvelope& envelope, Json subject) {
  return {{"@context", {vocabulary::k_credentials, vocabulary::k_preshift}},
          {"id", envelope.id},
          {"type", {vocabulary::k_credential_type, type}},
          {"issuer", envelope.issuer},
          {"validFrom", to_utc_text(envelope.valid_from)},
          {"validUntil", to_utc_text(envelope.valid_until)},
          {"credentialSubject", std::move(subject)}};
}

}  // namespace preshift
