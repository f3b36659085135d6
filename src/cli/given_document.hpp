#pragma once

#include "json_document.hpp"
#include "problem.hpp"
#include "verification.hpp"

#include <string>
#include <variant>
#include <vector>

namespace preshift {

/// A certificate's compact form, as it was scanned.
struct CompactText {
  std::string text;
};

using GivenDocument = std::variant<Json, CompactText>;

/// A certificate or an approval in a file, or a compact form: in a file, or as the argument itself.
[[nodiscard]] Result<GivenDocument> given_document(const std::string& argument);

[[nodiscard]] Verification verified(const GivenDocument& document, const Expectations& expected);

/// The documents of these files.
[[nodiscard]] Result<std::vector<Json>> documents_in(const std::vector<std::string>& files);

}  // namespace preshift
