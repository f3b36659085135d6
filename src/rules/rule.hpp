#pragma once

#include "applicability.hpp"
#include "condition.hpp"
#include "decision.hpp"
#include "localized_text.hpp"
#include "place.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace preshift {

enum class Severity {
  required,       ///< decides whether the shift may start
  advisory,       ///< judged and shown, decides nothing
  informational,  ///< measured and shown, not judged
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
  double weight = 1;  ///< in [0, 1000]: within a requirement the heavier rules are shown first
  Decision decision{};
  std::optional<Applicability> applies_when{};  ///< always, when there is none
  bool is_waivable = true;
  bool is_selected = true;  ///< false: skipped by the profile or by one that extends it
  Place place{};            ///< where it is written first
};

}  // namespace preshift
