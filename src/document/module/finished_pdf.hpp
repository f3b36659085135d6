#pragma once

#include "text.hpp"

#include <string>

namespace preshift::paper {

/// What cairo 1.16 cannot write: no date, so that the same document is the same file; the language of the
/// words; that the structure is whole; and that a window is named after the title. The last three come as an
/// update at the end of the file (ISO 32000-1, 7.5.6). A file that is not laid out as cairo does it is left
/// as it is.
[[nodiscard]] std::string finished_pdf(std::string pdf, Language language);

}  // namespace preshift::paper
