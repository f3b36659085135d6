#include "onboard_command.hpp"

#include "certificate_options.hpp"
#include "check_output.hpp"
#include "check_text.hpp"
#include "cli_texts.hpp"
#include "exit_status.hpp"
#include "given_document.hpp"
#include "key_lists.hpp"
#include "onboard_texts.hpp"
#include "onboarding_options.hpp"
#include "onboarding_report.hpp"
#include "onboarding_store.hpp"
#include "onboarding_walk.hpp"
#include "output_style.hpp"
#include "utc_time.hpp"
#include "wrapped_text.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace preshift {
namespace {

bool wants_json(const Arguments& arguments) {
  return arguments.value("--format") == "json";
}

void print_words(const Message& message, Language language) {
  const auto width = static_cast<std::size_t>(terminal_width(Stream::output));
  fmt::print("{}\n", wrapped(render(message, language), width, ""));
}

int status_of(OnboardingState state) {
  if (state == OnboardingState::approved) return exit_status::k_cleared;
  return state == OnboardingState::refused ? exit_status::k_not_cleared : exit_status::k_undecided;
}

/// Of the room of --room, else of any.
Result<int> tell_status(const Arguments& arguments, Language language) {
  auto room_digest = room_digest_of(arguments);
  if (!room_digest) return Failure{room_digest.error()};
  const auto now = chosen_time(arguments);
  if (!now) return Failure{now.error()};
  const auto known = known_onboarding(arguments, *room_digest, *now);
  if (!known) return Failure{known.error()};
  fmt::print("{}", wants_json(arguments)
                       ? onboarding_json(known->finding, known->damaged, language)
                       : onboarding_text_report(known->finding, known->damaged, output_style(language)));
  return status_of(known->finding.state);
}

/// Puts in an answer that is to a certificate of this agent, by this agent's employer, whatever it says.
Result<void> put_in(const std::string& file, const Json& approval, const Arguments& arguments,
                    Language language) {
  Arguments without_answer = arguments;
  without_answer.repeated.erase("--approval");
  const StoredOnboarding stored = read_onboarding(onboarding_folder());
  auto question = onboarding_question(without_answer, stored);
  if (!question) return Failure{question.error()};
  question->now = present_time();
  std::optional<Message> objection;
  for (const Json& certificate : stored.certificates) {
    const auto view = read_certificate(certificate);
    if (!view) continue;
    const auto decision = counting_decision(workspace_of(certificate, *view), {{approval}}, *question);
    if (decision) {
      const auto kept = keep_approval(onboarding_folder(), approval);
      return kept ? Result<void>{} : Failure{kept.error()};
    }
    const bool is_its_own = decision.error().text.id != "approval.other_certificate";
    if (!objection || is_its_own) objection = decision.error();
  }
  const Message reason = objection.value_or(onboarding_state(std::nullopt, {}, *question).reason);
  return unusable_input(onboard_text("onboard.answer_refused"), file, render(reason, language),
                        render_remedy(reason, language));
}

/// The employers of --employer count from now on.
Result<void> remember_employers(const Arguments& arguments) {
  const auto given = listed_keys(arguments.all("--employer"));
  if (!given) return Failure{given.error()};
  if (given->empty()) return {};
  return trust_employers(onboarding_folder(), *given);
}

Result<int> put_in_answers(const Arguments& arguments, Language language) {
  for (const std::string& file : arguments.all("--approval")) {
    const auto documents = documents_in({file});
    if (!documents) return Failure{documents.error()};
    if (auto put = put_in(file, documents->front(), arguments, language); !put) return Failure{put.error()};
  }
  if (auto remembered = remember_employers(arguments); !remembered) return Failure{remembered.error()};
  Arguments without_answer = arguments;
  without_answer.repeated.erase("--approval");
  return tell_status(without_answer, language);
}

void tell_end(const OnboardingWalk& walk, Language language) {
  fmt::print("\n");
  print_words({onboard_text("onboard.done"), {walk.certificate.string(), to_utc_text(walk.expires_at)}},
              language);
  if (!walk.is_live) print_words({onboard_text("onboard.recorded"), {}}, language);
  print_words({onboard_text("onboard.next"), {walk.room.string()}}, language);
}

Result<int> onboard(const Arguments& arguments, Language language) {
  const auto walk = walk_through_onboarding(arguments, language);
  if (!walk) return Failure{walk.error()};
  const bool is_certified = !walk->certificate.empty();
  if (!wants_json(arguments)) fmt::print("{}", check_text_report(walk->report, output_style(language)));
  if (!is_certified) {
    constexpr double k_check_step = 5;
    fmt::print(
        stderr, "\n{}\n",
        render({onboard_text("onboard.not_cleared"), {k_check_step, static_cast<double>(k_onboarding_steps)}},
               language));
    if (wants_json(arguments)) static_cast<void>(tell_status(arguments, language));
    return exit_status_of(walk->report);
  }
  if (wants_json(arguments)) {
    const auto told = tell_status(arguments, language);
    if (!told) return told;
  } else {
    tell_end(*walk, language);
  }
  return exit_status::k_cleared;
}

}  // namespace

Result<int> run_onboard_command(const Arguments& arguments, Language language) {
  if (arguments.has("--status") && arguments.has("--approval"))
    return unusable_input(cli_text("cli.both_given"), "--status", "--approval");
  if (arguments.has("--status")) return tell_status(arguments, language);
  if (arguments.has("--approval")) return put_in_answers(arguments, language);
  if (auto remembered = remember_employers(arguments); !remembered) return Failure{remembered.error()};
  return onboard(arguments, language);
}

}  // namespace preshift
