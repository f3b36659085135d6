#include "onboarding_options.hpp"

#include "certificate_options.hpp"
#include "given_document.hpp"
#include "json_texts.hpp"
#include "key_lists.hpp"
#include "onboarding_texts.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

/// What stands in for the configuration folder's documents where files are given.
Result<void> take_given(const Arguments& arguments, const std::string& option, std::vector<Json>& documents) {
  const auto files = arguments.all(option);
  if (files.empty()) return {};
  auto given = documents_in(files);
  if (!given) return Failure{given.error()};
  documents = std::move(*given);
  return {};
}

/// The agent's key; nobody's where there is none yet.
Result<std::string> agents_key(const Arguments& arguments) {
  const auto record = read_key_record(chosen_key_file(arguments));
  if (!record) return Failure{record.error()};
  return *record ? did_of((*record)->key) : std::string();
}

/// The damaged document that may be the one that is missed, if there is one.
const Message* missed_document(const KnownOnboarding& known) {
  const std::string_view reason = known.finding.reason.text.id;
  if (reason != "onboarding.none" && reason != "onboarding.pending") return nullptr;
  const auto found = std::ranges::find_if(known.damaged, [](const Message& problem) {
    return std::ranges::any_of(k_json_texts, [&](const Text& text) { return text.id == problem.text.id; });
  });
  return found == known.damaged.end() ? nullptr : &*found;
}

Measurement measured(const OnboardingFinding& finding) {
  if (finding.state == OnboardingState::approved) return {"onboarding.approval", "", State{"approved"}};
  return unknown("onboarding.approval", "", finding.reason);
}

}  // namespace

Result<OnboardingQuestion> onboarding_question(const Arguments& arguments, const StoredOnboarding& stored) {
  OnboardingQuestion question;
  question.employers = stored.employers;
  auto given = listed_keys(arguments.all("--employer"));
  if (!given) return Failure{given.error()};
  question.employers.merge(*given);
  auto revoked = revoked_names(arguments);
  if (!revoked) return Failure{revoked.error()};
  question.revoked = std::move(*revoked);
  if (stored.certificates.empty()) return question;
  auto agent = agents_key(arguments);
  if (!agent) return Failure{agent.error()};
  question.agent = std::move(*agent);
  return question;
}

Result<KnownOnboarding> known_onboarding(const Arguments& arguments,
                                         const std::optional<std::string>& room_digest,
                                         std::chrono::sys_seconds now) {
  StoredOnboarding stored = read_onboarding(onboarding_folder());
  if (auto taken = take_given(arguments, "--onboarding", stored.certificates); !taken)
    return Failure{taken.error()};
  if (auto taken = take_given(arguments, "--approval", stored.approvals); !taken)
    return Failure{taken.error()};
  auto question = onboarding_question(arguments, stored);
  if (!question) return Failure{question.error()};
  question->now = now;
  question->room_digest = room_digest;
  KnownOnboarding known{best_onboarding(stored.certificates, stored.approvals, *question),
                        std::move(stored.damaged)};
  if (const Message* missed = missed_document(known)) known.finding.reason = *missed;
  return known;
}

Result<void> take_onboarding(const Arguments& arguments, std::chrono::sys_seconds now,
                             CheckRequest& request) {
  // A room that cannot be read is refused, with more to say of it, when it is measured.
  std::optional<std::string> room_digest;
  if (auto digest = room_digest_of(arguments)) room_digest = std::move(*digest);
  auto known = known_onboarding(arguments, room_digest, now);
  if (!known) return Failure{known.error()};
  OnboardingFinding& finding = known->finding;
  if (!room_digest && finding.certificate)
    finding = {OnboardingState::missing, {onboarding_text("onboarding.which_room"), {}}};
  request.known.push_back(measured(finding));
  request.onboarding = finding.reference;
  return {};
}

}  // namespace preshift
