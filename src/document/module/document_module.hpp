#pragma once

#include "document.hpp"

#include <cstddef>

namespace preshift {

/// The seam between preshift and the module `preshift-document`, which alone links what writes PDF and
/// spreadsheets: with it come some 50 shared libraries, so it is loaded when such a document is asked for. It
/// is built with preshift and takes the same types; the version catches one left over from another build.
/// Nothing here throws.

inline constexpr int k_document_module_version = 3;
inline constexpr const char* k_document_module_entry = "preshift_document_module";

enum class DocumentOutcome {
  rendered,
  no_font,       ///< none is installed: words would be missing
  not_rendered,  ///< the reason says why
};

/// Takes the file piece by piece, and the reason of a failure as one piece.
using DocumentBytes = void (*)(void* context, const char* bytes, std::size_t size);

struct DocumentModule {
  int version;
  DocumentOutcome (*render_pdf)(const Document& document, DocumentBytes take, void* context);
  DocumentOutcome (*render_xlsx)(const Document& document, DocumentBytes take, void* context);
};

}  // namespace preshift
