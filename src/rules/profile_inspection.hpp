#pragma once

#include "localized_text.hpp"
#include "place.hpp"
#include "rule.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A text of the profile itself or of one of its parameters.
struct AuthoredText {
  std::string subject;  ///< the profile's name, or the parameter's
  std::string key;      ///< "title", "description"
  LocalizedText text;
  Place place;
};

/// What can be read of a profile, right or not: for tools that help to write one.
struct ProfileInspection {
  std::string file;                 ///< the one that was asked for, as places name it
  std::vector<Rule> rules;          ///< as far as they can be read; a wrong condition is left empty
  std::vector<AuthoredText> texts;  ///< as far as they can be read
  PlacedProblems problems;          ///< all that load_profile refuses (profile.hpp)
};

/// The profile of this file or shipped name, with all that it extends. Where other things are wrong, a
/// parameter of the file itself is unused only when no file mentions it.
[[nodiscard]] ProfileInspection inspect_profile(const std::string& file_or_name);

/// The same of a text; `place` names it.
[[nodiscard]] ProfileInspection inspect_profile_text(std::string_view yaml, const std::string& place);

}  // namespace preshift
