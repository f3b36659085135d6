#pragma once

#include "arguments.hpp"
#include "journal_writing.hpp"
#include "signing_options.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

namespace preshift {

/// The user's own journal, as the commands of shifts hold it.

/// As it is now; without an entry when nothing was ever written. Not necessarily sound.
[[nodiscard]] Result<Journal> own_journal();

/// The same, refused when it is not sound.
[[nodiscard]] Result<Journal> own_sound_journal();

/// Held for writing. The key must outlive the writer.
[[nodiscard]] Result<JournalWriter> own_journal_writer(const UnlockedKey& key);

/// The certificate that the last `preshift shift start` made.
[[nodiscard]] std::filesystem::path last_certificate_file();

/// A sentence on a line of its own.
template <class... Values>
[[nodiscard]] std::string sentence(Language language, const Text& text, Values... values) {
  return render({text, {Argument(std::move(values))...}}, language) + "\n";
}

/// Prints what the entries after the first `known_entries` let notice of the clock. Nobody holds the journal.
[[nodiscard]] Result<void> print_clock_notes(std::size_t known_entries, Language language);

}  // namespace preshift
