#pragma once

#include "place.hpp"
#include "result.hpp"
#include "yaml_tree.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace preshift {

/// A YAML file that is read. Owns its text, which the source refers to.
struct YamlFile {
  std::string bytes;
  YamlSource source;
  YamlNode root;
  PlacedProblems duplicates{};  ///< keys that are there twice, where they are noted

  YamlFile(const std::string& name, std::string text) : bytes(std::move(text)), source(name, bytes) {}
  YamlFile(const YamlFile&) = delete;
  YamlFile& operator=(const YamlFile&) = delete;
};

using ReadYamlFile = Expected<std::unique_ptr<YamlFile>, PlacedProblem>;

enum class DuplicateKeys {
  refused,  ///< the file cannot be read
  noted,    ///< it can, for who then tells all that is wrong in it
};

/// The YAML in this text, under this name.
[[nodiscard]] ReadYamlFile read_yaml_text(const std::string& name, std::string bytes,
                                          DuplicateKeys duplicates = DuplicateKeys::refused);

/// The YAML of this file, at most k_largest_yaml_bytes.
[[nodiscard]] ReadYamlFile read_yaml_file(const std::filesystem::path& file,
                                          DuplicateKeys duplicates = DuplicateKeys::refused);

}  // namespace preshift
