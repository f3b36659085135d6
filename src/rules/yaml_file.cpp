#include "yaml_file.hpp"

#include "file_bytes.hpp"
#include "rules_texts.hpp"

#include <utility>

namespace preshift {
namespace {

Text file_complaint(FileError error) {
  switch (error) {
    case FileError::missing:
      return rules_text("rules_file.missing");
    case FileError::not_a_file:
      return rules_text("rules_file.not_a_file");
    case FileError::unreadable:
      return rules_text("rules_file.unreadable");
    case FileError::too_large:
      return rules_text("yaml.too_large");
  }
  return rules_text("rules_file.unreadable");
}

}  // namespace

ReadYamlFile read_yaml_text(const std::string& name, std::string bytes, DuplicateKeys duplicates) {
  auto file = std::make_unique<YamlFile>(name, std::move(bytes));
  auto root = duplicates == DuplicateKeys::noted ? read_yaml(file->source, file->duplicates)
                                                 : read_yaml(file->source);
  if (!root) return Failure{std::move(root.error())};
  file->root = std::move(*root);
  return file;
}

ReadYamlFile read_yaml_file(const std::filesystem::path& file, DuplicateKeys duplicates) {
  auto bytes = read_file(file, k_largest_yaml_bytes);
  if (bytes) return read_yaml_text(file.string(), std::move(*bytes), duplicates);
  return Failure{placed_problem(YamlSource(file.string(), {}).whole(), file_complaint(bytes.error()),
                                std::to_string(k_largest_yaml_bytes / 1024))};
}

}  // namespace preshift
