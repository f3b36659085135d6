#pragma once

#include "place.hpp"

#include <string_view>
#include <vector>

namespace preshift {

enum class FindingLevel {
  error,    ///< the file cannot be used
  warning,  ///< it can, and hardly means what its author means
};

/// The names above, as in JSON and SARIF.
[[nodiscard]] std::string_view to_string(FindingLevel level);

/// Something to mend in a rules file. The id of the message's text names what kind of thing it is; its first
/// argument is the place in words.
struct Finding {
  FindingLevel level = FindingLevel::error;
  Place place;
  Message message;
};

using Findings = std::vector<Finding>;

}  // namespace preshift
