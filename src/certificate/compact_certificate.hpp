#pragma once

#include "certificate_view.hpp"
#include "ed25519.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// The compact form of a certificate: short enough for a QR code, signed by the certificate's own issuer, so
/// that who scans it can verify it without a network and without the certificate. docs/compact-form.md gives
/// the format: a COSE_Sign1 (RFC 9052) in Base45 (RFC 9285) behind `PRESHIFT1:`.
///
/// It proves that this key stated this outcome, these dates, rules, nonce and room. What was measured is not
/// in it: the certificate, which it names by its digest, has that.
struct CompactCertificate {
  std::string id;      ///< of the certificate, `urn:uuid:...`
  std::string digest;  ///< of the same (document_digest)
  std::string issuer;  ///< did:key
  CertificateKind kind = CertificateKind::pre_shift;
  Outcome outcome = Outcome::undecided;
  Assurance assurance = Assurance::self_asserted;
  bool is_live = false;  ///< all that was judged came from devices, and something did
  std::chrono::sys_seconds valid_from{};
  std::chrono::sys_seconds valid_until{};
  std::string profile_digest;
  std::optional<std::string> agent_id;
  std::optional<std::string> nonce;
  std::optional<std::string> room_digest;
  std::optional<std::string> approver;  ///< did:key; with the assurance `approved`, and only then
};

inline constexpr std::string_view k_compact_prefix = "PRESHIFT1:";
inline constexpr std::size_t k_longest_compact = 1500;  ///< characters

/// None when the certificate's id or digests are not written as this program writes them.
[[nodiscard]] std::optional<CompactCertificate> compact_of(const Json& certificate,
                                                           const CertificateView& view);

/// Signed; the key is the issuer's. All characters are of QR code's alphanumeric set.
[[nodiscard]] std::string written_compact(const CompactCertificate& compact, const SigningKey& key);

struct ReadCompact {
  CompactCertificate compact;
  bool is_signed = false;  ///< by its issuer, and unaltered
};

/// What such a text says; none unless it is written in the one way that written_compact writes it.
[[nodiscard]] std::optional<ReadCompact> read_compact(std::string_view text);

/// What it says as a certificate does, without the rules and the devices.
[[nodiscard]] CertificateView view_of(const CompactCertificate& compact);

}  // namespace preshift
