#include "example_documents.hpp"
#include "html_document.hpp"

#include <filesystem>
#include <fstream>

/// preshift-example-documents FOLDER
int main(int count, char** words) {
  if (count != 2) return 3;
  const std::filesystem::path folder = words[1];
  for (const auto& [name, document] : preshift::testing::example_documents()) {
    std::ofstream file(folder / (name + ".html"), std::ios::binary);
    file << preshift::html_document(document);
    if (!file.flush()) return 3;
  }
  return 0;
}
