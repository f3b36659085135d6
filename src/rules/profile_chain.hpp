#pragma once

#include "place.hpp"
#include "yaml_file.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// One file of a chain of `extends`.
struct ChainFile {
  std::unique_ptr<YamlFile> yaml;
  std::string identity;  ///< the same for two ways to name one file
};

/// A profile's file and those that it extends, each as a YAML tree.
struct ProfileChain {
  std::vector<ChainFile> files;  ///< the one that was asked for first, its furthest base last
  PlacedProblems problems;       ///< why the chain ends early, if it does
};

/// Whether what names a profile names a file: it has a '/' or ends with .yaml or .yml.
[[nodiscard]] bool looks_like_a_file(std::string_view reference);

/// Opens the profile of this file or shipped name, and all that it extends: a shipped name, or a file beside
/// the one that names it. Refuses cycles, chains of more than k_longest_extends files, and more than
/// k_largest_extends_bytes in all.
[[nodiscard]] ProfileChain open_chain(const std::string& file_or_name);

/// The same of a text that is read already; `place` is its file's name.
[[nodiscard]] ProfileChain open_chain(std::string_view yaml, const std::string& place);

}  // namespace preshift
