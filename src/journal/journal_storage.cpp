#include "journal_storage.hpp"

#include "atomic_file.hpp"
#include "file_bytes.hpp"
#include "journal_texts.hpp"
#include "user_folders.hpp"

#include <utility>

namespace preshift {
namespace {

constexpr std::size_t k_largest_head = 64 * 1024;

class FileStorage : public JournalStorage {
 public:
  FileStorage(AppendFile file, std::filesystem::path head)
      : m_file(std::move(file)), m_head(std::move(head)) {}

  Expected<std::string, std::string> journal() override { return m_file.read(k_largest_journal); }

  Expected<std::optional<std::string>, std::string> head() override {
    auto text = read_file(m_head, k_largest_head);
    if (text) return std::optional(std::move(*text));
    if (text.error() == FileError::missing) return std::optional<std::string>();
    return std::optional(std::string());  // no head of ours, which reading finds
  }

  Expected<void, std::string> append(std::string_view bytes) override { return m_file.append(bytes); }

  Expected<void, std::string> replace_head(std::string_view bytes) override {
    return replace_file(m_head, bytes);
  }

 private:
  AppendFile m_file;
  std::filesystem::path m_head;
};

}  // namespace

std::filesystem::path journal_file() {
  const auto folder = state_folder();
  return folder.empty() ? folder : folder / "shifts.jsonl";
}

std::filesystem::path head_file(const std::filesystem::path& journal) {
  return journal.string() + ".head";
}

Result<std::unique_ptr<JournalStorage>> open_journal_file(const std::filesystem::path& file) {
  if (file.empty()) return unusable_input(journal_text("journal.no_folder"));
  auto opened = AppendFile::open(file);
  if (!opened) return unusable_input(journal_text("journal.unreadable"), file.string(), opened.error());
  return std::unique_ptr<JournalStorage>(std::make_unique<FileStorage>(std::move(*opened), head_file(file)));
}

}  // namespace preshift
