#pragma once

#include "paper_style.hpp"
#include "text.hpp"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace preshift::paper {

template <auto release>
struct Releaser {
  template <class T>
  void operator()(T* object) const {
    release(object);
  }
};

/// Words laid out in lines.
class Words {
 public:
  explicit Words(PangoLayout* layout) : m_layout(layout) {}

  [[nodiscard]] double height() const;
  [[nodiscard]] double widest_line() const;
  [[nodiscard]] PangoLayout* layout() const { return m_layout.get(); }

  /// Letters of one width, as of what is typed, for those bytes.
  void set_typed(std::size_t begin, std::size_t end);

 private:
  std::unique_ptr<PangoLayout, Releaser<g_object_unref>> m_layout;
};

enum class Align { left, right };

struct Fitting {
  int pages = 0;     ///< how many there will be, for the footers; 0: not known yet
  double scale = 1;  ///< of the letters, 0.5 to 1
};

/// Pages of A4 as PDF, written from top to bottom: `y` says how far. Text stays text, what is drawn stays
/// vectors.
class Canvas {
 public:
  /// The pages' bytes go to `write`.
  Canvas(cairo_write_func_t write, void* closure, Language language, std::string footer, Fitting fitting);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  double y = k_top;

  /// A distance between blocks, lines or the edge of a box. It shrinks twice as much as the letters.
  [[nodiscard]] double gap(double height) const { return height * (2 * m_fitting.scale - 1); }

  [[nodiscard]] bool is_at_top() const { return y <= k_top; }
  /// A new page, unless so much fits on this one or nothing stands on it yet.
  void require(double height);
  void new_page();
  /// A gap, except at the top of a page.
  void skip(double height);

  /// Lines of that width, at most as high as a page; what is longer ends with an ellipsis.
  [[nodiscard]] Words words(std::string_view text, const Lettering& lettering, double width,
                            Align align = Align::left, double most_height = k_height) const;
  /// Without an end of the line, to be measured.
  [[nodiscard]] double natural_width(std::string_view text, const Lettering& lettering) const;
  /// The width below which a word would be cut in two.
  [[nodiscard]] double longest_word(std::string_view text, const Lettering& lettering) const;

  void draw(const Words& words, Ink ink, double x, double top);
  /// From y downwards, over as many pages as it takes, no line alone on one.
  void flow(const Words& words, Ink ink, double x);
  void box(double x, double top, double width, double height, Ink ink);
  void rule(double top, double width, Ink ink);

  /// SVG of this size, scaled to a width. False when it is none.
  [[nodiscard]] bool picture(const std::string& svg, double x, double width, double height);

  /// A piece of the document's structure, for a screen reader. Ends on the page on which it began.
  void begin(const char* tag);
  void end(const char* tag);
  /// A line of the contents that leads here; of level 2 or 3.
  void outline(int level, const std::string& words);
  void metadata(const std::string& title);

  /// Writes the last page. The reason of a failure, or nothing.
  [[nodiscard]] std::optional<std::string> finish();
  [[nodiscard]] int pages() const { return m_page; }

 private:
  void draw_footer();
  [[nodiscard]] Words laid_out(std::string_view text, const Lettering& lettering) const;

  std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>> m_surface;
  std::unique_ptr<cairo_t, Releaser<cairo_destroy>> m_cairo;
  std::unique_ptr<PangoContext, Releaser<g_object_unref>> m_context;
  std::string m_footer;
  Fitting m_fitting;
  int m_page = 1;
  int m_outline_parent = 0;
};

}  // namespace preshift::paper
