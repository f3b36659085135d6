#pragma once

#include "journal_entry.hpp"
#include "journal_head.hpp"
#include "text.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

enum class JournalFindingKind {
  // Faults: the journal is not what was written.
  damaged_line,   ///< no entry
  altered,        ///< an entry whose signature does not hold
  missing,        ///< entries before this one are not there
  out_of_order,   ///< an entry that belongs further up
  duplicated,     ///< an entry a second time
  not_following,  ///< an entry with the right number that follows another one than the one before
  foreign_key,    ///< signed by a key that nobody said would follow
  wrong_repair,   ///< an entry that says it repairs something else than what is there
  tail_removed,   ///< the head names a later entry than the last
  head_missing,
  head_altered,
  head_behind,  ///< the head is older than the last entry but one
  head_other,   ///< the head names another entry of this number
  // Notices: what happened and stays visible.
  torn,          ///< the last write did not come to its end
  repaired,      ///< so did an earlier one, and an entry says so
  clock_back,    ///< an entry is dated before the one before it
  clock_changed  ///< the clock was changed between two entries while the computer ran
};

/// "damaged_line", "altered", ...: as in JSON.
[[nodiscard]] std::string_view to_string(JournalFindingKind kind);
[[nodiscard]] bool is_fault(JournalFindingKind kind);
[[nodiscard]] bool is_of_the_clock(JournalFindingKind kind);

struct JournalFinding {
  JournalFindingKind kind = JournalFindingKind::damaged_line;
  std::size_t line = 0;  ///< from 1; 0 for the head
  int entry = 0;         ///< its number; 0 where none is known
  Message message;
};

struct PlacedEntry {
  std::size_t line = 0;
  JournalEntry entry;
};

/// A journal as it was read, sound or not.
struct Journal {
  std::vector<PlacedEntry> entries;  ///< every whole one whose signature holds, in the file's order
  std::vector<JournalFinding> findings;
  std::set<std::string> signers;  ///< each key of the chain, the first and those that follow it
  std::string signer;             ///< the last of them; empty when there is no entry
  std::optional<JournalHead> head;
  bool head_is_one_behind = false;  ///< the power failed between the entry and the head
  std::string torn;                 ///< the bytes after the last entry that are none, of a write cut short
  bool lacks_line_end = false;      ///< the last line was cut off at its very end

  [[nodiscard]] bool is_sound() const;
};

/// The text of a journal and that of its head, if there is one. Never fails: whatever is wrong is among the
/// findings, with its line, and every whole entry is read.
[[nodiscard]] Journal read_journal(std::string_view text, const std::optional<std::string>& head);

/// The same for a copy, whose last line is the head.
[[nodiscard]] Journal read_journal_copy(std::string_view text);

/// Whether the last line has the form of a head, genuine or not.
[[nodiscard]] bool ends_with_head(std::string_view text);

/// How far a clock may go wrong beside the other before it counts as changed.
inline constexpr std::chrono::seconds k_clock_drift{60};

}  // namespace preshift
