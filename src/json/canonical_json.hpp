#pragma once

#include "json_document.hpp"

#include <string>
#include <string_view>

namespace preshift {

/// The one form of a document that is signed (RFC 8785, JSON Canonicalization Scheme): no spaces, members
/// sorted by the UTF-16 code units of their names, numbers as ECMAScript writes them, texts with the fewest
/// escapes. The document is one that read_strict_json could give: unique names, well-formed UTF-8, finite
/// numbers, not deeper than k_deepest_json.
[[nodiscard]] std::string canonical_json(const Json& document);

/// The same of an object, and of it as if it had no member of this name: both for what one costs.
struct CanonicalForms {
  std::string whole;
  std::string without;
};
[[nodiscard]] CanonicalForms canonical_forms(const Json& object, std::string_view name);

/// The second of the two alone.
[[nodiscard]] std::string canonical_json_without(const Json& object, std::string_view name);

/// A finite number as ECMAScript's Number::toString writes it: the fewest digits that read back as the same
/// double, nearest to it among those; 1e21 and more and less than 1e-6 with an exponent; -0 as 0.
[[nodiscard]] std::string ecmascript_number(double value);

}  // namespace preshift
