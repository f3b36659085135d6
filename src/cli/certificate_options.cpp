#include "certificate_options.hpp"

#include "did_key.hpp"
#include "file_bytes.hpp"
#include "hex.hpp"
#include "judging_options.hpp"
#include "pseudonym.hpp"
#include "sha256.hpp"
#include "signing_texts.hpp"
#include "utc_time.hpp"

#include <charconv>
#include <set>
#include <utility>

namespace preshift {
namespace {

constexpr std::chrono::hours k_usual_shift{10};
constexpr std::size_t k_most_list_bytes = 4 * 1024 * 1024;

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

/// The lines of a list, each without what follows a #, without spaces around it; empty ones are left out.
template <class Take>
Result<void> for_each_line(const std::string& file, Take&& take) {
  const auto text = read_file(file, k_most_list_bytes);
  if (!text) return unusable_input(signing_text("option.no_list"), file);
  double number = 0;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    line = line.substr(0, line.find('#'));
    const std::size_t first = line.find_first_not_of(" \t\r");
    ++number;
    if (first == std::string_view::npos) continue;
    const std::string word(line.substr(first, line.find_last_not_of(" \t\r") + 1 - first));
    if (auto taken = take(word, number); !taken) return taken;
  }
  return {};
}

/// Keys, or files with one on each line.
Result<std::set<std::string>> trusted_issuers(const std::vector<std::string>& given) {
  std::set<std::string> trusted;
  for (const std::string& each : given) {
    if (key_of_did(each)) {
      trusted.insert(each);
      continue;
    }
    auto read = for_each_line(each, [&](const std::string& word, double number) -> Result<void> {
      if (!key_of_did(word)) return unusable_input(signing_text("option.bad_trusted"), each, number, word);
      trusted.insert(word);
      return {};
    });
    if (!read) return Failure{read.error()};
  }
  return trusted;
}

Result<void> take_lists(const Arguments& arguments, Expectations& expected) {
  if (const auto given = arguments.all("--trusted"); !given.empty()) {
    auto trusted = trusted_issuers(given);
    if (!trusted) return Failure{trusted.error()};
    expected.trusted_issuers = std::move(*trusted);
  }
  if (const auto file = arguments.value("--revoked")) {
    expected.knows_revoked = true;
    return for_each_line(*file, [&](const std::string& word, double) -> Result<void> {
      expected.revoked.insert(word);
      return {};
    });
  }
  return {};
}

/// SHA-256 of the room's file that --room names; none without it.
Result<std::optional<std::string>> room_digest_of(const Arguments& arguments) {
  constexpr std::size_t k_largest_room = 1024 * 1024;
  const auto file = arguments.value("--room");
  if (!file) return std::optional<std::string>();
  const auto bytes = read_file(*file, k_largest_room);
  if (!bytes) return unusable_input(signing_text("option.no_room"), *file);
  return std::optional(to_hex(sha256(*bytes)));
}

}  // namespace

Result<std::optional<CertificateOrder>> certificate_order(const Arguments& arguments, Language language) {
  const auto file = arguments.value("--certificate");
  for (const char* option : {"--nonce", "--agent-id", "--valid-for", "--key", "--passphrase-file"})
    if (!file && arguments.has(option) &&
        !(std::string_view(option) == "--nonce" && arguments.has("--challenge")))
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
  const auto nonce = nonce_of(arguments);
  if (!nonce) return Failure{nonce.error()};
  const auto agent_id = agent_id_of(arguments);
  if (!agent_id) return Failure{agent_id.error()};
  auto room_digest = room_digest_of(arguments);
  if (!room_digest) return Failure{room_digest.error()};
  CertificateRequest request;
  request.room_digest = std::move(*room_digest);
  request.validity = *validity;
  request.nonce = *nonce;
  request.agent_id = *agent_id;
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

Result<Expectations> expectations(const Arguments& arguments) {
  Expectations expected;
  expected.now = present_time();
  if (const auto text = arguments.value("--at")) {
    const auto at = from_utc_text(*text);
    if (!at) return unusable_input(signing_text("option.bad_at"), *text);
    expected.now = *at;
  }
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
  expected.nonce = arguments.value("--nonce");
  expected.agent_id = arguments.value("--agent-id");
  expected.wants_cleared = !arguments.has("--any-outcome");
  return expected;
}

}  // namespace preshift
