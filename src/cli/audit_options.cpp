#include "audit_options.hpp"

#include "atomic_file.hpp"
#include "audit_command_texts.hpp"
#include "audit_texts.hpp"
#include "cli_texts.hpp"
#include "did_key.hpp"
#include "key_lists.hpp"
#include "people.hpp"
#include "seen_checkpoints.hpp"
#include "signing_texts.hpp"
#include "terminal.hpp"
#include "user_folders.hpp"

#include <fmt/format.h>

#include <charconv>
#include <ctime>

namespace preshift {
namespace {

/// When the local day begins, `later` days after the one named.
Result<std::chrono::sys_seconds> day_of(const Arguments& arguments, std::string_view option, int later) {
  const std::string text = arguments.value(option).value_or("");
  std::tm day{};
  const char* end = strptime(text.c_str(), "%Y-%m-%d", &day);
  constexpr std::size_t k_length = 10;
  if (end == nullptr || *end != '\0' || text.size() != k_length)
    return unusable_input(audit_command_text("audit.bad_day"), std::string(option), text);
  const int wanted = day.tm_mday;
  day.tm_mday += later;
  day.tm_isdst = -1;
  const std::time_t begin = std::mktime(&day);
  // mktime makes the 3rd of March of the 31st of February.
  if (begin == -1 || (later == 0 && day.tm_mday != wanted))
    return unusable_input(audit_command_text("audit.bad_day"), std::string(option), text);
  return std::chrono::sys_seconds(std::chrono::seconds(begin));
}

}  // namespace

std::set<std::string> names_of(const KeyRecord& record) {
  std::set<std::string> names{did_of(record.key)};
  for (const Json& statement : record.rotations)
    if (const auto succession = read_succession(statement)) names.insert(succession->from);
  return names;
}

Result<std::unique_ptr<AuditStore>> chosen_store(const Arguments& arguments, bool make) {
  std::string place = arguments.value("--store").value_or("");
  if (place.empty()) place = environment("PRESHIFT_AUDIT_STORE").value_or("");
  if (place.empty()) {
    const auto folder = state_folder();
    if (folder.empty()) return unusable_input(audit_command_text("audit.no_state_folder"));
    place = (folder / "audit.sqlite").string();
  }
  return open_audit_store(place, make);
}

Result<std::unique_ptr<AuditStore>> store_to_write(const Arguments& arguments, bool make) {
  auto store = chosen_store(arguments, make);
  if (!store) return store;
  if (auto begins = require_seen_beginning(**store); !begins) return Failure{begins.error()};
  return store;
}

LogKey log_key(const UnlockedKey& key) {
  return {key.key, public_keys(names_of(key.record))};
}

Result<AuditFilter> chosen_filter(const Arguments& arguments) {
  AuditFilter filter;
  if (arguments.has("--from")) {
    const auto from = day_of(arguments, "--from", 0);
    if (!from) return Failure{from.error()};
    filter.from = *from;
  }
  if (arguments.has("--to")) {
    if (const auto named = day_of(arguments, "--to", 0); !named) return Failure{named.error()};
    const auto until = day_of(arguments, "--to", 1);
    if (!until) return Failure{until.error()};
    filter.until = *until;
  }
  if (filter.from && filter.until && *filter.from >= *filter.until)
    return unusable_input(audit_command_text("audit.from_after_to"), *arguments.value("--from"),
                          *arguments.value("--to"));
  filter.site = arguments.value("--site").value_or("");
  filter.agent = arguments.value("--agent").value_or("");
  filter.profile = arguments.value("--profile").value_or("");
  filter.requirement = arguments.value("--requirement").value_or("");
  return filter;
}

Result<void> logged_access(AuditStore& store, const Arguments& arguments, const AuditFilter& filter,
                           bool detail, Language language) {
  if (filter.agent.empty() && !detail) return {};
  if (auto known = require_known_names(store, filter); !known) return known;
  const auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  const std::string what = std::string(arguments.command->name) + (detail ? " --detail" : "");
  if (auto begins = require_seen_beginning(store); !begins) return begins;
  auto logged = log_access(store, log_key(*key), filter.agent, what, present_time());
  if (logged) remember_log(store);
  return logged;
}

Result<AuditStatistics> asked_statistics(AuditStore& store, const AuditFilter& filter,
                                         const std::string& seen_checkpoint, Refused refused,
                                         Language language) {
  const auto missed = missed_beginning(store, seen_checkpoint);
  if (!missed) return Failure{missed.error()};
  auto all = audit_statistics(store, filter, present_time(), refused);
  if (!all) return all;
  all->missed_entries = *missed;
  if (*missed > 0) {
    const Message warning{audit_text("log.read_all_the_same"), {store.place(), static_cast<double>(*missed)}};
    fmt::print(stderr, "preshift: {}\n", render(warning, language));
  }
  return all;
}

Result<std::set<std::string>> trusted_keys(const Arguments& arguments) {
  if (const auto given = arguments.all("--trusted"); !given.empty()) return listed_keys(given);
  const auto file = chosen_key_file(arguments);
  const auto record = read_key_record(file);
  if (!record) return Failure{record.error()};
  if (!*record) return unusable_input(signing_text("key.none_yet"), file.string());
  return names_of(**record);
}

std::vector<PublicKey> public_keys(const std::set<std::string>& names) {
  std::vector<PublicKey> keys;
  for (const std::string& name : names)
    if (const auto key = key_of_did(name)) keys.push_back(*key);
  return keys;
}

Result<unsigned> chosen_number(const Arguments& arguments, std::string_view option, unsigned otherwise,
                               unsigned most) {
  const auto text = arguments.value(option);
  if (!text) return otherwise;
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc{} || end != text->data() + text->size() || number < 1 || number > most)
    return unusable_input(audit_command_text("audit.bad_number"), std::string(option), *text, 1.0,
                          static_cast<double>(most));
  return number;
}

Result<std::string> needed(const Arguments& arguments, std::string_view option) {
  const auto value = arguments.value(option);
  if (!value || value->empty())
    return unusable_input(cli_text("cli.missing_value"), "preshift " + std::string(arguments.command->name),
                          std::string(option));
  return *value;
}

Result<void> put_out(const std::optional<std::string>& file, std::string_view bytes) {
  if (!file) {
    fmt::print("{}", bytes);
    return {};
  }
  const auto written = replace_file(*file, bytes);
  if (!written) return unusable_input(audit_command_text("audit.not_written"), *file, written.error());
  return {};
}

}  // namespace preshift
