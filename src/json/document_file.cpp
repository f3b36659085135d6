#include "document_file.hpp"

#include "file_bytes.hpp"
#include "json_texts.hpp"
#include "strict_json.hpp"

#include <string>

namespace preshift {
namespace {

Text text_of(JsonFault fault) {
  switch (fault) {
    case JsonFault::too_large:
      return json_text("json.too_large");
    case JsonFault::duplicate_key:
      return json_text("json.duplicate_key");
    case JsonFault::too_deep:
      return json_text("json.too_deep");
    case JsonFault::huge_number:
      return json_text("json.huge_number");
    case JsonFault::malformed:
      break;
  }
  return json_text("json.malformed");
}

Failure<Problem> refused(const std::string& file, FileError error) {
  switch (error) {
    case FileError::too_large:
      return unusable_input(json_text("json.too_large"), file);
    case FileError::missing:
      return unusable_input(json_text("file.missing"), file);
    case FileError::not_a_file:
    case FileError::unreadable:
      break;
  }
  return unusable_input(json_text("file.unreadable"), file);
}

}  // namespace

Result<Json> read_document_file(const std::filesystem::path& file) {
  const auto text = read_file(file, k_largest_json);
  if (!text) return refused(file.string(), text.error());
  auto document = read_strict_json(*text);
  if (document) return std::move(*document);
  const JsonRefusal& refusal = document.error();
  return unusable_input(text_of(refusal.fault), file.string(), static_cast<double>(refusal.byte),
                        refusal.key);
}

}  // namespace preshift
