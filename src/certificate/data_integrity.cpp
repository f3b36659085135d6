#include "data_integrity.hpp"

#include "canonical_json.hpp"
#include "date_time_stamp.hpp"
#include "sha256.hpp"
#include "utc_time.hpp"

#include <utility>

namespace preshift {
namespace {

constexpr const char* k_type = "DataIntegrityProof";
constexpr const char* k_cryptosuite = "eddsa-jcs-2022";
constexpr const char* k_purpose = "assertionMethod";

void append_digest(std::string& bytes, std::string_view canonical) {
  const Sha256 digest = sha256(canonical);
  bytes.append(digest.begin(), digest.end());
}

bool has_same_context(const Json& document, const Json& proof) {
  const Json* of_document = member(document, "@context");
  const Json* of_proof = member(proof, "@context");
  if (of_proof == nullptr || of_document == nullptr) return of_proof == of_document;
  return *of_proof == *of_document;
}

/// A moment that may be left out; false when it is there and wrong.
bool read_moment(const Json& proof, std::string_view name, std::optional<std::chrono::sys_seconds>& moment) {
  if (member(proof, name) == nullptr) return true;
  const auto text = text_member(proof, name);
  if (text) moment = from_date_time_stamp(*text);
  return moment.has_value();
}

}  // namespace

std::string signed_bytes(const Json& unsecured_document, const Json& proof_configuration) {
  std::string bytes;
  append_digest(bytes, canonical_json(proof_configuration));
  append_digest(bytes, canonical_json(unsecured_document));
  return bytes;
}

Json with_proof(Json document, const SigningKey& key, std::chrono::sys_seconds created) {
  Json proof{{"type", k_type},
             {"cryptosuite", k_cryptosuite},
             {"created", to_utc_text(created)},
             {"verificationMethod", verification_method_of(key.public_key())},
             {"proofPurpose", k_purpose}};
  if (const Json* context = member(document, "@context")) proof["@context"] = *context;
  proof["proofValue"] = to_multibase(key.sign(signed_bytes(document, proof)));
  document["proof"] = std::move(proof);
  return document;
}

Expected<VerifiedProof, ProofFault> verify_proof(const Json& document,
                                                 std::string_view canonical_without_proof) {
  const Json* proof = member(document, "proof");
  if (proof == nullptr) return Failure{ProofFault::missing};
  if (!proof->is_object()) return Failure{ProofFault::several};
  const bool is_known = text_member(*proof, "type") == k_type &&
                        text_member(*proof, "cryptosuite") == k_cryptosuite &&
                        text_member(*proof, "proofPurpose") == k_purpose;
  if (!is_known) return Failure{ProofFault::other_cryptosuite};
  if (!has_same_context(document, *proof)) return Failure{ProofFault::other_context};
  VerifiedProof verified;
  const auto value = text_member(*proof, "proofValue");
  const auto method = text_member(*proof, "verificationMethod");
  const bool complete = value && method && read_moment(*proof, "created", verified.created) &&
                        read_moment(*proof, "expires", verified.expires);
  if (!complete) return Failure{ProofFault::malformed};
  const auto key = key_of_verification_method(*method);
  if (!key) return Failure{ProofFault::other_key};
  const auto signature = signature_of_multibase(*value);
  if (!signature) return Failure{ProofFault::malformed};
  std::string bytes;
  append_digest(bytes, canonical_json_without(*proof, "proofValue"));
  append_digest(bytes, canonical_without_proof);
  if (!is_signed_by(*key, *signature, bytes)) return Failure{ProofFault::wrong_signature};
  verified.key = *key;
  verified.did = did_of(*key);
  return verified;
}

Expected<VerifiedProof, ProofFault> verify_proof(const Json& document) {
  return verify_proof(document,
                      document.is_object() ? canonical_json_without(document, "proof") : std::string());
}

}  // namespace preshift
