#include "given_document.hpp"

#include "document_file.hpp"
#include "file_bytes.hpp"

#include <utility>

namespace preshift {
namespace {

/// The compact form in a file, without the line's end; none when the file holds something else.
std::optional<CompactText> compact_in(const std::string& file) {
  constexpr std::size_t k_most_bytes = k_longest_compact + 2;
  const auto text = read_file(file, k_most_bytes);
  if (!text || !text->starts_with(k_compact_prefix)) return std::nullopt;
  return CompactText{text->substr(0, text->find_last_not_of("\r\n") + 1)};
}

}  // namespace

Result<GivenDocument> given_document(const std::string& argument) {
  if (argument.starts_with(k_compact_prefix)) return GivenDocument(CompactText{argument});
  if (auto compact = compact_in(argument)) return GivenDocument(std::move(*compact));
  auto document = read_document_file(argument);
  if (!document) return Failure{document.error()};
  return GivenDocument(std::move(*document));
}

Verification verified(const GivenDocument& document, const Expectations& expected) {
  if (const auto* compact = std::get_if<CompactText>(&document))
    return verify_compact(compact->text, expected);
  return verify_document(std::get<Json>(document), expected);
}

Result<std::vector<Json>> documents_in(const std::vector<std::string>& files) {
  std::vector<Json> documents;
  for (const std::string& file : files) {
    auto document = read_document_file(file);
    if (!document) return Failure{document.error()};
    documents.push_back(std::move(*document));
  }
  return documents;
}

}  // namespace preshift
