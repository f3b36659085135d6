#include "shift_start_command.hpp"

#include "agent_dialogue.hpp"
#include "certificate_options.hpp"
#include "check_output.hpp"
#include "check_session.hpp"
#include "did_key.hpp"
#include "document_file.hpp"
#include "exit_status.hpp"
#include "journal_texts.hpp"
#include "judging_options.hpp"
#include "shift_admission.hpp"
#include "shift_journal.hpp"
#include "shift_report.hpp"
#include "shift_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

namespace preshift {
namespace {

bool wants_json(const Arguments& arguments) {
  return arguments.value("--format") == "json";
}

/// A certificate that is there takes the place of a check, so nothing that a check would need may be given.
Result<void> refuse_what_a_check_needs(const Arguments& arguments, const char* given) {
  constexpr std::array k_allowed{
      "--certificate", "--last", "--rules",           "--set",    "--room",    "--nonce",
      "--agent-id",    "--key",  "--passphrase-file", "--format", "--language"};
  for (const auto& [option, value] : arguments.values)
    if (std::find(k_allowed.begin(), k_allowed.end(), option) == k_allowed.end())
      return unusable_input(shift_text("shift.both"), std::string(given), option);
  return {};
}

/// The certificate of --certificate or --last.
Result<Json> given_certificate(const Arguments& arguments) {
  const bool is_last = arguments.has("--last");
  const char* given = is_last ? "--last" : "--certificate";
  if (is_last && arguments.has("--certificate"))
    return unusable_input(shift_text("shift.both"), "--last", "--certificate");
  if (auto refused = refuse_what_a_check_needs(arguments, given); !refused) return Failure{refused.error()};
  const std::filesystem::path file =
      is_last ? last_certificate_file() : std::filesystem::path(*arguments.value("--certificate"));
  std::error_code ignored;
  if (is_last && !std::filesystem::exists(file, ignored))
    return unusable_input(shift_text("shift.no_last"), file.string());
  return read_document_file(file);
}

/// Checks the workspace, shows the result and certifies it, whatever it is.
Result<Json> checked_certificate(const Arguments& arguments, const Profile& profile, UnlockedKey& key,
                                 Language language) {
  auto request = check_request(arguments, profile);
  if (!request) return Failure{request.error()};
  const auto repeats = most_repeats(arguments, *request);
  if (!repeats) return Failure{repeats.error()};
  auto certificate = certificate_request(arguments);
  if (!certificate) return Failure{certificate.error()};
  certificate->onboarding = request->onboarding;
  if (can_ask()) ask_manual_rules(profile, language, arguments.value("--agent-id"), request->circumstances);
  const CheckReport report = check_until_mended(*request, profile, *repeats, language);
  if (report.problem) return Failure{report.problem->problem};
  if (!wants_json(arguments))
    if (const auto shown = print_check(report, arguments, language); !shown) return Failure{shown.error()};
  CertificateOrder order{last_certificate_file(), std::move(*certificate), std::move(key)};
  auto made = make_certificate(order, report, profile);
  key = std::move(order.key);
  return made;
}

bool is_over(const SignIn& shift, const ClockReading& now) {
  const bool has_expired = shift.valid_until && now.utc > *shift.valid_until;
  const bool was_restarted =
      shift.clock.boot && now.boot && shift.clock.boot->boot != boot_name(now.boot->boot);
  return has_expired || was_restarted;
}

std::vector<Refusal> while_on_shift(const Journal& journal) {
  const auto shift = current_shift(journal);
  if (!shift || is_over(*shift, read_clocks())) return {};
  return {already_on_shift(*shift)};
}

/// What is known of the certificate when it is compared with what the shift asks for.
struct Candidate {
  Json document;
  Verification verified;
  std::vector<Refusal> refusals;
};

Result<Candidate> candidate(Json document, const Arguments& arguments, const Profile& profile,
                            const UnlockedKey& key) {
  const auto named = named_request(arguments);
  if (!named) return Failure{named.error()};
  const auto room_digest = room_digest_of(arguments);
  if (!room_digest) return Failure{room_digest.error()};
  Expectations expected;  // whether the room must be approved is the profile's to say, in the check
  expected.now = present_time();
  expected.trusted_issuers = std::set<std::string>{did_of(key.record.key)};
  expected.profile_digest = profile.digest;
  expected.nonce = named->nonce;
  expected.agent_id = named->agent_id;
  expected.room_digest = *room_digest;
  Verification verified = verify_certificate(document, expected);
  auto reasons = refusals(verified, profile.shift.start_within.value_or(k_usual_start_within), expected.now);
  return Candidate{std::move(document), std::move(verified), std::move(reasons)};
}

int status_of(const std::vector<Refusal>& refusals) {
  const bool only_undecided = std::all_of(refusals.begin(), refusals.end(), [](const Refusal& refusal) {
    return refusal.kind == RefusalKind::undecided;
  });
  return only_undecided ? exit_status::k_undecided : exit_status::k_not_cleared;
}

std::string explained(const Refusal& refusal, Language language) {
  const std::string words = render(refusal.explanation, language);
  if (refusal.kind != RefusalKind::not_valid) return words;
  return render({journal_text("admission.not_valid"), {words}}, language);
}

void print_refusals(const std::vector<Refusal>& refusals, const Arguments& arguments, Language language) {
  if (wants_json(arguments)) {
    Json list = Json::array();
    for (const Refusal& refusal : refusals)
      list.push_back({{"kind", to_string(refusal.kind)}, {"explanation", explained(refusal, language)}});
    fmt::print("{}\n", Json{{"signed_in", false}, {"refusals", list}}.dump(2));
    return;
  }
  fmt::print("\n{}", sentence(language, shift_text("shift.refused")));
  for (const Refusal& refusal : refusals) fmt::print("  - {}\n", explained(refusal, language));
}

/// Keeps why, in kinds alone.
Result<int> refuse(JournalWriter& writer, const std::vector<Refusal>& refusals, const Arguments& arguments,
                   Language language) {
  auto recorded = writer.append(JournalEvent::refusal, refusal_details(refusals));
  if (!recorded) return Failure{recorded.error()};
  print_refusals(refusals, arguments, language);
  return status_of(refusals);
}

void print_sign_in(const JournalWriter& writer, const std::optional<SignIn>& not_ended,
                   const Arguments& arguments, Language language) {
  const SignIn shift = *current_shift(writer.journal());
  const std::chrono::sys_seconds until = shift.valid_until.value_or(shift.clock.utc);
  const ClockReading valid_until{until, shift.clock.local_offset, std::nullopt};
  if (wants_json(arguments)) {
    Json json{{"signed_in", true},
              {"entry", shift.entry},
              {"certificate", {{"id", shift.certificate_id}, {"digest", shift.certificate_digest}}},
              {"before_not_ended", not_ended ? Json(not_ended->entry) : Json()}};
    fmt::print("{}\n", json.dump(2));
    return;
  }
  if (not_ended)
    fmt::print("{}",
               sentence(language, shift_text("shift.before_not_ended"), shown_moment(not_ended->clock)));
  fmt::print("\n{}", sentence(language, shift_text("shift.signed_in"), shown_moment(shift.clock),
                              shown_moment(valid_until)));
}

Result<int> sign_in(JournalWriter& writer, const Candidate& taken, const Arguments& arguments,
                    Language language) {
  const auto not_ended = current_shift(writer.journal());
  if (not_ended)
    if (auto recorded = writer.append(JournalEvent::not_ended, end_details(*not_ended)); !recorded)
      return Failure{recorded.error()};
  auto recorded = writer.append(
      JournalEvent::sign_in, sign_in_details(*taken.verified.certificate, document_digest(taken.document)));
  if (!recorded) return Failure{recorded.error()};
  print_sign_in(writer, not_ended, arguments, language);
  return exit_status::k_cleared;
}

/// Signs in, or refuses with every reason. Another start may have come first while this one measured.
Result<int> decide(Candidate taken, const UnlockedKey& key, const Arguments& arguments, Language language) {
  auto writer = own_journal_writer(key);
  if (!writer) return Failure{writer.error()};
  for (Refusal& refusal : while_on_shift(writer->journal())) taken.refusals.push_back(std::move(refusal));
  return taken.refusals.empty() ? sign_in(*writer, taken, arguments, language)
                                : refuse(*writer, taken.refusals, arguments, language);
}

/// The status of a refusal that spares the check; none when the shift that was seen has ended meanwhile.
Result<std::optional<int>> refuse_before_checking(const UnlockedKey& key, const Arguments& arguments,
                                                  Language language) {
  auto writer = own_journal_writer(key);
  if (!writer) return Failure{writer.error()};
  const auto reasons = while_on_shift(writer->journal());
  if (reasons.empty()) return std::optional<int>();
  const auto status = refuse(*writer, reasons, arguments, language);
  if (!status) return Failure{status.error()};
  return std::optional(*status);
}

}  // namespace

Result<int> run_shift_start_command(const Arguments& arguments, Language language) {
  const bool is_given = arguments.has("--certificate") || arguments.has("--last");
  const auto profile = chosen_profile(arguments);
  if (!profile) return Failure{profile.error()};
  auto document = is_given ? given_certificate(arguments) : Result<Json>(Json());
  if (!document) return Failure{document.error()};
  const auto journal = own_sound_journal();
  if (!journal) return Failure{journal.error()};
  auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  if (!while_on_shift(*journal).empty()) {
    const auto refused = refuse_before_checking(*key, arguments, language);
    if (!refused) return Failure{refused.error()};
    if (*refused) return **refused;
  }
  if (!is_given) document = checked_certificate(arguments, *profile, *key, language);
  if (!document) return Failure{document.error()};
  auto taken = candidate(std::move(*document), arguments, *profile, *key);
  if (!taken) return Failure{taken.error()};
  auto status = decide(std::move(*taken), *key, arguments, language);
  if (!status || wants_json(arguments)) return status;
  if (auto noted = print_clock_notes(journal->entries.size(), language); !noted)
    return Failure{noted.error()};
  return status;
}

}  // namespace preshift
