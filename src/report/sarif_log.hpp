#pragma once

#include "text.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// One kind of finding: a `reportingDescriptor` of SARIF. Texts may be empty, but for the id.
struct SarifRule {
  std::string id;
  std::string title;
  std::string description;
  std::string help;
  std::string level;  ///< error, warning or note: of its failures
};

/// Where in a file, from 1; a line of 0 is the whole file, a column of 0 the whole line.
struct SarifPlace {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;  ///< in characters
};

struct SarifResult {
  std::string rule;   ///< its id
  std::string kind;   ///< pass, fail, open, review, notApplicable, informational
  std::string level;  ///< error, warning, note; none unless the kind is fail
  std::string message;
  std::optional<SarifPlace> place{};
  std::vector<std::string> subjects{};  ///< what it is about where that is no file, such as measures
  nlohmann::ordered_json properties{};  ///< more about it; null for none
};

struct SarifRun {
  std::vector<SarifRule> rules;
  std::vector<SarifResult> results;
  bool successful = true;  ///< the program did its work, whatever the results
  int exit_status = 0;
  nlohmann::ordered_json properties{};
};

/// A log in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), with one run of Preshift.
[[nodiscard]] std::string sarif_log(const SarifRun& run, Language language);

}  // namespace preshift
