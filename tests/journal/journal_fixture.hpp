#pragma once

#include "journal_writing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace preshift::testing {

/// What a disk holds.
struct Disk {
  std::string journal;
  std::optional<std::string> head;
  int operations_left = -1;           ///< before the power fails; -1: it never does
  std::size_t bytes_that_arrive = 0;  ///< of the write that fails
};

/// Storage in memory, whose power may fail.
class DiskStorage : public JournalStorage {
 public:
  explicit DiskStorage(Disk& disk) : m_disk(disk) {}
  Expected<std::string, std::string> journal() override { return m_disk.journal; }
  Expected<std::optional<std::string>, std::string> head() override { return m_disk.head; }
  Expected<void, std::string> append(std::string_view bytes) override {
    if (!fails()) return m_disk.journal += bytes, Expected<void, std::string>();
    m_disk.journal += bytes.substr(0, m_disk.bytes_that_arrive);
    return Failure{std::string("no power")};
  }
  Expected<void, std::string> replace_head(std::string_view bytes) override {
    if (fails()) return Failure{std::string("no power")};
    m_disk.head = std::string(bytes);
    return {};
  }

 private:
  bool fails() {
    if (m_disk.operations_left == 0) return true;
    if (m_disk.operations_left > 0) --m_disk.operations_left;
    return false;
  }

  Disk& m_disk;
};

struct Signer {
  SigningKey key = SigningKey::make();
  KeyRecord record = record_of(key);

  static KeyRecord record_of(const SigningKey& key) {
    KeyRecord record;
    record.key = key.public_key();
    return record;
  }
};

/// A clock that a test sets. It goes on by a minute with each reading.
struct TestClock {
  ClockReading now{std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000)), std::chrono::minutes(60),
                   BootClock{"boot-1", std::chrono::seconds(1000)}};

  ClockReading operator()() {
    const ClockReading reading = now;
    pass(std::chrono::seconds(60));
    return reading;
  }

  void pass(std::chrono::seconds duration) {
    now.utc += duration;
    if (now.boot) now.boot->running += duration;
  }
};

inline Result<JournalWriter> writer_on(Disk& disk, const Signer& signer, TestClock& clock) {
  return JournalWriter::open(std::make_unique<DiskStorage>(disk), "shifts.jsonl", signer.record, signer.key,
                             [&clock] { return clock(); });
}

inline Journal read(const Disk& disk) {
  return read_journal(disk.journal, disk.head);
}

/// A sign-in, a sign-out, a sign-in ...
inline Disk written_disk(const Signer& signer, int entries) {
  Disk disk;
  TestClock clock;
  auto writer = writer_on(disk, signer, clock);
  EXPECT_TRUE(writer);
  for (int i = 0; i < entries; ++i) {
    const JournalEvent event = i % 2 == 0 ? JournalEvent::sign_in : JournalEvent::sign_out;
    EXPECT_TRUE(writer->append(event, {{"number", i}}));
  }
  return disk;
}

inline bool has(const Journal& journal, JournalFindingKind kind) {
  return std::any_of(journal.findings.begin(), journal.findings.end(),
                     [&](const JournalFinding& finding) { return finding.kind == kind; });
}

/// The findings as "line 3 entry 2 altered; ...".
inline std::string told(const Journal& journal) {
  std::string text;
  for (const JournalFinding& finding : journal.findings)
    text += (text.empty() ? "" : "; ") + std::to_string(finding.line) + "/" + std::to_string(finding.entry) +
            " " + std::string(to_string(finding.kind));
  return text;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end == std::string::npos ? text.size() : end + 1;
  }
  return lines;
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace preshift::testing
