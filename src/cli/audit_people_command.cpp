#include "audit_command_texts.hpp"
#include "audit_commands.hpp"
#include "audit_options.hpp"
#include "cli_texts.hpp"
#include "exit_status.hpp"
#include "option_values.hpp"
#include "people.hpp"
#include "removal.hpp"
#include "seen_checkpoints.hpp"
#include "utc_time.hpp"

#include <fmt/format.h>

#include <charconv>
#include <utility>

namespace preshift {
namespace {

constexpr int k_longest_keep_days = 36'500;

/// "400d"
Result<std::chrono::days> keep_of(const std::string& text) {
  int days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  const bool fits =
      error == std::errc{} && std::string_view(end) == "d" && days >= 1 && days <= k_longest_keep_days;
  if (!fits) return unusable_input(audit_command_text("audit.bad_keep"), text);
  return std::chrono::days(days);
}

int say(const Text& text, std::vector<Argument> arguments, Language language) {
  fmt::print("{}\n", render({text, std::move(arguments)}, language));
  return exit_status::k_cleared;
}

/// The store and the key that signs what is added to its log.
struct Writing {
  std::unique_ptr<AuditStore> store;
  UnlockedKey key;
};

Result<Writing> opened(const Arguments& arguments, Language language) {
  auto store = store_to_write(arguments, false);
  if (!store) return Failure{store.error()};
  auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  return Writing{std::move(*store), std::move(*key)};
}

}  // namespace

Result<int> run_audit_review_command(const Arguments& arguments, Language language) {
  Review review;
  review.certificate = arguments.argument.value_or("");
  if (review.certificate.empty())
    return unusable_input(cli_text("cli.missing_value"), "preshift audit review", "ID");
  for (auto [option, member] : {std::pair("--mark", &review.mark), std::pair("--note", &review.note),
                                std::pair("--reviewer", &review.reviewer)}) {
    auto value = needed(arguments, option);
    if (!value) return Failure{value.error()};
    *member = std::move(*value);
  }
  const auto writing = opened(arguments, language);
  if (!writing) return Failure{writing.error()};
  const auto record = add_review(*writing->store, log_key(writing->key), review, present_time());
  if (!record) return Failure{record.error()};
  remember_log(*writing->store);
  return say(audit_command_text("audit.reviewed"), {record->certificate, record->event}, language);
}

Result<int> run_audit_retention_command(const Arguments& arguments, Language language) {
  const auto keep = needed(arguments, "--keep");
  if (!keep) return Failure{keep.error()};
  const auto days = keep_of(*keep);
  if (!days) return Failure{days.error()};
  const auto writing = opened(arguments, language);
  if (!writing) return Failure{writing.error()};
  const auto now = present_time();
  const std::chrono::sys_seconds before = now - *days;
  const auto count = erase_before(*writing->store, log_key(writing->key), before, now);
  if (!count) return Failure{count.error()};
  remember_log(*writing->store);
  if (*count == 0) return say(audit_command_text("audit.nothing_old"), {to_utc_text(before)}, language);
  return say(audit_command_text("audit.erased"), {static_cast<double>(*count)}, language);
}

Result<int> run_audit_export_command(const Arguments& arguments, Language language) {
  const auto agent = needed(arguments, "--agent");
  if (!agent) return Failure{agent.error()};
  const auto writing = opened(arguments, language);
  if (!writing) return Failure{writing.error()};
  const auto now = present_time();
  // The access is part of what is held.
  if (auto logged = log_access(*writing->store, log_key(writing->key), *agent, "audit export", now); !logged)
    return Failure{logged.error()};
  remember_log(*writing->store);
  const auto held = held_on_agent(*writing->store, *agent, now);
  if (!held) return Failure{held.error()};
  if (auto put = put_out(arguments.value("--output"), held->dump(2) + "\n"); !put)
    return Failure{put.error()};
  return exit_status::k_cleared;
}

Result<int> run_audit_erase_command(const Arguments& arguments, Language language) {
  const auto agent = needed(arguments, "--agent");
  if (!agent) return Failure{agent.error()};
  const auto writing = opened(arguments, language);
  if (!writing) return Failure{writing.error()};
  const auto count = erase_agent(*writing->store, log_key(writing->key), *agent, present_time());
  if (!count) return Failure{count.error()};
  remember_log(*writing->store);
  if (*count == 0) return say(audit_command_text("audit.nothing_held"), {*agent}, language);
  return say(audit_command_text("audit.erased"), {static_cast<double>(*count)}, language);
}

}  // namespace preshift
