#include "shift_command.hpp"

#include "atomic_file.hpp"
#include "certificate_options.hpp"
#include "did_key.hpp"
#include "exit_status.hpp"
#include "file_bytes.hpp"
#include "journal_texts.hpp"
#include "output_style.hpp"
#include "shift_journal.hpp"
#include "shift_report.hpp"
#include "shift_texts.hpp"

#include <fmt/format.h>

#include <utility>

namespace preshift {
namespace {

bool wants_json(const Arguments& arguments) {
  return arguments.value("--format") == "json";
}

struct EndedShift {
  SignIn shift;
  JournalEntry entry;
};

/// None when there is no shift to end.
Result<std::optional<EndedShift>> signed_out(const UnlockedKey& key) {
  auto writer = own_journal_writer(key);
  if (!writer) return Failure{writer.error()};
  const auto shift = current_shift(writer->journal());
  if (!shift) return std::optional<EndedShift>();
  if (auto ended = writer->append(JournalEvent::sign_out, end_details(*shift)); !ended)
    return Failure{ended.error()};
  return std::optional(EndedShift{*shift, writer->journal().entries.back().entry});
}

int say_nothing_to_end(const Arguments& arguments, Language language) {
  if (wants_json(arguments)) {
    fmt::print("{}\n", Json{{"signed_out", false}}.dump(2));
  } else {
    fmt::print("{}", sentence(language, shift_text("shift.nothing_to_end")));
  }
  return exit_status::k_not_cleared;
}

/// A journal by its file, with its head: as its last line, else beside it.
Result<Journal> journal_in(const std::string& file) {
  const auto text = read_file(file, k_largest_journal);
  if (!text && text.error() == FileError::missing)
    return unusable_input(shift_text("shift.no_journal"), file);
  if (!text) return unusable_input(shift_text("shift.unreadable_journal"), file);
  if (text->empty()) return unusable_input(shift_text("shift.empty_journal"), file);
  if (ends_with_head(*text)) return read_journal_copy(*text);
  constexpr std::size_t k_largest_head = 64 * 1024;
  auto head = read_file(head_file(file), k_largest_head);
  return read_journal(*text, head ? std::optional(std::move(*head)) : std::nullopt);
}

/// The keys of --trusted; else, of one's own journal, one's own key where there is one.
Result<JournalTrust> trust(const Arguments& arguments) {
  auto expected = expectations(arguments);
  if (!expected) return Failure{expected.error()};
  JournalTrust result{std::move(expected->trusted_issuers), false};
  if (result.trusted || arguments.argument) return result;
  const auto record = read_key_record(chosen_key_file(arguments));
  if (!record) return Failure{record.error()};
  if (!*record) return result;
  result.is_own = true;
  result.trusted = {did_of((*record)->key)};
  for (const Json& statement : (*record)->rotations)
    if (const auto succession = read_succession(statement)) result.trusted->insert(succession->from);
  return result;
}

Result<int> export_journal(const std::string& file, Language language) {
  const auto known = own_journal();
  if (!known) return Failure{known.error()};
  const auto own = journal_file();
  if (known->entries.empty() && known->findings.empty())
    return unusable_input(shift_text("shift.empty_journal"), own.string());
  auto storage = open_journal_file(own);
  if (!storage) return Failure{storage.error()};
  const auto copy = journal_copy(**storage, own.string());
  if (!copy) return Failure{copy.error()};
  const auto written = replace_file(file, *copy);
  if (!written) return unusable_input(shift_text("shift.not_written"), file, written.error());
  const Journal journal = read_journal_copy(*copy);
  fmt::print("{}",
             sentence(language, shift_text("shift.exported"), file, std::to_string(journal.entries.size())));
  return exit_status::k_cleared;
}

}  // namespace

Result<int> run_shift_end_command(const Arguments& arguments, Language language) {
  const auto before = own_sound_journal();
  if (!before) return Failure{before.error()};
  if (!current_shift(*before)) return say_nothing_to_end(arguments, language);
  const auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  const auto ended = signed_out(*key);
  if (!ended) return Failure{ended.error()};
  if (!*ended) return say_nothing_to_end(arguments, language);  // another process ended it just now
  const auto& [shift, entry] = **ended;
  const auto lasted = entry.clock.utc - shift.clock.utc;
  if (wants_json(arguments)) {
    const Json json{{"signed_out", true},
                    {"entry", entry.sequence},
                    {"sign_in", shift.entry},
                    {"seconds", lasted.count()}};
    fmt::print("{}\n", json.dump(2));
    return exit_status::k_cleared;
  }
  fmt::print("{}", sentence(language, shift_text("shift.signed_out"), shown_moment(entry.clock),
                            shown_duration(lasted)));
  if (auto noted = print_clock_notes(before->entries.size(), language); !noted) return Failure{noted.error()};
  return exit_status::k_cleared;
}

Result<int> run_shift_status_command(const Arguments& arguments, Language language) {
  const auto journal = own_sound_journal();
  if (!journal) return Failure{journal.error()};
  const ClockReading now = read_clocks();
  fmt::print("{}", wants_json(arguments) ? shift_status_json(*journal, now)
                                         : shift_status_text(*journal, now, output_style(language)));
  return current_shift(*journal) ? exit_status::k_cleared : exit_status::k_not_cleared;
}

Result<int> run_shift_log_command(const Arguments& arguments, Language language) {
  if (const auto file = arguments.value("--export")) return export_journal(*file, language);
  const auto journal = own_journal();
  if (!journal) return Failure{journal.error()};
  const auto trusted = trust(arguments);
  if (!trusted) return Failure{trusted.error()};
  fmt::print("{}", wants_json(arguments) ? journal_json(journal_file().string(), *journal, *trusted, language)
                                         : shift_log_text(*journal, output_style(language)));
  return exit_status::k_cleared;
}

Result<int> run_shift_verify_command(const Arguments& arguments, Language language) {
  const std::string name = arguments.argument.value_or(journal_file().string());
  const auto journal = arguments.argument ? journal_in(name) : own_journal();
  if (!journal) return Failure{journal.error()};
  const auto trusted = trust(arguments);
  if (!trusted) return Failure{trusted.error()};
  fmt::print("{}", wants_json(arguments)
                       ? journal_json(name, *journal, *trusted, language)
                       : journal_verification_text(name, *journal, *trusted, output_style(language)));
  switch (verdict_on(*journal, *trusted)) {
    case JournalVerdict::sound:
      return exit_status::k_cleared;
    case JournalVerdict::clock_changed:
      return exit_status::k_undecided;
    case JournalVerdict::not_sound:
      break;
  }
  return exit_status::k_not_cleared;
}

}  // namespace preshift
