#pragma once

#include "condition.hpp"
#include "problem.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A sentence of the profile's author, one line in each language.
struct LocalizedText {
  std::string english;
  std::string french;

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::french ? french : english;
  }
};

enum class Severity {
  required,       ///< decides whether the shift may start
  advisory,       ///< judged and shown, decides nothing
  informational,  ///< shown for the record, decides nothing
};

/// "required", "advisory", "informational": the words of a rules file and of JSON.
[[nodiscard]] std::string_view to_string(Severity severity);

struct Rule {
  std::string id;           ///< unique in its profile
  std::string requirement;  ///< such as quiet, closed, separate; an author's own are welcome
  Severity severity = Severity::required;
  LocalizedText title;
  LocalizedText rationale;
  LocalizedText remedy;
  Condition condition;
};

/// The rules that a workspace is judged by. As read, there is at least one.
struct Profile {
  std::string name;
  int version = 0;  ///< of the profile's content, from 1
  LocalizedText title;
  std::vector<Rule> rules;
};

/// The profile in this YAML text, checked whole. Problems are unusable_input and begin with
/// "place:line:column".
[[nodiscard]] Result<Profile> read_profile(std::string_view yaml, const std::string& place);

/// The same from a file of at most 1 MiB.
[[nodiscard]] Result<Profile> read_profile_file(const std::filesystem::path& file);

/// A profile that is part of the program: "standard".
[[nodiscard]] Result<Profile> shipped_profile(std::string_view name);

}  // namespace preshift
