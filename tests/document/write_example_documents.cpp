#include "document_rendering.hpp"
#include "example_documents.hpp"

#include <filesystem>
#include <fstream>

constexpr std::pair<preshift::DocumentFormat, const char*> k_formats[] = {
    {preshift::DocumentFormat::html, ".html"},
    {preshift::DocumentFormat::pdf, ".pdf"},
    {preshift::DocumentFormat::xlsx, ".xlsx"}};

/// preshift-example-documents FOLDER
int main(int count, char** words) {
  if (count != 2) return 3;
  const std::filesystem::path folder = words[1];
  for (const auto& [name, document] : preshift::testing::example_documents()) {
    for (const auto& [format, ending] : k_formats) {
      const auto bytes = preshift::rendered(document, format);
      if (!bytes) return 3;
      std::ofstream file(folder / (name + ending), std::ios::binary);
      file << *bytes;
      if (!file.flush()) return 3;
    }
  }
  return 0;
}
