#pragma once

#include "credential_envelope.hpp"
#include "ed25519.hpp"
#include "result.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace preshift {

struct Expectations;
struct Verification;

/// An agent's objection to a certificate that it issued: a credential of its own, signed by the same key or
/// by one that follows it, that names the certificate by its id and the digest of its canonical form and says
/// in words what is wrong. It changes nothing by itself: the certificate stays as valid as it was, and a
/// person at the employer reads and answers it.

inline constexpr std::size_t k_longest_note = 2000;  ///< bytes

/// A credential of ours has an end. An objection has none of its own; it must be there for as long as anybody
/// may still decide by the certificate, and ten years are longer than records of work are usually kept (five
/// years is a common limit for claims at law).
inline constexpr std::chrono::days k_dispute_validity{3652};

struct DisputeContents {
  std::string certificate;  ///< id of the certificate
  std::string digest;       ///< of the same (document_digest)
  std::string note;         ///< 1 to k_longest_note bytes, printable (utf8.hpp)
  std::chrono::sys_seconds issued_at{};
  /// That lead from the certificate's issuer to the key that signs (key_succession.hpp); none when they are
  /// the same.
  std::vector<Json> successions{};
};

inline constexpr std::size_t k_most_successions = 100;

/// By the key that issued the certificate or one that follows it by its word, else it counts for nothing.
[[nodiscard]] Json signed_dispute(const DisputeContents& contents, const SigningKey& agent);

/// What a document says that has the form of a dispute. Nothing of it is proven yet.
struct DisputeView : CredentialEnvelope {
  std::string certificate;
  std::string digest;
  std::string note;
  std::vector<Json> successions;
};

/// Whether this key signed the dispute or leads to the one that did, by the dispute's first succession on.
[[nodiscard]] bool is_by(const DisputeView& dispute, const std::string& key);

/// Or the path of the first member that is missing or not as it must be.
[[nodiscard]] Expected<DisputeView, std::string> read_dispute(const Json& document);

/// Whether a document says that it is a dispute, rather than a certificate.
[[nodiscard]] bool is_dispute(const Json& document);

/// Verifies it as verify_document does (verification.hpp). It must be by (is_by) one of `trusted_issuers`
/// and, when a certificate is given to compare with, by that certificate's issuer. It fails wherever
/// something is expected of a check, and also where nothing but a cleared outcome is: a dispute must not pass
/// in place of a certificate.
[[nodiscard]] Verification verify_dispute(const Json& document, const Expectations& expectations);

}  // namespace preshift
