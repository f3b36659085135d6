#pragma once

#include "append_file.hpp"
#include "problem.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// Where a journal and its head are kept. Failures are in the system's words.
class JournalStorage {
 public:
  JournalStorage() = default;
  virtual ~JournalStorage() = default;
  JournalStorage(const JournalStorage&) = delete;
  JournalStorage& operator=(const JournalStorage&) = delete;

  [[nodiscard]] virtual Expected<std::string, std::string> journal() = 0;
  [[nodiscard]] virtual Expected<std::optional<std::string>, std::string> head() = 0;

  /// Through to the disk before it returns. A failure may leave a part of the bytes.
  [[nodiscard]] virtual Expected<void, std::string> append(std::string_view bytes) = 0;

  /// Whole or not at all, through to the disk before it returns.
  [[nodiscard]] virtual Expected<void, std::string> replace_head(std::string_view bytes) = 0;
};

/// A file and, beside it, FILE.head, held for this process alone until the object is gone.
[[nodiscard]] Result<std::unique_ptr<JournalStorage>> open_journal_file(const std::filesystem::path& file);

/// shifts.jsonl in the user's state folder; empty when there is none.
[[nodiscard]] std::filesystem::path journal_file();

/// The head's file beside a journal's.
[[nodiscard]] std::filesystem::path head_file(const std::filesystem::path& journal);

inline constexpr std::size_t k_largest_journal = 64 * 1024 * 1024;

}  // namespace preshift
