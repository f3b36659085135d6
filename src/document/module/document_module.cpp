#include "document_module.hpp"

#include "document_words.hpp"
#include "finished_pdf.hpp"
#include "paper_blocks.hpp"
#include "paper_canvas.hpp"

#include <fontconfig/fontconfig.h>

#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <utility>

namespace preshift {
namespace {

using paper::Canvas;
using paper::Releaser;

bool has_font() {
  const std::unique_ptr<FcConfig, Releaser<FcConfigDestroy>> fonts(FcInitLoadConfigAndFonts());
  const FcFontSet* installed = fonts ? FcConfigGetFonts(fonts.get(), FcSetSystem) : nullptr;
  return installed != nullptr && installed->nfont > 0;
}

cairo_status_t append(void* closure, const unsigned char* bytes, unsigned size) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

struct Written {
  std::string bytes;
  std::string problem;
  int pages = 0;
};

Written written(const Document& document, int pages) {
  Written result;
  Canvas canvas(append, &result.bytes, document.language, shown_words(document.footer), pages);
  canvas.metadata(shown_words(document.title));
  const bool is_whole = paper::write_blocks(canvas, document);
  result.problem = canvas.finish().value_or(is_whole ? "" : "librsvg");
  result.pages = canvas.pages();
  return result;
}

/// Once to count the pages, once to write their numbers.
DocumentOutcome render_pdf(const Document& document, DocumentBytes take, void* context) {
  try {
    if (!has_font()) return DocumentOutcome::no_font;
    const int pages = written(document, 0).pages;
    Written pdf = written(document, pages);
    const bool is_whole = pdf.problem.empty();
    const std::string piece =
        is_whole ? paper::finished_pdf(std::move(pdf.bytes), document.language) : pdf.problem;
    take(context, piece.data(), piece.size());
    return is_whole ? DocumentOutcome::rendered : DocumentOutcome::not_rendered;
  } catch (const std::exception& problem) {
    take(context, problem.what(), std::strlen(problem.what()));
    return DocumentOutcome::not_rendered;
  }
}

}  // namespace
}  // namespace preshift

extern "C" const preshift::DocumentModule* preshift_document_module() {
  static const preshift::DocumentModule s_module{preshift::k_document_module_version, &preshift::render_pdf};
  return &s_module;
}
