#pragma once

#include "journal_reading.hpp"
#include "journal_storage.hpp"
#include "key_store.hpp"
#include "problem.hpp"

#include <functional>
#include <memory>
#include <string>

namespace preshift {

/// A journal that is held and added to.
///
/// An entry is written through to the disk first, then the head that names it, so that the power can fail at
/// any moment: a journal is then one entry ahead of its head, or ends in a part of a line. Both are mended
/// before the next entry; a part of a line stays where it is, and the next entry says how many bytes it has
/// and their digest.
class JournalWriter {
 public:
  /// Refuses a journal that is not sound, or that another key signed which this one does not follow. `name`
  /// is said in refusals; `key` must outlive the writer.
  [[nodiscard]] static Result<JournalWriter> open(std::unique_ptr<JournalStorage> storage, std::string name,
                                                  const KeyRecord& record, const SigningKey& key,
                                                  std::function<ClockReading()> clock);

  /// As it is now.
  [[nodiscard]] const Journal& journal() const { return m_journal; }

  /// Adds an entry, after what an earlier failure makes necessary. Once this has failed the writer is of no
  /// more use.
  [[nodiscard]] Result<void> append(JournalEvent event, Json details);

 private:
  JournalWriter(std::unique_ptr<JournalStorage> storage, std::string name, const SigningKey& key,
                std::function<ClockReading()> clock);

  [[nodiscard]] Result<void> read();
  [[nodiscard]] Result<void> settle();
  [[nodiscard]] Result<void> write_entry(JournalEvent event, Json details);
  [[nodiscard]] Result<void> write_head();

  std::unique_ptr<JournalStorage> m_storage;
  std::string m_name;
  const SigningKey* m_key;
  std::function<ClockReading()> m_clock;
  Json m_statements;  ///< of succession, from the journal's last signer to this key; null: it is the same
  Journal m_journal;
};

/// What is read of a journal's two texts.
[[nodiscard]] Result<Journal> read_journal_from(JournalStorage& storage, const std::string& name);

/// Refuses a journal that is not sound, naming the first fault.
[[nodiscard]] Result<void> refuse_unsound(const Journal& journal, const std::string& name);

/// The journal and its head as one text, for others.
[[nodiscard]] Result<std::string> journal_copy(JournalStorage& storage, const std::string& name);

}  // namespace preshift
