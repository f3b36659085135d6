#include "onboarding_store.hpp"

#include "atomic_file.hpp"
#include "certificate.hpp"
#include "did_key.hpp"
#include "document_file.hpp"
#include "file_bytes.hpp"
#include "listed_words.hpp"
#include "onboarding_store_texts.hpp"
#include "user_folders.hpp"

#include <algorithm>
#include <string_view>
#include <system_error>

namespace preshift {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_certificate = "certificate";
constexpr std::string_view k_approval = "approval";

fs::path employers_file(const fs::path& folder) {
  return folder / "employers.txt";
}

/// `certificate-UUID.json`; none for an id that is no UUID, which could name any place.
std::optional<std::string> file_name(std::string_view kind, const Json& document) {
  constexpr std::string_view k_prefix = "urn:uuid:";
  constexpr std::size_t k_uuid_size = 36;
  const std::string id = text_member(document, "id").value_or("");
  if (!id.starts_with(k_prefix)) return std::nullopt;
  const std::string uuid = id.substr(k_prefix.size());
  if (uuid.size() != k_uuid_size || uuid.find_first_not_of("0123456789abcdef-") != std::string::npos)
    return std::nullopt;
  return std::string(kind) + "-" + uuid + ".json";
}

Result<fs::path> keep(const fs::path& folder, std::string_view kind, const Json& document) {
  if (folder.empty()) return unusable_input(onboarding_store_text("onboarding_store.no_folder"));
  const auto name = file_name(kind, document);
  if (!name) return unusable_input(onboarding_store_text("onboarding_store.no_id"));
  const fs::path file = folder / *name;
  if (const auto written = replace_file(file, written_document(document)); !written)
    return unusable_input(onboarding_store_text("onboarding_store.not_written"), file.string(),
                          written.error());
  return file;
}

std::vector<fs::path> files_of(const fs::path& folder, std::string_view kind) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator each(folder, error), end; !error && each != end; each.increment(error)) {
    const std::string name = each->path().filename().string();
    if (name.starts_with(std::string(kind) + "-") && name.ends_with(".json")) files.push_back(each->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Json> documents_of(const fs::path& folder, std::string_view kind, std::vector<Message>& damaged) {
  std::vector<Json> documents;
  for (const fs::path& file : files_of(folder, kind)) {
    auto document = read_document_file(file);
    if (document) {
      documents.push_back(std::move(*document));
    } else {
      damaged.push_back(document.error().message);
    }
  }
  return documents;
}

/// The text of the list of employers; empty while there is none.
Result<std::string> employers_text(const fs::path& file) {
  constexpr std::size_t k_most_bytes = 64 * 1024;
  auto text = read_file(file, k_most_bytes);
  if (text) return std::move(*text);
  if (text.error() == FileError::missing) return std::string();
  return unusable_input(onboarding_store_text("onboarding_store.unreadable_employers"), file.string());
}

std::set<std::string> employers_in(const fs::path& file, std::vector<Message>& damaged) {
  std::set<std::string> employers;
  const auto text = employers_text(file);
  if (!text) return damaged.push_back(text.error().message), employers;
  for (const auto& [word, line] : listed_words(*text)) {
    if (key_of_did(word)) {
      employers.insert(word);
    } else {
      damaged.push_back({onboarding_store_text("onboarding_store.bad_employer"), {file.string(), word}});
    }
  }
  return employers;
}

}  // namespace

fs::path onboarding_folder() {
  const auto folder = configuration_folder();
  return folder.empty() ? folder : folder / "onboarding";
}

StoredOnboarding read_onboarding(const fs::path& folder) {
  StoredOnboarding stored;
  if (folder.empty()) return stored;
  stored.certificates = documents_of(folder, k_certificate, stored.damaged);
  stored.approvals = documents_of(folder, k_approval, stored.damaged);
  stored.employers = employers_in(employers_file(folder), stored.damaged);
  return stored;
}

Result<fs::path> keep_certificate(const fs::path& folder, const Json& certificate) {
  return keep(folder, k_certificate, certificate);
}

Result<fs::path> keep_approval(const fs::path& folder, const Json& approval) {
  return keep(folder, k_approval, approval);
}

Result<void> trust_employers(const fs::path& folder, const std::set<std::string>& employers) {
  if (folder.empty()) return unusable_input(onboarding_store_text("onboarding_store.no_folder"));
  const fs::path file = employers_file(folder);
  auto text = employers_text(file);
  if (!text) return Failure{text.error()};
  std::set<std::string> known;
  for (const ListedWord& each : listed_words(*text)) known.insert(each.word);
  std::string added;
  for (const std::string& employer : employers)
    if (!known.contains(employer)) added += employer + "\n";
  if (added.empty()) return {};
  if (!text->empty() && !text->ends_with('\n')) *text += '\n';
  if (const auto written = replace_file(file, *text + added); !written)
    return unusable_input(onboarding_store_text("onboarding_store.not_written"), file.string(),
                          written.error());
  return {};
}

fs::path usual_room_file(const fs::path& folder) {
  return folder / "workspace.room";
}

}  // namespace preshift
