#pragma once

#include "lint.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A profile of one rule in which nothing is to be mended; its condition stands at the end.
inline std::string profile_with(std::string_view condition) {
  return "profile: night\n"                                         // line 1
         "version: 3\n"                                             // line 2
         "title: {en: Night, fr: Nuit}\n"                           // line 3
         "rules:\n"                                                 // line 4
         "  - id: quiet.noise\n"                                    // line 5
         "    requirement: quiet\n"                                 // line 6
         "    severity: required\n"                                 // line 7
         "    title: {en: It is quiet, fr: Tout est calme}\n"       // line 8
         "    rationale: {en: Noise hides, fr: Le bruit couvre}\n"  // line 9
         "    remedy: {en: Close the door, fr: Fermez la porte}\n"  // line 10
         "    " +                                                   // line 11
         std::string(condition) +
         "\n";
}

inline Findings lint_of(const std::string& yaml) {
  return lint(inspect_profile_text(yaml, "x.yaml"));
}

/// "line:column id" of each.
inline std::vector<std::string> kinds_in(const std::string& yaml) {
  std::vector<std::string> kinds;
  for (const Finding& finding : lint_of(yaml))
    kinds.push_back(std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column) + " " +
                    std::string(finding.message.text.id));
  return kinds;
}

}  // namespace preshift
