#include "compact_certificate.hpp"

#include "base45.hpp"
#include "cbor_input.hpp"
#include "did_key.hpp"
#include "hex.hpp"
#include "pseudonym.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace preshift {
namespace {

using Bytes = std::vector<std::uint8_t>;
using std::chrono::sys_seconds;

constexpr std::uint64_t k_version = 1;
constexpr std::uint64_t k_fields = 15;
constexpr std::size_t k_digest_size = 32;
constexpr std::string_view k_uuid_prefix = "urn:uuid:";
constexpr std::uint64_t k_last_moment = 253'402'300'799;  // 9999-12-31T23:59:59Z

/// COSE's protected header {1: -8}: the algorithm is EdDSA.
Bytes protected_header() {
  return {0xA1, 0x01, 0x27};
}

Json binary(std::span<const std::uint8_t> bytes) {
  return Json::binary(Bytes(bytes.begin(), bytes.end()));
}

Json binary_of_hex(const std::optional<std::string>& hex) {
  const auto bytes = hex ? from_hex(*hex) : std::nullopt;
  return bytes ? binary(*bytes) : Json();
}

Json binary_of_did(const std::optional<std::string>& did) {
  const auto key = did ? key_of_did(*did) : std::nullopt;
  return key ? binary(*key) : Json();
}

Json text_or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json();
}

/// The 16 bytes behind `urn:uuid:...`.
std::optional<Bytes> bytes_of_uuid(const std::string& urn) {
  if (!urn.starts_with(k_uuid_prefix)) return std::nullopt;
  std::string digits = urn.substr(k_uuid_prefix.size());
  std::erase(digits, '-');
  return from_hex(digits);
}

std::string uuid_of(std::span<const std::uint8_t> bytes) {
  std::string text = to_hex(bytes);
  for (const std::size_t place : {20, 16, 12, 8}) text.insert(place, "-");
  return std::string(k_uuid_prefix) + text;
}

Bytes payload_of(const CompactCertificate& compact) {
  Json fields = Json::array();
  fields.push_back(k_version);
  fields.push_back(binary(bytes_of_uuid(compact.id).value_or(Bytes())));
  fields.push_back(binary_of_hex(compact.digest));
  fields.push_back(binary_of_did(compact.issuer));
  fields.push_back(static_cast<unsigned>(compact.kind));
  fields.push_back(static_cast<unsigned>(compact.outcome));
  fields.push_back(static_cast<unsigned>(compact.assurance));
  fields.push_back(compact.is_live);
  fields.push_back(compact.valid_from.time_since_epoch().count());
  fields.push_back(compact.valid_until.time_since_epoch().count());
  fields.push_back(binary_of_hex(compact.profile_digest));
  fields.push_back(text_or_null(compact.agent_id));
  fields.push_back(text_or_null(compact.nonce));
  fields.push_back(binary_of_hex(compact.room_digest));
  fields.push_back(binary_of_did(compact.approver));
  return Json::to_cbor(fields);
}

/// What is signed: COSE's Sig_structure, without external data.
std::string signed_text(std::span<const std::uint8_t> payload) {
  const Json structure = Json::array({"Signature1", binary(protected_header()), binary({}), binary(payload)});
  const Bytes bytes = Json::to_cbor(structure);
  return {bytes.begin(), bytes.end()};
}

std::string written(std::span<const std::uint8_t> payload, const Signature& signature) {
  const Json sign1 =
      Json::array({binary(protected_header()), Json::object(), binary(payload), binary(signature)});
  return std::string(k_compact_prefix) + to_base45(Json::to_cbor(sign1));
}

/// Reads the payload's fields one after the other and remembers whether all were as they must be.
class PayloadReading {
 public:
  explicit PayloadReading(std::span<const std::uint8_t> payload) : m_input(payload) {
    require(m_input.array() == k_fields && m_input.number() == k_version);
  }

  [[nodiscard]] bool is_right() const { return m_is_right && m_input.is_at_end(); }

  Bytes bytes(std::size_t size) {
    auto found = m_input.bytes();
    return require(found && found->size() == size) ? std::move(*found) : Bytes(size);
  }

  std::string did() {
    PublicKey key{};
    const Bytes found = bytes(key.size());
    std::copy(found.begin(), found.end(), key.begin());
    return did_of(key);
  }

  std::string hex() { return to_hex(bytes(k_digest_size)); }

  template <class Enumeration>
  Enumeration one_of(std::uint64_t count) {
    return static_cast<Enumeration>(number(count - 1));
  }

  sys_seconds moment() {
    return sys_seconds(std::chrono::seconds(static_cast<std::int64_t>(number(k_last_moment))));
  }

  bool flag() {
    const auto found = m_input.flag();
    return require(found.has_value()) && *found;
  }

  std::string text() {
    auto found = m_input.text();
    return require(found.has_value()) ? std::move(*found) : std::string();
  }

  /// None in place of a null.
  std::optional<std::string> optional(std::string (PayloadReading::*read)()) {
    if (m_input.take_null()) return std::nullopt;
    return (this->*read)();
  }

  bool require(bool is_right) {
    m_is_right = m_is_right && is_right;
    return m_is_right;
  }

 private:
  std::uint64_t number(std::uint64_t most) {
    const auto found = m_input.number();
    return require(found && *found <= most) ? *found : 0;
  }

  CborInput m_input;
  bool m_is_right = true;
};

std::optional<CompactCertificate> read_payload(std::span<const std::uint8_t> payload) {
  constexpr std::size_t k_uuid_size = 16;
  PayloadReading reading(payload);
  CompactCertificate compact;
  compact.id = uuid_of(reading.bytes(k_uuid_size));
  compact.digest = reading.hex();
  compact.issuer = reading.did();
  compact.kind = reading.one_of<CertificateKind>(2);
  compact.outcome = reading.one_of<Outcome>(3);
  compact.assurance = reading.one_of<Assurance>(3);
  compact.is_live = reading.flag();
  compact.valid_from = reading.moment();
  compact.valid_until = reading.moment();
  compact.profile_digest = reading.hex();
  compact.agent_id = reading.optional(&PayloadReading::text);
  compact.nonce = reading.optional(&PayloadReading::text);
  compact.room_digest = reading.optional(&PayloadReading::hex);
  compact.approver = reading.optional(&PayloadReading::did);
  reading.require(compact.valid_from < compact.valid_until);
  reading.require(!compact.agent_id || is_agent_id(*compact.agent_id));
  reading.require(!compact.nonce || is_nonce(*compact.nonce));
  reading.require(compact.approver.has_value() == (compact.assurance == Assurance::approved));
  if (!reading.is_right()) return std::nullopt;
  return compact;
}

/// The payload and the signature of a COSE_Sign1.
struct Signed {
  Bytes payload;
  Signature signature{};
};

std::optional<Signed> read_sign1(std::span<const std::uint8_t> bytes) {
  CborInput input(bytes);
  Signed read;
  const bool is_headed =
      input.array() == 4U && input.bytes() == protected_header() && input.map() == std::uint64_t{0};
  auto payload = is_headed ? input.bytes() : std::nullopt;
  const auto signature = payload ? input.bytes() : std::nullopt;
  if (!signature || signature->size() != read.signature.size() || !input.is_at_end()) return std::nullopt;
  read.payload = std::move(*payload);
  std::copy(signature->begin(), signature->end(), read.signature.begin());
  return read;
}

}  // namespace

std::optional<CompactCertificate> compact_of(const Json& certificate, const CertificateView& view) {
  CompactCertificate compact;
  compact.id = view.id;
  compact.digest = document_digest(certificate);
  compact.issuer = view.issuer;
  compact.kind = view.kind;
  compact.outcome = view.outcome;
  compact.assurance = view.assurance;
  compact.is_live = view.is_live();
  compact.valid_from = view.valid_from;
  compact.valid_until = view.valid_until;
  compact.profile_digest = view.profile_digest;
  compact.agent_id = view.agent_id;
  compact.nonce = view.nonce;
  compact.room_digest = view.room_digest;
  if (view.onboarding) compact.approver = view.onboarding->approver;
  const auto again = read_payload(payload_of(compact));
  const bool is_kept = again && again->id == compact.id && again->issuer == compact.issuer &&
                       again->profile_digest == compact.profile_digest &&
                       again->room_digest == compact.room_digest && again->approver == compact.approver;
  if (!is_kept) return std::nullopt;
  return compact;
}

std::string written_compact(const CompactCertificate& compact, const SigningKey& key) {
  const Bytes payload = payload_of(compact);
  return written(payload, key.sign(signed_text(payload)));
}

std::optional<ReadCompact> read_compact(std::string_view text) {
  if (text.size() > k_longest_compact || !text.starts_with(k_compact_prefix)) return std::nullopt;
  const auto bytes = from_base45(text.substr(k_compact_prefix.size()));
  if (!bytes) return std::nullopt;
  const auto read = read_sign1(*bytes);
  auto compact = read ? read_payload(read->payload) : std::nullopt;
  // There is one way to write it: nothing can be changed that the signature does not cover.
  if (!compact || written(payload_of(*compact), read->signature) != text) return std::nullopt;
  const auto key = key_of_did(compact->issuer);
  const bool is_signed = key && is_signed_by(*key, read->signature, signed_text(read->payload));
  return ReadCompact{std::move(*compact), is_signed};
}

CertificateView view_of(const CompactCertificate& compact) {
  CertificateView view;
  view.id = compact.id;
  view.issuer = compact.issuer;
  view.valid_from = compact.valid_from;
  view.valid_until = compact.valid_until;
  view.kind = compact.kind;
  view.outcome = compact.outcome;
  view.assurance = compact.assurance;
  view.profile_digest = compact.profile_digest;
  view.nonce = compact.nonce;
  view.agent_id = compact.agent_id;
  view.room_digest = compact.room_digest;
  return view;
}

}  // namespace preshift
