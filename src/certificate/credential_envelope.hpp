#pragma once

#include "document_reading.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace preshift {

/// What every credential of ours says of itself.
struct CredentialEnvelope {
  std::string id;
  std::string issuer;  ///< did:key
  std::chrono::sys_seconds valid_from{};
  std::chrono::sys_seconds valid_until{};  ///< after valid_from
};

/// A credential of this type (vocabulary.hpp), with nothing but our two contexts.
void read_envelope(DocumentReading& reading, const Json& document, std::string_view type,
                   CredentialEnvelope& envelope);

/// A new one of this type about this subject, without its proof.
[[nodiscard]] Json unsigned_credential(std::string_view type, const CredentialEnvelope& envelope,
                                       Json subject);

}  // namespace preshift
