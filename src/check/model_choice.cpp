#include "model_choice.hpp"

#include "check_texts.hpp"
#include "document_file.hpp"
#include "document_reading.hpp"
#include "user_folders.hpp"

#include <algorithm>

namespace preshift {
namespace {

bool is_sha256(std::string_view text) {
  constexpr std::string_view k_digits = "0123456789abcdef";
  return text.size() == 64 && text.find_first_not_of(k_digits) == std::string_view::npos;
}

/// The first member that nobody reads, such as a misspelt one.
void refuse_others(DocumentReading& reading, const Json& object,
                   std::initializer_list<std::string_view> known, const std::string& prefix) {
  if (!object.is_object()) return;
  for (const auto& [name, value] : object.items())
    reading.require(std::find(known.begin(), known.end(), name) != known.end(), prefix + name);
}

}  // namespace

std::filesystem::path configuration_file() {
  const auto folder = configuration_folder();
  return folder.empty() ? folder : folder / "config.json";
}

Result<SoundModelRequest> chosen_sound_model(const std::filesystem::path& file) {
  std::error_code error;
  if (file.empty() || !std::filesystem::exists(file, error)) return SoundModelRequest{};
  const auto document = read_document_file(file);
  if (!document) return Failure{document.error()};
  DocumentReading reading;
  reading.require(document->is_object(), "{}");
  refuse_others(reading, *document, {"models"}, "");
  const Json* models = member(*document, "models");
  const Json* entry = models != nullptr ? member(*models, "sound_events") : nullptr;
  SoundModelRequest model;
  if (models != nullptr) refuse_others(reading, *models, {"sound_events"}, "models.");
  if (entry != nullptr) {
    const std::string prefix = "models.sound_events.";
    const auto place = [&](std::string_view name) {
      const std::string path = reading.text(*entry, name, prefix + std::string(name));
      return (file.parent_path() / path).string();
    };
    model = {place("path"), place("labels"), reading.text(*entry, "sha256", prefix + "sha256")};
    reading.require(is_sha256(model.sha256), prefix + "sha256");
    refuse_others(reading, *entry, {"path", "labels", "sha256"}, prefix);
  }
  if (reading.wrong()) return unusable_input(check_text("config.invalid"), file.string(), *reading.wrong());
  return model;
}

}  // namespace preshift
