#include "journal_reading.hpp"

#include "hex.hpp"
#include "journal_texts.hpp"
#include "key_store.hpp"
#include "sha256.hpp"
#include "succession_chain.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace preshift {
namespace {

using Kind = JournalFindingKind;

std::string shown(std::chrono::seconds duration) {
  const long long seconds = duration.count();
  if (seconds < 120) return std::to_string(seconds) + " s";
  if (seconds < 2 * 3600) return std::to_string(seconds / 60) + " min";
  return std::to_string(seconds / 3600) + " h " + std::to_string(seconds / 60 % 60) + " min";
}

/// With its line end, if it has one.
std::string_view last_line(std::string_view text) {
  if (text.empty()) return text;
  const std::size_t before = text.substr(0, text.size() - 1).rfind('\n');
  return before == std::string_view::npos ? text : text.substr(before + 1);
}

/// Reads a journal line by line; what is expected of the next entry follows from those before.
class JournalReader {
 public:
  void read(std::string_view text) {
    while (!text.empty()) {
      ++m_line;
      const std::size_t end = text.find('\n');
      m_journal.lacks_line_end = end == std::string_view::npos;
      const std::string_view line = text.substr(0, end);
      text.remove_prefix(m_journal.lacks_line_end ? text.size() : end + 1);
      take_line(line);
    }
  }

  void take_head_text(const std::string& text) {
    ReadHead read = read_head(text);
    m_head_is_there = true;
    if (read.head && read.is_genuine) {
      m_journal.head = std::move(read.head);
    } else {
      find(Kind::head_altered, 0, 0, journal_text("journal.head_altered"));
    }
  }

  Journal finish() {
    const bool ends_whole = end_damage();
    check_head(ends_whole);
    const auto place = [](const JournalFinding& finding) { return finding.line - 1; };  // 0 comes last
    std::stable_sort(m_journal.findings.begin(), m_journal.findings.end(),
                     [&](const auto& one, const auto& other) { return place(one) < place(other); });
    return std::move(m_journal);
  }

 private:
  template <class... Arguments>
  void find(Kind kind, std::size_t line, int entry, const Text& text, Arguments... arguments) {
    m_journal.findings.push_back(
        {kind, line, entry,
         Message{text,
                 {Argument(std::to_string(line)), Argument(std::to_string(entry)), Argument(arguments)...}}});
  }

  void take_line(std::string_view line) {
    ReadLine read = read_line(line);
    if (!read.entry) {
      m_damage += (m_damaged_lines.empty() ? "" : "\n") + std::string(line);
      m_damaged_lines.push_back(m_line);
      return;
    }
    if (!read.is_genuine) {
      give_up_damage();
      find(Kind::altered, m_line, read.entry->sequence, journal_text("journal.altered"));
      ++m_next;
      m_previous.reset();
      m_last_is_altered = true;
      return;
    }
    take_entry(std::move(*read.entry));
  }

  void take_entry(JournalEntry entry) {
    if (entry.repairs) check_repair(entry);
    give_up_damage();
    const auto [first, is_new] = m_line_of_digest.emplace(entry.digest, m_line);
    if (!is_new)
      return find(Kind::duplicated, m_line, entry.sequence, journal_text("journal.duplicated"),
                  std::to_string(first->second));
    const bool is_in_place = takes_its_place(entry);
    check_signer(entry);
    if (is_in_place) check_clock(entry.clock);
    m_journal.entries.push_back({m_line, std::move(entry)});
  }

  /// False when it stands after or beside what it belongs before, which says nothing of the clock.
  bool takes_its_place(const JournalEntry& entry) {
    bool is_in_place = true;
    if (entry.sequence < m_next) {
      find(Kind::out_of_order, m_line, entry.sequence, journal_text("journal.out_of_order"),
           std::to_string(m_next));
      return false;
    }
    if (entry.sequence == m_next + 1) {
      find(Kind::missing, m_line, entry.sequence, journal_text("journal.missing_one"),
           std::to_string(m_next));
    } else if (entry.sequence > m_next) {
      find(Kind::missing, m_line, entry.sequence, journal_text("journal.missing"), std::to_string(m_next),
           std::to_string(entry.sequence - 1));
    } else if (m_previous && entry.previous != *m_previous) {
      find(Kind::not_following, m_line, entry.sequence, journal_text("journal.not_following"));
      m_clock.reset();
      is_in_place = false;
    }
    m_next = entry.sequence + 1;
    m_before_last = entry.previous;
    m_previous = entry.digest;
    m_last_is_altered = false;
    return is_in_place;
  }

  void check_signer(const JournalEntry& entry) {
    const bool is_first = m_journal.signer.empty();
    if (entry.signer == m_journal.signer) return;
    const bool follows =
        entry.event == JournalEvent::key_change && leads_to(entry.details, m_journal.signer, entry.signer);
    if (!is_first && !follows)
      return find(Kind::foreign_key, m_line, entry.sequence, journal_text("journal.foreign_key"),
                  entry.signer);
    m_journal.signer = entry.signer;
    m_journal.signers.insert(entry.signer);
  }

  void check_clock(const ClockReading& clock) {
    const int entry = m_next - 1;
    const auto before = std::exchange(m_clock, clock);
    if (!before) return;
    const auto passed = clock.utc - before->utc;
    if (before->boot && clock.boot && before->boot->boot == clock.boot->boot) {
      const auto put = passed - (clock.boot->running - before->boot->running);
      if (put > k_clock_drift)
        find(Kind::clock_changed, m_line, entry, journal_text("journal.clock_forward"), shown(put));
      if (passed >= std::chrono::seconds(0) && -put > k_clock_drift)
        find(Kind::clock_changed, m_line, entry, journal_text("journal.clock_behind"), shown(-put));
    }
    if (passed < std::chrono::seconds(0))
      find(Kind::clock_back, m_line, entry, journal_text("journal.clock_back"), shown(-passed));
  }

  void check_repair(const JournalEntry& entry) {
    const bool is_what_stands_there = !m_damaged_lines.empty() && entry.sequence == m_next &&
                                      static_cast<std::size_t>(entry.repairs->bytes) == m_damage.size() &&
                                      entry.repairs->digest == to_hex(sha256(m_damage));
    if (is_what_stands_there) {
      find(Kind::repaired, m_line, entry.sequence, journal_text("journal.repaired"),
           std::to_string(m_damage.size()));
      forget_damage();
    } else {
      find(Kind::wrong_repair, m_line, entry.sequence, journal_text("journal.wrong_repair"));
    }
  }

  void forget_damage() {
    m_damage.clear();
    m_damaged_lines.clear();
  }

  /// Nothing explains these lines.
  void give_up_damage() {
    if (m_damaged_lines.empty()) return;
    for (const std::size_t line : m_damaged_lines)
      find(Kind::damaged_line, line, 0, journal_text("journal.damaged_line"));
    forget_damage();
    m_previous.reset();
  }

  /// What a write left at the end that no head vouches for was cut short; anything else was damaged. False
  /// when it was damaged.
  bool end_damage() {
    if (m_damaged_lines.empty()) return true;
    const int last = m_next - 1;
    const bool may_be_torn = m_journal.head && m_journal.head->sequence <= last;
    if (!may_be_torn) {
      give_up_damage();
      return false;
    }
    find(Kind::torn, m_damaged_lines.front(), 0, journal_text("journal.torn"));
    m_journal.torn = std::exchange(m_damage, {});
    if (!m_journal.lacks_line_end) m_journal.torn += '\n';
    return true;
  }

  void check_head(bool ends_whole) {
    const int last = m_next - 1;
    if (!m_head_is_there) {
      if (m_line > 0) find(Kind::head_missing, 0, 0, journal_text("journal.head_missing"));
      return;
    }
    if (!m_journal.head) return;
    const JournalHead& head = *m_journal.head;
    if (!may_sign(head)) find(Kind::head_altered, 0, 0, journal_text("journal.head_altered"));
    if (head.sequence > last) {
      if (ends_whole || head.sequence > last + 1)
        find(Kind::tail_removed, 0, head.sequence, journal_text("journal.tail_removed"),
             std::to_string(last));
    } else if (head.sequence == last) {
      if (!m_last_is_altered && m_previous != head.digest)
        find(Kind::head_other, 0, last, journal_text("journal.head_other"));
    } else if (head.sequence == last - 1) {
      m_journal.head_is_one_behind = true;
      if (!m_last_is_altered && m_before_last != head.digest)
        find(Kind::head_other, 0, head.sequence, journal_text("journal.head_other"));
    } else {
      find(Kind::head_behind, 0, head.sequence, journal_text("journal.head_behind"), std::to_string(last));
    }
  }

  /// The signer of the entry that it names, or one that follows that key by its word: a key that was put away
  /// must not be able to shorten the journal. Of a head that names no entry here, any key of the journal's.
  [[nodiscard]] bool may_sign(const JournalHead& head) const {
    const auto named =
        std::find_if(m_journal.entries.begin(), m_journal.entries.end(),
                     [&](const PlacedEntry& each) { return each.entry.digest == head.digest; });
    if (named == m_journal.entries.end())
      return m_journal.signers.empty() || m_journal.signers.contains(head.signer);
    const std::string& signer = named->entry.signer;
    if (!m_journal.signers.contains(signer)) return false;
    return head.signer == signer || leads_to({{"statements", head.statements}}, signer, head.signer);
  }

  Journal m_journal;
  std::size_t m_line = 0;
  int m_next = 1;  ///< the number the next entry should have
  std::optional<std::string> m_previous{
      std::string(k_no_entry)};  ///< the digest it should name; none: unknown
  std::string m_before_last;
  std::optional<ClockReading> m_clock;  ///< of the last entry in its place
  bool m_last_is_altered = false;
  bool m_head_is_there = false;
  std::string m_damage;  ///< lines that are no entries, since the last entry
  std::vector<std::size_t> m_damaged_lines;
  std::map<std::string, std::size_t> m_line_of_digest;
};

}  // namespace

std::string_view to_string(JournalFindingKind kind) {
  constexpr std::array<std::string_view, 17> k_names{
      "damaged_line", "altered",      "missing",      "out_of_order", "duplicated",   "not_following",
      "foreign_key",  "wrong_repair", "tail_removed", "head_missing", "head_altered", "head_behind",
      "head_other",   "torn",         "repaired",     "clock_back",   "clock_changed"};
  return k_names.at(static_cast<std::size_t>(kind));
}

bool is_fault(JournalFindingKind kind) {
  return kind < JournalFindingKind::torn;
}

bool is_of_the_clock(JournalFindingKind kind) {
  return kind == JournalFindingKind::clock_back || kind == JournalFindingKind::clock_changed;
}

bool Journal::is_sound() const {
  return std::none_of(findings.begin(), findings.end(),
                      [](const JournalFinding& finding) { return is_fault(finding.kind); });
}

Journal read_journal(std::string_view text, const std::optional<std::string>& head) {
  JournalReader reader;
  if (head) reader.take_head_text(*head);
  reader.read(text);
  return reader.finish();
}

Journal read_journal_copy(std::string_view text) {
  if (!ends_with_head(text)) return read_journal(text, std::nullopt);
  const std::string_view head = last_line(text);
  return read_journal(text.substr(0, text.size() - head.size()), std::string(head));
}

bool ends_with_head(std::string_view text) {
  return read_head(last_line(text)).head.has_value();
}

}  // namespace preshift
