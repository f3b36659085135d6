#pragma once

#include "document.hpp"

#include <string>

namespace preshift {

/// One HTML file that needs no other: no script, nothing fetched (a Content-Security-Policy says so too),
/// charts as inline SVG. For a screen, a telephone, paper (A4) and a screen reader. Every word is escaped; a
/// chart's SVG is taken as it is and must be our own (SvgDrawing).
[[nodiscard]] std::string html_document(const Document& document);

}  // namespace preshift
