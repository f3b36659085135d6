#include "audit_command_texts.hpp"
#include "audit_commands.hpp"
#include "audit_import.hpp"
#include "audit_options.hpp"
#include "exit_status.hpp"
#include "key_lists.hpp"
#include "seen_checkpoints.hpp"
#include "text_by_id.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <thread>

namespace preshift {
namespace {

constexpr unsigned k_most_batch = 100'000;
constexpr unsigned k_attempts_over_a_network = 5;

Result<ImportTerms> terms_of(const Arguments& arguments) {
  ImportTerms terms;
  terms.now = present_time();
  terms.site = arguments.value("--site").value_or("");
  if (const auto given = arguments.all("--trusted"); !given.empty()) {
    auto trusted = listed_keys(given);
    if (!trusted) return Failure{trusted.error()};
    terms.trusted = std::move(*trusted);
  }
  if (const auto given = arguments.all("--employer"); !given.empty()) {
    auto employers = listed_keys(given);
    if (!employers) return Failure{employers.error()};
    terms.employers = std::move(*employers);
  }
  auto revoked = revoked_names(arguments);
  if (!revoked) return Failure{revoked.error()};
  terms.revoked = std::move(*revoked);
  return terms;
}

Json tally_json(const ImportTally& tally, Language language) {
  Json rejections = Json::array();
  for (const Rejection& rejection : tally.rejections)
    rejections.push_back({{"source", rejection.source},
                          {"digest", rejection.digest},
                          {"reason", rejection.reason},
                          {"words", words_of_reason(rejection.reason, rejection.arguments, language)}});
  return {{"certificates", tally.certificates},
          {"records", tally.records},
          {"known", tally.known},
          {"rejected", tally.rejected},
          {"aside", tally.aside},
          {"rejections", std::move(rejections)}};
}

void print_tally(const ImportTally& tally, Language language) {
  const auto number = [](std::size_t count) { return Argument(static_cast<double>(count)); };
  for (const Rejection& rejection : tally.rejections)
    fmt::print("{}\n",
               render({audit_command_text("audit.rejected"),
                       {rejection.source, words_of_reason(rejection.reason, rejection.arguments, language)}},
                      language));
  if (tally.rejected > tally.rejections.size())
    fmt::print("{}\n", render({audit_command_text("audit.more_rejected"), {}}, language));
  fmt::print("{}\n", render({audit_command_text("audit.imported"),
                             {number(tally.certificates), number(tally.records), number(tally.known),
                              number(tally.rejected)}},
                            language));
  if (tally.aside > 0)
    fmt::print("{}\n", render({audit_command_text("audit.aside"), {number(tally.aside)}}, language));
}

/// When the store failed on the way, what was committed stays.
Problem with_advice(const Problem& problem, Language language) {
  if (!problem.message.text.id.starts_with("store.")) return problem;
  return {problem.kind, {audit_command_text("audit.resume"), {render(problem.message, language)}}};
}

}  // namespace

Result<int> run_audit_import_command(const Arguments& arguments, Language language) {
  if (arguments.arguments.empty()) return unusable_input(audit_command_text("audit.nothing_to_import"));
  auto terms = terms_of(arguments);
  if (!terms) return Failure{terms.error()};
  ImportPace pace;
  const auto batch = chosen_number(arguments, "--batch", static_cast<unsigned>(pace.batch), k_most_batch);
  if (!batch) return Failure{batch.error()};
  pace.batch = *batch;
  pace.threads = 2 * std::max(1U, std::thread::hardware_concurrency());  // none waits for the slowest
  const auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  if (!terms->employers) terms->employers = names_of(key->record);
  auto store = store_to_write(arguments, true);
  if (!store) return Failure{store.error()};
  if ((*store)->place().starts_with("postgresql:")) pace.attempts = k_attempts_over_a_network;
  std::ios::sync_with_stdio(false);
  const auto tally = import_documents(**store, log_key(*key), arguments.arguments, std::cin, *terms, pace);
  remember_log(**store);  // what was committed stays, whatever came after it
  if (!tally) return Failure{with_advice(tally.error(), language)};
  if (arguments.value("--format") == "json") {
    fmt::print("{}\n", tally_json(*tally, language).dump(2));
  } else {
    print_tally(*tally, language);
  }
  return tally->rejected == 0 ? exit_status::k_cleared : exit_status::k_not_cleared;
}

}  // namespace preshift
