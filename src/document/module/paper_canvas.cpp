#include "paper_canvas.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace preshift::paper {
namespace {

constexpr const char* k_fonts = "DejaVu Sans, Liberation Sans, Arial, Helvetica, Sans";
constexpr const char* k_typed_fonts = "DejaVu Sans Mono, Liberation Mono, Courier New, Monospace";
constexpr double k_typed_scale = 0.92;
constexpr float k_line_spacing = 1.32F;

double points(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

void set_ink(cairo_t* cairo, Ink ink) {
  const auto part = [&](unsigned shift) { return static_cast<double>((ink >> shift) & 0xFFU) / 255; };
  cairo_set_source_rgb(cairo, part(16), part(8), part(0));
}

/// Letters as they are designed, not as a screen would fit them to its pixels.
PangoContext* text_context(cairo_t* cairo, Language language) {
  PangoContext* context = pango_cairo_create_context(cairo);
  pango_cairo_context_set_resolution(context, 72);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, 0);
  pango_context_set_language(context, pango_language_from_string(language == Language::french ? "fr" : "en"));
  return context;
}

}  // namespace

double Words::height() const {
  int height = 0;
  pango_layout_get_size(m_layout.get(), nullptr, &height);
  return points(height);
}

double Words::widest_line() const {
  PangoRectangle extents;
  pango_layout_get_extents(m_layout.get(), nullptr, &extents);
  return points(extents.width);
}

void Words::set_typed(std::size_t begin, std::size_t end) {
  PangoAttrList* attributes = pango_attr_list_copy(pango_layout_get_attributes(m_layout.get()));
  for (PangoAttribute* attribute :
       {pango_attr_family_new(k_typed_fonts), pango_attr_scale_new(k_typed_scale)}) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(attributes, attribute);
  }
  pango_layout_set_attributes(m_layout.get(), attributes);
  pango_attr_list_unref(attributes);
}

Canvas::Canvas(cairo_write_func_t write, void* closure, Language language, std::string footer,
               Fitting fitting)
    : m_surface(cairo_pdf_surface_create_for_stream(write, closure, k_page_width, k_page_height)),
      m_cairo(cairo_create(m_surface.get())),
      m_context(text_context(m_cairo.get(), language)),
      m_footer(std::move(footer)),
      m_fitting(fitting) {
  cairo_pdf_surface_restrict_to_version(m_surface.get(), CAIRO_PDF_VERSION_1_5);
}

Canvas::~Canvas() = default;

void Canvas::require(double height) {
  if (y + height > k_bottom && !is_at_top()) new_page();
}

void Canvas::new_page() {
  draw_footer();
  cairo_show_page(m_cairo.get());
  ++m_page;
  y = k_top;
}

void Canvas::skip(double height) {
  if (!is_at_top()) y += gap(height);
}

Words Canvas::laid_out(std::string_view text, const Lettering& lettering) const {
  PangoLayout* layout = pango_layout_new(m_context.get());
  PangoFontDescription* font = pango_font_description_from_string(k_fonts);
  pango_font_description_set_size(
      font, static_cast<int>(std::lround(lettering.size * m_fitting.scale * PANGO_SCALE)));
  pango_font_description_set_weight(font, lettering.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0));
  // Ligatures would be found by no search for the letters.
  pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_line_spacing(layout, k_line_spacing);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  return Words(layout);
}

Words Canvas::words(std::string_view text, const Lettering& lettering, double width, Align align,
                    double most_height) const {
  Words words = laid_out(text, lettering);
  PangoLayout* layout = words.layout();
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_height(layout, static_cast<int>(most_height * PANGO_SCALE));
  pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  return words;
}

double Canvas::natural_width(std::string_view text, const Lettering& lettering) const {
  return std::ceil(laid_out(text, lettering).widest_line()) + 1;
}

double Canvas::longest_word(std::string_view text, const Lettering& lettering) const {
  const Words words = laid_out(text, lettering);
  pango_layout_set_wrap(words.layout(), PANGO_WRAP_WORD);
  pango_layout_set_width(words.layout(), 0);
  return std::ceil(words.widest_line()) + 1;
}

void Canvas::draw(const Words& words, Ink ink, double x, double top) {
  set_ink(m_cairo.get(), ink);
  cairo_move_to(m_cairo.get(), x, top);
  pango_cairo_show_layout(m_cairo.get(), words.layout());
}

void Canvas::flow(const Words& words, Ink ink, double x) {
  const double height = words.height();
  const int lines = pango_layout_get_line_count(words.layout());
  const double each = lines > 0 ? height / lines : height;
  constexpr int k_fewest_lines = 2;
  require(std::min(lines, k_fewest_lines) * each);
  PangoLayoutIter* line = pango_layout_get_iter(words.layout());
  begin("P");
  double top_of_part = 0;  // in the layout
  double top_on_page = y;
  for (int number = 0; number < lines; ++number) {
    PangoRectangle extents;
    pango_layout_iter_get_line_extents(line, nullptr, &extents);
    const double offset = number * each;
    if (top_on_page + offset - top_of_part + each > k_bottom + 1) {
      end("P");
      new_page();
      begin("P");
      top_of_part = offset;
      top_on_page = y;
    }
    set_ink(m_cairo.get(), ink);
    cairo_move_to(m_cairo.get(), x + points(extents.x),
                  top_on_page - top_of_part + points(pango_layout_iter_get_baseline(line)));
    pango_cairo_show_layout_line(m_cairo.get(), pango_layout_iter_get_line_readonly(line));
    y = top_on_page + offset - top_of_part + each;
    pango_layout_iter_next_line(line);
  }
  end("P");
  pango_layout_iter_free(line);
}

void Canvas::box(double x, double top, double width, double height, Ink ink) {
  set_ink(m_cairo.get(), ink);
  cairo_rectangle(m_cairo.get(), x, top, width, height);
  cairo_fill(m_cairo.get());
}

void Canvas::rule(double top, double thickness, Ink ink) {
  box(k_left, top, k_width, thickness, ink);
}

bool Canvas::picture(const std::string& svg, double x, double width, double height) {
  const std::unique_ptr<RsvgHandle, Releaser<g_object_unref>> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
  if (!handle) return false;
  const RsvgRectangle place{x, y, width, height};
  return rsvg_handle_render_document(handle.get(), m_cairo.get(), &place, nullptr) != 0;
}

void Canvas::begin(const char* tag) {
  cairo_tag_begin(m_cairo.get(), tag, nullptr);
}

void Canvas::end(const char* tag) {
  cairo_tag_end(m_cairo.get(), tag);
}

void Canvas::outline(int level, const std::string& words) {
  if (words.empty()) return;
  const std::string place = fmt::format("page={} pos=[{} {}]", m_page, std::lround(k_left), std::lround(y));
  const int parent = level > 2 ? m_outline_parent : CAIRO_PDF_OUTLINE_ROOT;
  const int id = cairo_pdf_surface_add_outline(m_surface.get(), parent, words.c_str(), place.c_str(),
                                               CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (level <= 2) m_outline_parent = id;
}

void Canvas::metadata(const std::string& title) {
  cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_CREATOR, "Preshift");
}

void Canvas::draw_footer() {
  const std::string number = m_fitting.pages > 0 ? fmt::format("{} / {}", m_page, m_fitting.pages) : "0 / 0";
  constexpr double k_room_for_number = 60;
  constexpr double k_one_line = 0;  // pango: no line more than the first
  const Words left = words(m_footer, k_footer_letters, k_width - k_room_for_number, Align::left, k_one_line);
  draw(left, k_soft, k_left, k_footer);
  draw(words(number, k_footer_letters, k_room_for_number, Align::right), k_soft,
       k_left + k_width - k_room_for_number, k_footer);
  rule(k_footer - 8, 0.5, k_line);
}

std::optional<std::string> Canvas::finish() {
  draw_footer();
  cairo_show_page(m_cairo.get());
  const cairo_status_t drawn = cairo_status(m_cairo.get());
  cairo_surface_finish(m_surface.get());
  const cairo_status_t written = cairo_surface_status(m_surface.get());
  for (const cairo_status_t status : {drawn, written})
    if (status != CAIRO_STATUS_SUCCESS) return cairo_status_to_string(status);
  return std::nullopt;
}

}  // namespace preshift::paper
