#include "certificate_options.hpp"

#include "check_session.hpp"
#include "file_bytes.hpp"
#include "given_document.hpp"
#include "hex.hpp"
#include "judging_options.hpp"
#include "key_lists.hpp"
#include "pseudonym.hpp"
#include "sha256.hpp"
#include "signing_texts.hpp"
#include "utc_time.hpp"

#include <charconv>
#include <utility>

namespace preshift {
namespace {

constexpr std::chrono::hours k_usual_shift{10};

Result<std::chrono::seconds> valid_for(const Arguments& arguments) {
  const auto text = arguments.value("--valid-for");
  if (!text) return std::chrono::seconds(k_usual_shift);
  int hours = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), hours);
  const std::string_view unit(end, static_cast<std::size_t>(text->data() + text->size() - end));
  const bool fits = error == std::errc{} && unit == "h" && hours >= 1 && hours <= k_longest_shift.count();
  if (!fits)
    return unusable_input(signing_text("option.bad_valid_for"), *text,
                          static_cast<double>(k_longest_shift.count()));
  return std::chrono::seconds(std::chrono::hours(hours));
}

Result<std::optional<std::string>> nonce_of(const Arguments& arguments) {
  const auto nonce = arguments.value("--nonce");
  if (nonce && !is_nonce(*nonce)) return unusable_input(signing_text("option.bad_nonce"));
  return nonce;
}

Result<std::optional<std::string>> agent_id_of(const Arguments& arguments) {
  const auto agent_id = arguments.value("--agent-id");
  if (agent_id && !is_agent_id(*agent_id)) return unusable_input(signing_text("option.bad_agent_id"));
  return agent_id;
}

Result<void> take_lists(const Arguments& arguments, Expectations& expected) {
  if (const auto given = arguments.all("--trusted"); !given.empty()) {
    auto trusted = listed_keys(given);
    if (!trusted) return Failure{trusted.error()};
    expected.trusted_issuers = std::move(*trusted);
  }
  if (const auto given = arguments.all("--employer"); !given.empty()) {
    auto employers = listed_keys(given);
    if (!employers) return Failure{employers.error()};
    expected.employers = std::move(*employers);
  }
  auto revoked = revoked_names(arguments);
  if (!revoked) return Failure{revoked.error()};
  expected.knows_revoked = arguments.has("--revoked");
  expected.revoked = std::move(*revoked);
  return {};
}

/// The documents that certificates and approvals are compared with.
Result<void> take_documents(const Arguments& arguments, Expectations& expected) {
  const auto approvals = arguments.all("--approval");
  if (!approvals.empty() && !expected.employers)
    return unusable_input(signing_text("option.needs"), "--approval", "--employer");
  auto documents = documents_in(approvals);
  if (!documents) return Failure{documents.error()};
  expected.approvals = std::move(*documents);
  const auto file = arguments.value("--certificate");
  if (!file) return {};
  const auto certificate = documents_in({*file});
  if (!certificate) return Failure{certificate.error()};
  expected.certificate_digest = document_digest(certificate->front());
  expected.certificate_issuer = text_member(certificate->front(), "issuer");
  return {};
}

}  // namespace

Result<std::optional<std::string>> room_digest_of(const Arguments& arguments) {
  constexpr std::size_t k_largest_room = 1024 * 1024;
  const auto file = arguments.value("--room");
  if (!file) return std::optional<std::string>();
  const auto bytes = read_file(*file, k_largest_room);
  if (!bytes) return unusable_input(signing_text("option.no_room"), *file);
  return std::optional(to_hex(sha256(*bytes)));
}

Result<CertificateRequest> named_request(const Arguments& arguments) {
  const auto nonce = nonce_of(arguments);
  if (!nonce) return Failure{nonce.error()};
  const auto agent_id = agent_id_of(arguments);
  if (!agent_id) return Failure{agent_id.error()};
  CertificateRequest request;
  request.nonce = *nonce;
  request.agent_id = *agent_id;
  return request;
}

Result<std::optional<CertificateOrder>> certificate_order(const Arguments& arguments, Language language) {
  const auto file = arguments.value("--certificate");
  for (const char* option : {"--nonce", "--agent-id", "--valid-for", "--key", "--passphrase-file"})
    if (!file && arguments.has(option) &&
        !(std::string_view(option) == "--nonce" && wants_challenge(arguments)))
      return unusable_input(signing_text("option.needs"), option, "--certificate");
  if (!file) return std::optional<CertificateOrder>();
  auto request = certificate_request(arguments);
  if (!request) return Failure{request.error()};
  auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  return std::optional<CertificateOrder>(CertificateOrder{*file, std::move(*request), std::move(*key)});
}

Result<CertificateRequest> certificate_request(const Arguments& arguments) {
  const auto validity = valid_for(arguments);
  if (!validity) return Failure{validity.error()};
  auto request = named_request(arguments);
  if (!request) return Failure{request.error()};
  auto room_digest = room_digest_of(arguments);
  if (!room_digest) return Failure{room_digest.error()};
  request->room_digest = std::move(*room_digest);
  request->validity = *validity;
  return request;
}

Result<Json> make_certificate(const CertificateOrder& order, const CheckReport& report,
                              const Profile& profile) {
  Json document = signed_certificate(
      certificate_contents(report, profile, order.request, order.key.record, present_time()), order.key.key);
  if (auto written = write_document_file(order.file, document); !written) return Failure{written.error()};
  return document;
}

std::string certificate_line(const CertificateOrder& order, const Json& certificate, Language language) {
  const std::string until = text_member(certificate, "validUntil").value_or("");
  return "\n" + render({signing_text("certificate.written"), {order.file.string(), until}}, language) + "\n";
}

Result<std::chrono::sys_seconds> chosen_time(const Arguments& arguments) {
  const auto text = arguments.value("--at");
  if (!text) return present_time();
  const auto at = from_utc_text(*text);
  if (!at) return unusable_input(signing_text("option.bad_at"), *text);
  return *at;
}

Result<Expectations> expectations(const Arguments& arguments) {
  Expectations expected;
  const auto now = chosen_time(arguments);
  if (!now) return Failure{now.error()};
  expected.now = *now;
  if (auto taken = take_lists(arguments, expected); !taken) return Failure{taken.error()};
  if (arguments.has("--set") && !arguments.has("--rules"))
    return unusable_input(signing_text("option.needs"), "--set", "--rules");
  if (arguments.has("--rules")) {
    const auto profile = chosen_profile(arguments);
    if (!profile) return Failure{profile.error()};
    expected.profile_digest = profile->digest;
  }
  auto room_digest = room_digest_of(arguments);
  if (!room_digest) return Failure{room_digest.error()};
  expected.room_digest = std::move(*room_digest);
  if (auto taken = take_documents(arguments, expected); !taken) return Failure{taken.error()};
  expected.nonce = arguments.value("--nonce");
  expected.agent_id = arguments.value("--agent-id");
  expected.wants_cleared = !arguments.has("--any-outcome");
  return expected;
}

}  // namespace preshift
