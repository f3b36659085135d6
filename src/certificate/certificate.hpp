#pragma once

#include "data_integrity.hpp"
#include "evaluation.hpp"
#include "event.hpp"
#include "json_document.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

enum class CertificateKind {
  pre_shift,   ///< one check before one shift
  onboarding,  ///< the first check of a workspace, for the employer to approve
};

/// "pre-shift", "onboarding": as in a certificate.
[[nodiscard]] std::string_view to_string(CertificateKind kind);

/// How much stands behind a certificate besides the agent's own key.
enum class Assurance {
  self_asserted,  ///< the agent's computer says so
  challenged,     ///< and it was made after the employer gave a nonce
  approved,       ///< and the employer approved this workspace when it was enrolled
};

/// "self-asserted", "challenged", "approved".
[[nodiscard]] std::string_view to_string(Assurance assurance);

/// A microphone or camera by its pseudonym (pseudonym.hpp).
struct CertifiedDevice {
  Sensor sensor = Sensor::microphone;
  bool is_live = false;   ///< a device, not a recording
  std::string pseudonym;  ///< empty for a recording
};

/// The approved onboarding certificate that a pre-shift one rests on.
struct OnboardingReference {
  std::string id;        ///< of the onboarding certificate
  std::string digest;    ///< of the same (document_digest)
  std::string approver;  ///< the employer's did:key
};

/// All that a certificate says. No picture, no sound, no name of an agent: numbers, words and pseudonyms. Of
/// the evaluation's facts only the site is told, and of its waivers those for this agent and site
/// (certified_waiver.hpp), with the approver's and the reason's words as the employer's file has them.
struct CertificateContents {
  CertificateKind kind = CertificateKind::pre_shift;
  std::chrono::sys_seconds issued_at{};
  std::chrono::sys_seconds expires_at{};
  Outcome outcome = Outcome::undecided;
  Evaluation evaluation;
  std::string profile_digest;  ///< SHA-256 of the resolved profile, hexadecimal
  std::vector<CertifiedDevice> devices;
  Measurements sensors;  ///< how the microphone and the camera were themselves judged
  std::optional<Confined> confined;
  std::optional<std::string> nonce;     ///< the employer's (is_nonce)
  std::optional<std::string> agent_id;  ///< a pseudonym that the employer gave (is_agent_id)
  std::optional<std::string> site;      ///< the employer's name of it, of the same form (is_agent_id)
  std::optional<std::string> room_digest;
  std::optional<OnboardingReference> onboarding;
  std::string id;  ///< `urn:uuid:...`; empty: a new random one
};

/// A pre-shift certificate is for one shift.
inline constexpr std::chrono::hours k_longest_shift{16};

/// The signed certificate: a W3C Verifiable Credential (Data Model 2.0), issued by the key's did:key.
[[nodiscard]] Json signed_certificate(const CertificateContents& contents, const SigningKey& key);

/// SHA-256 of a document's canonical form, proof included, in hexadecimal: names it whatever its spelling.
[[nodiscard]] std::string document_digest(const Json& document);

/// As a file holds it: indented, a line end at the end.
[[nodiscard]] std::string written_document(const Json& document);

}  // namespace preshift
