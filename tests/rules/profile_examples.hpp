#pragma once

#include "profile.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace preshift {

/// A correct profile of one rule. Tests change one thing in it, so its lines and columns are theirs to count
/// on.
inline constexpr std::string_view k_night_profile =
    "profile: night\n"                               // line 1
    "version: 3\n"                                   // line 2
    "title: {en: Night, fr: Nuit}\n"                 // line 3
    "rules:\n"                                       // line 4
    "  - id: quiet.noise\n"                          // line 5
    "    requirement: quiet\n"                       // line 6
    "    severity: required\n"                       // line 7
    "    title: {en: Quiet, fr: Calme}\n"            // line 8
    "    rationale: {en: Because, fr: Parce que}\n"  // line 9
    "    remedy: {en: Hush, fr: Chut}\n"             // line 10
    "    measure: sound.laeq\n"                      // line 11
    "    at_most: 45 dB(A)\n";                       // line 12

/// The profile with `old_part`, which must be in it, replaced.
inline std::string night_profile_with(std::string_view old_part, std::string_view new_part) {
  std::string yaml(k_night_profile);
  const std::size_t at = yaml.find(old_part);
  if (at == std::string::npos) {
    ADD_FAILURE() << "not in the profile: " << old_part;
    return yaml;
  }
  return yaml.replace(at, old_part.size(), new_part);
}

/// The problem that reading this YAML ends with, in words; empty when it is read.
inline std::string refusal_of(std::string_view yaml, Language language = Language::english) {
  const auto profile = read_profile(yaml, "x.yaml");
  if (profile) return {};
  EXPECT_EQ(profile.error().kind, ProblemKind::unusable_input);
  return render(profile.error().message, language);
}

inline std::string refusal_with(std::string_view old_part, std::string_view new_part) {
  return refusal_of(night_profile_with(old_part, new_part));
}

}  // namespace preshift
