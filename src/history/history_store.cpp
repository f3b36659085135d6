#include "history_store.hpp"

#include "append_file.hpp"
#include "atomic_file.hpp"
#include "file_bytes.hpp"
#include "history_texts.hpp"
#include "user_folders.hpp"

#include <algorithm>
#include <system_error>

namespace preshift {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_largest_history = 16 * 1024 * 1024;
constexpr std::size_t k_lines_before_trimming = k_most_history + k_most_history / 4;

fs::path switch_file(const fs::path& file) {
  return file.parent_path() / "history.off";
}

Failure<Problem> not_written(const fs::path& file, const std::string& reason) {
  return unusable_input(history_text("history.not_written"), file.string(), reason);
}

History records_in(std::string_view text) {
  History history;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (auto record = read_history_record(line)) {
      history.records.push_back(std::move(*record));
    } else {
      ++history.unreadable_lines;
    }
  }
  return history;
}

/// The last records as one text; what is damaged goes with the oldest.
std::string trimmed(const std::string& text) {
  const History history = records_in(text);
  const std::size_t skipped = history.records.size() - std::min(history.records.size(), k_most_history);
  std::string kept;
  for (std::size_t i = skipped; i < history.records.size(); ++i) kept += written(history.records[i]) + "\n";
  return kept;
}

}  // namespace

fs::path history_file() {
  const auto folder = state_folder();
  return folder.empty() ? folder : folder / "history.jsonl";
}

Result<History> read_history(const fs::path& file) {
  if (file.empty()) return unusable_input(history_text("history.no_folder"));
  const auto text = read_file(file, k_largest_history);
  if (text) return records_in(*text);
  if (text.error() == FileError::missing) return History{};
  return unusable_input(history_text("history.unreadable"), file.string());
}

Result<void> add_to_history(const fs::path& file, const HistoryRecord& record) {
  if (file.empty()) return unusable_input(history_text("history.no_folder"));
  auto opened = AppendFile::open(file);
  if (!opened) return not_written(file, opened.error());
  const auto before = opened->read(k_largest_history);
  if (!before) return not_written(file, before.error());
  const bool is_cut_short = !before->empty() && !before->ends_with('\n');
  const std::string line = (is_cut_short ? "\n" : "") + written(record) + "\n";
  if (const auto added = opened->append(line); !added) return not_written(file, added.error());
  const std::string after = *before + line;
  if (static_cast<std::size_t>(std::count(after.begin(), after.end(), '\n')) <= k_lines_before_trimming)
    return {};
  if (const auto replaced = replace_file(file, trimmed(after)); !replaced)
    return not_written(file, replaced.error());
  return {};
}

Result<void> clear_history(const fs::path& file) {
  std::error_code error;
  fs::remove(file, error);
  if (error) return not_written(file, error.message());
  return {};
}

bool is_history_kept(const fs::path& file) {
  std::error_code ignored;
  return !file.empty() && !fs::exists(switch_file(file), ignored);
}

Result<void> keep_history(const fs::path& file, bool keep) {
  if (file.empty()) return unusable_input(history_text("history.no_folder"));
  const fs::path off = switch_file(file);
  if (keep) {
    std::error_code error;
    fs::remove(off, error);
    if (error) return not_written(off, error.message());
    return {};
  }
  if (const auto made = replace_file(off, ""); !made) return not_written(off, made.error());
  return {};
}

}  // namespace preshift
