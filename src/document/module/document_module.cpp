#include "document_module.hpp"

#include "document_words.hpp"
#include "finished_pdf.hpp"
#include "paper_blocks.hpp"
#include "paper_canvas.hpp"
#include "workbook.hpp"

#include <fontconfig/fontconfig.h>

#include <exception>
#include <memory>
#include <string>
#include <utility>

namespace preshift {
namespace {

using paper::Canvas;
using paper::Fitting;
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

Written written(const Document& document, Fitting fitting) {
  Written result;
  Canvas canvas(append, &result.bytes, document.language, shown_words(document.footer), fitting);
  canvas.metadata(shown_words(document.title));
  const bool is_whole = paper::write_blocks(canvas, document);
  result.problem = canvas.finish().value_or(is_whole ? "" : "librsvg");
  result.pages = canvas.pages();
  return result;
}

/// Hands over the bytes, or the problem if there is one.
DocumentOutcome hand_over(const std::string& bytes, const std::string& problem, DocumentBytes take,
                          void* context) {
  const std::string& piece = problem.empty() ? bytes : problem;
  take(context, piece.data(), piece.size());
  return problem.empty() ? DocumentOutcome::rendered : DocumentOutcome::not_rendered;
}

/// What is too long for one page even in small print has its usual letters, on several.
Fitting fitting_of(const Document& document) {
  const int pages = written(document, {}).pages;
  if (!document.is_one_page || pages == 1) return {pages, 1};
  constexpr int k_step = 4;
  constexpr int k_smallest_print = 68;  // 6 points in tables
  for (int percent = 100 - k_step; percent >= k_smallest_print; percent -= k_step)
    if (written(document, {0, percent / 100.0}).pages == 1) return {1, percent / 100.0};
  return {pages, 1};
}

/// First to count the pages, then to write their numbers.
DocumentOutcome render_pdf(const Document& document, DocumentBytes take, void* context) {
  try {
    if (!has_font()) return DocumentOutcome::no_font;
    Written pdf = written(document, fitting_of(document));
    return hand_over(paper::finished_pdf(std::move(pdf.bytes), document.language), pdf.problem, take,
                     context);
  } catch (const std::exception& problem) {
    return hand_over({}, problem.what(), take, context);
  }
}

DocumentOutcome render_xlsx(const Document& document, DocumentBytes take, void* context) {
  try {
    const WrittenWorkbook workbook = written_workbook(document);
    return hand_over(workbook.bytes, workbook.problem, take, context);
  } catch (const std::exception& problem) {
    return hand_over({}, problem.what(), take, context);
  }
}

}  // namespace
}  // namespace preshift

extern "C" const preshift::DocumentModule* preshift_document_module() {
  static const preshift::DocumentModule s_module{preshift::k_document_module_version, &preshift::render_pdf,
                                                 &preshift::render_xlsx};
  return &s_module;
}
