#include "journal_writing.hpp"

#include "did_key.hpp"
#include "hex.hpp"
#include "journal_texts.hpp"
#include "sha256.hpp"
#include "succession_chain.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace preshift {
namespace {

const JournalFinding* first_fault(const Journal& journal) {
  const auto found = std::find_if(journal.findings.begin(), journal.findings.end(),
                                  [](const JournalFinding& finding) { return is_fault(finding.kind); });
  return found == journal.findings.end() ? nullptr : &*found;
}

}  // namespace

Result<Journal> read_journal_from(JournalStorage& storage, const std::string& name) {
  const auto text = storage.journal();
  if (!text) return unusable_input(journal_text("journal.unreadable"), name, text.error());
  const auto head = storage.head();
  if (!head) return unusable_input(journal_text("journal.unreadable"), name, head.error());
  return read_journal(*text, *head);
}

Result<void> refuse_unsound(const Journal& journal, const std::string& name) {
  const JournalFinding* fault = first_fault(journal);
  if (fault == nullptr) return {};
  std::string place(to_string(fault->kind));
  if (fault->line != 0) place += ":" + std::to_string(fault->line);
  return unusable_input(journal_text("journal.not_sound"), name, place);
}

Result<std::string> journal_copy(JournalStorage& storage, const std::string& name) {
  const auto text = storage.journal();
  if (!text) return unusable_input(journal_text("journal.unreadable"), name, text.error());
  const auto head = storage.head();
  if (!head) return unusable_input(journal_text("journal.unreadable"), name, head.error());
  std::string copy = *text;
  if (!copy.empty() && !copy.ends_with('\n')) copy += '\n';
  return copy + head->value_or("");
}

JournalWriter::JournalWriter(std::unique_ptr<JournalStorage> storage, std::string name, const SigningKey& key,
                             std::function<ClockReading()> clock)
    : m_storage(std::move(storage)), m_name(std::move(name)), m_key(&key), m_clock(std::move(clock)) {}

Result<JournalWriter> JournalWriter::open(std::unique_ptr<JournalStorage> storage, std::string name,
                                          const KeyRecord& record, const SigningKey& key,
                                          std::function<ClockReading()> clock) {
  JournalWriter writer(std::move(storage), std::move(name), key, std::move(clock));
  if (auto read = writer.read(); !read) return Failure{read.error()};
  const std::string& signer = writer.m_journal.signer;
  if (!signer.empty() && signer != did_of(record.key)) {
    auto statements = statements_since(record, signer);
    if (!statements) return unusable_input(journal_text("journal.other_key"), writer.m_name, signer);
    writer.m_statements = std::move(*statements);
  }
  return writer;
}

Result<void> JournalWriter::read() {
  auto journal = read_journal_from(*m_storage, m_name);
  if (!journal) return Failure{journal.error()};
  m_journal = std::move(*journal);
  return refuse_unsound(m_journal, m_name);
}

Result<void> JournalWriter::append(JournalEvent event, Json details) {
  if (auto settled = settle(); !settled) return settled;
  return write_entry(event, std::move(details));
}

/// The head first: it must never be two entries behind, and is there before the first one, so that a journal
/// without one is never whole. Then the word of the keys that follow each other.
Result<void> JournalWriter::settle() {
  const bool is_ours = m_journal.head && m_journal.head->signer == did_of(m_key->public_key());
  if (m_journal.head_is_one_behind || (m_journal.entries.empty() && !is_ours))
    if (auto written = write_head(); !written) return written;
  if (m_statements.is_null()) return {};
  return write_entry(JournalEvent::key_change, {{"statements", m_statements}});
}

Result<void> JournalWriter::write_entry(JournalEvent event, Json details) {
  JournalEntry entry;
  entry.clock = m_clock();
  if (entry.clock.boot) entry.clock.boot->boot = boot_name(entry.clock.boot->boot);
  const bool is_first = m_journal.entries.empty();
  entry.sequence = is_first ? 1 : m_journal.entries.back().entry.sequence + 1;
  entry.previous = is_first ? std::string(k_no_entry) : m_journal.entries.back().entry.digest;
  entry.event = event;
  entry.details = std::move(details);
  if (!m_journal.torn.empty())
    entry.repairs = RepairedWrite{static_cast<int>(m_journal.torn.size()), to_hex(sha256(m_journal.torn))};
  const bool ends_a_line = !m_journal.torn.empty() || m_journal.lacks_line_end;
  const std::string signed_entry = signed_line(entry, *m_key);
  if (!read_line(signed_entry).is_genuine)
    throw std::logic_error("an entry was written that cannot be read: " + signed_entry);
  const auto written = m_storage->append((ends_a_line ? "\n" : "") + signed_entry + "\n");
  if (!written) return unusable_input(journal_text("journal.not_written"), m_name, written.error());
  m_journal.torn.clear();
  m_journal.lacks_line_end = false;
  m_journal.signer = entry.signer;
  m_journal.signers.insert(entry.signer);
  m_journal.entries.push_back({0, std::move(entry)});
  m_statements = Json();
  return write_head();
}

/// Signed by this key even where another one signed the last entry, which this one follows.
Result<void> JournalWriter::write_head() {
  JournalHead head{0, std::string(k_no_entry), did_of(m_key->public_key()), m_statements};
  if (!m_journal.entries.empty()) {
    const JournalEntry& last = m_journal.entries.back().entry;
    head.sequence = last.sequence;
    head.digest = last.digest;
  }
  const auto written = m_storage->replace_head(signed_head(head, *m_key) + "\n");
  if (!written) return unusable_input(journal_text("journal.not_written"), m_name, written.error());
  m_journal.head = std::move(head);
  m_journal.head_is_one_behind = false;
  return {};
}

}  // namespace preshift
