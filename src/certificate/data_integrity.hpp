#pragma once

#include "did_key.hpp"
#include "json_document.hpp"
#include "result.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// W3C Data Integrity proofs (Recommendation of 2025) with the cryptosuite eddsa-jcs-2022: an Ed25519
/// signature of SHA-256(canonical proof without its value), SHA-256(canonical document without its proof).

/// The document with a proof by this key at its end. It has no proof yet; its `@context`, if any, is repeated
/// in the proof.
[[nodiscard]] Json with_proof(Json document, const SigningKey& key, std::chrono::sys_seconds created);

enum class ProofFault {
  missing,            ///< the document has no proof
  several,            ///< more than one, or a list: it could be read in several ways
  other_cryptosuite,  ///< not a DataIntegrityProof by eddsa-jcs-2022 for assertionMethod
  malformed,          ///< a member is missing or wrong
  other_context,      ///< its @context is not the document's
  other_key,          ///< its key is not a did:key of Ed25519
  wrong_signature,    ///< the document or the proof was altered, or another key signed
};

struct VerifiedProof {
  PublicKey key{};  ///< who signed
  std::string did;  ///< the same as a name
  std::optional<std::chrono::sys_seconds> created;
  std::optional<std::chrono::sys_seconds> expires;
};

/// Who signed the document, if it is what was signed. Does not look at dates.
[[nodiscard]] Expected<VerifiedProof, ProofFault> verify_proof(const Json& document);

/// The same when the document's canonical form without its proof is at hand.
[[nodiscard]] Expected<VerifiedProof, ProofFault> verify_proof(const Json& document,
                                                               std::string_view canonical_without_proof);

/// The 64 bytes that are signed. The proof is one without its value.
[[nodiscard]] std::string signed_bytes(const Json& unsecured_document, const Json& proof_configuration);

}  // namespace preshift
