#include "picture_module.hpp"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <cstring>
#include <memory>

namespace preshift {
namespace {

template <auto release>
struct Releaser {
  template <class T>
  void operator()(T* object) const {
    release(object);
  }
};

using SvgHandle = std::unique_ptr<RsvgHandle, Releaser<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>>;
using Painter = std::unique_ptr<cairo_t, Releaser<cairo_destroy>>;
using FontConfiguration = std::unique_ptr<FcConfig, Releaser<FcConfigDestroy>>;

struct Sink {
  PictureBytes take;
  void* context;
};

PictureOutcome not_rendered(const Sink& sink, const char* reason) {
  sink.take(sink.context, reason, std::strlen(reason));
  return PictureOutcome::not_rendered;
}

PictureOutcome not_rendered(const Sink& sink, GError* error) {
  const PictureOutcome outcome = not_rendered(sink, error == nullptr ? "librsvg" : error->message);
  g_clear_error(&error);
  return outcome;
}

cairo_status_t write_piece(void* closure, const unsigned char* bytes, unsigned size) {
  const auto* sink = static_cast<const Sink*>(closure);
  sink->take(sink->context, reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

bool has_font() {
  const FontConfiguration fonts(FcInitLoadConfigAndFonts());
  const FcFontSet* installed = fonts ? FcConfigGetFonts(fonts.get(), FcSetSystem) : nullptr;
  return installed != nullptr && installed->nfont > 0;
}

PictureOutcome write_png(RsvgHandle* svg, double scale, Sink& sink) {
  double width = 0;
  double height = 0;
  if (rsvg_handle_get_intrinsic_size_in_pixels(svg, &width, &height) == 0)
    return not_rendered(sink, "no size");
  const RsvgRectangle page{0, 0, std::ceil(width * scale), std::ceil(height * scale)};
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(page.width),
                                                   static_cast<int>(page.height)));
  const Painter painter(cairo_create(surface.get()));
  GError* error = nullptr;
  if (rsvg_handle_render_document(svg, painter.get(), &page, &error) == 0) return not_rendered(sink, error);
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), write_piece, &sink);
  if (status != CAIRO_STATUS_SUCCESS) return not_rendered(sink, cairo_status_to_string(status));
  return PictureOutcome::rendered;
}

PictureOutcome render_png(const char* text, std::size_t size, double scale, PictureBytes take,
                          void* context) {
  Sink sink{take, context};
  if (!has_font()) return PictureOutcome::no_font;
  GError* error = nullptr;
  const SvgHandle svg(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(text), size, &error));
  return svg ? write_png(svg.get(), scale, sink) : not_rendered(sink, error);
}

}  // namespace
}  // namespace preshift

extern "C" const preshift::PictureModule* preshift_picture_module() {
  static const preshift::PictureModule s_module{preshift::k_picture_module_version, &preshift::has_font,
                                                &preshift::render_png};
  return &s_module;
}
