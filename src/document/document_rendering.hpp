#pragma once

#include "document.hpp"
#include "problem.hpp"

#include <string>
#include <string_view>

namespace preshift {

enum class DocumentFormat { html, pdf };

/// The document as the bytes of a file. HTML never fails; PDF does with document.no_module, .no_font or
/// .not_rendered. The same document gives the same bytes.
[[nodiscard]] Result<std::string> rendered(const Document& document, DocumentFormat format);

}  // namespace preshift
