#pragma once

#include "text.hpp"
#include "yaml_parser.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace preshift {

/// Why a YAML text is refused: the place becomes the message's {0}, the details what follows.
struct YamlRefusal {
  Text text;
  std::size_t offset = 0;  ///< in bytes
  std::vector<Argument> details{};
};

/// What the parser's complaint about this text means to a person, and the place that helps most to mend it:
/// of a quote never closed, for one, the opening quote.
[[nodiscard]] YamlRefusal explained(const YamlComplaint& complaint, std::string_view text);

}  // namespace preshift
