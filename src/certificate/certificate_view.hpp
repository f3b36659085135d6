#pragma once

#include "certificate.hpp"
#include "certified_waiver.hpp"
#include "credential_envelope.hpp"
#include "json_document.hpp"
#include "result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace preshift {

struct CertifiedRule {
  std::string rule;
  std::string requirement;
  std::string severity;
  std::string result;
  Json judged;             ///< as evaluation_json.hpp writes it
  bool is_waived = false;  ///< a waiver counts: the result stays, and decides nothing
};

/// What a document says that has the form of a certificate. Nothing of it is proven yet.
struct CertificateView : CredentialEnvelope {
  CertificateKind kind = CertificateKind::pre_shift;
  Outcome outcome = Outcome::undecided;
  Assurance assurance = Assurance::self_asserted;
  std::string profile;
  int profile_version = 0;
  std::string profile_digest;
  std::string tool_version;
  std::vector<CertifiedRule> rules;
  std::vector<CertifiedDevice> devices;
  bool system_calls_confined = false;
  bool file_system_confined = false;
  std::optional<std::string> nonce;
  std::optional<std::string> agent_id;
  std::optional<std::string> site;
  std::vector<CertifiedWaiver> waivers;  ///< none where it was made before certificates told them
  std::optional<std::string> room_digest;
  std::optional<OnboardingReference> onboarding;

  /// All that was measured came from devices, not from recordings.
  [[nodiscard]] bool is_live() const;
};

/// Or the path of the first member that is missing or not as it must be, such as `credentialSubject.outcome`.
[[nodiscard]] Expected<CertificateView, std::string> read_certificate(const Json& document);

}  // namespace preshift
