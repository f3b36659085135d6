#pragma once

#include <string>
#include <string_view>

namespace preshift {

/// The text as XML 1.0 may hold it, in an element or between double quotes. Control characters become spaces,
/// what is no character of XML becomes U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view raw);

}  // namespace preshift
