#pragma once

#include "canonical_json.hpp"
#include "did_key.hpp"
#include "document_reading.hpp"
#include "strict_json.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// Records of a journal are objects in canonical form (RFC 8785) whose member `signature` is Ed25519, as
/// multibase, over the canonical form without that member, by the key that `signer` names.

[[nodiscard]] inline std::string signed_record(Json record, const SigningKey& key) {
  record["signer"] = did_of(key.public_key());
  const std::string signed_text = canonical_json(record);
  record["signature"] = to_multibase(key.sign(signed_text));
  return canonical_json(record);
}

/// Whether these bytes are what the signer signed; another spelling of the same record is not.
[[nodiscard]] inline bool is_genuine_record(const Json& record, std::string_view bytes) {
  const auto key = key_of_did(text_member(record, "signer").value_or(""));
  const auto signature = signature_of_multibase(text_member(record, "signature").value_or(""));
  if (!key || !signature || canonical_json(record) != bytes) return false;
  Json unsigned_record = record;
  unsigned_record.erase("signature");
  return is_signed_by(*key, *signature, canonical_json(unsigned_record));
}

}  // namespace preshift
