#pragma once

#include "document.hpp"
#include "problem.hpp"

#include <string>
#include <string_view>

namespace preshift {

enum class DocumentFormat { html, pdf, csv, xlsx };

/// The document as the bytes of a file; the same document gives the same bytes. HTML never fails. PDF and
/// XLSX do with document.no_module, .no_font or .not_rendered; CSV holds one table (csv_document.hpp has
/// more) and fails with document.which_table where there is not just one.
[[nodiscard]] Result<std::string> rendered(const Document& document, DocumentFormat format);

}  // namespace preshift
