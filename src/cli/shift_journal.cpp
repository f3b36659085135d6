#include "shift_journal.hpp"

#include "journal_texts.hpp"
#include "shift_texts.hpp"
#include "user_folders.hpp"

#include <fmt/format.h>

#include <system_error>

namespace preshift {
namespace {

bool is_there(const std::filesystem::path& file) {
  std::error_code ignored;
  return std::filesystem::exists(std::filesystem::symlink_status(file, ignored));
}

}  // namespace

Result<Journal> own_journal() {
  const auto file = journal_file();
  if (file.empty()) return unusable_input(journal_text("journal.no_folder"));
  if (!is_there(file) && !is_there(head_file(file))) return Journal{};
  auto storage = open_journal_file(file);
  if (!storage) return Failure{storage.error()};
  return read_journal_from(**storage, file.string());
}

Result<Journal> own_sound_journal() {
  auto journal = own_journal();
  if (!journal) return journal;
  if (auto refused = refuse_unsound(*journal, journal_file().string()); !refused)
    return Failure{refused.error()};
  return journal;
}

Result<JournalWriter> own_journal_writer(const UnlockedKey& key) {
  const auto file = journal_file();
  auto storage = open_journal_file(file);
  if (!storage) return Failure{storage.error()};
  return JournalWriter::open(std::move(*storage), file.string(), key.record, key.key, read_clocks);
}

std::filesystem::path last_certificate_file() {
  return state_folder() / "certificate.json";
}

Result<void> print_clock_notes(std::size_t known_entries, Language language) {
  const auto journal = own_journal();
  if (!journal) return Failure{journal.error()};
  for (const JournalFinding& finding : journal->findings)
    if (is_of_the_clock(finding.kind) && finding.entry > static_cast<int>(known_entries))
      fmt::print("{}", sentence(language, shift_text("shift.note"), render(finding.message, language)));
  return {};
}

}  // namespace preshift
