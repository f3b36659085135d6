#include "document_rendering.hpp"

#include "companion_module.hpp"
#include "csv_document.hpp"
#include "document_module.hpp"
#include "document_texts.hpp"
#include "html_document.hpp"
#include "quiet_stderr.hpp"

namespace preshift {
namespace {

Result<const DocumentModule*> load() {
  const auto module = kept_companion_module("preshift-document");
  if (!module) return unusable_input(document_text("document.no_module"), module.error());
  auto* entry = (*module)->function<const DocumentModule*()>(k_document_module_entry);
  const DocumentModule* writer = entry == nullptr ? nullptr : entry();
  if (writer == nullptr || writer->version != k_document_module_version)
    return unusable_input(document_text("document.no_module"), "preshift-document");
  return writer;
}

Result<std::string> rendered_by_module(const Document& document, DocumentFormat format) {
  const QuietStderr quiet;  // fontconfig's and glib's complaints
  static const Result<const DocumentModule*> s_module = load();
  if (!s_module) return Failure{s_module.error()};
  std::string bytes;
  const auto take = [](void* context, const char* piece, std::size_t size) {
    static_cast<std::string*>(context)->append(piece, size);
  };
  const auto render = format == DocumentFormat::pdf ? (*s_module)->render_pdf : (*s_module)->render_xlsx;
  switch (render(document, take, &bytes)) {
    case DocumentOutcome::rendered:
      return bytes;
    case DocumentOutcome::no_font:
      return unusable_input(document_text("document.no_font"));
    case DocumentOutcome::not_rendered:
      break;
  }
  return unusable_input(document_text("document.not_rendered"), bytes);
}

}  // namespace

Result<std::string> rendered(const Document& document, DocumentFormat format) {
  switch (format) {
    case DocumentFormat::html:
      return html_document(document);
    case DocumentFormat::csv:
      return csv_document(document);
    case DocumentFormat::pdf:
    case DocumentFormat::xlsx:
      break;
  }
  return rendered_by_module(document, format);
}

}  // namespace preshift
