#pragma once

#include "text.hpp"

#include <span>
#include <string>
#include <string_view>

namespace preshift {

/// In pixels of the drawing; y grows downwards.
struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;

  [[nodiscard]] double right() const { return left + width; }
  [[nodiscard]] double bottom() const { return top + height; }
};

struct Stroke {
  std::string_view colour;
  double width = 1;
  std::string_view dashes{};  ///< as in stroke-dasharray; empty: solid
};

/// Parallel lines at 45 degrees, rising to the right or falling, upon a ground. They are drawn one by one and
/// not as a pattern, which renderers repeat slowly and know by an id that another drawing might have too. The
/// lines of neighbouring boxes meet.
struct Hatch {
  std::string_view colour;
  std::string_view ground = "#ffffff";
  double spacing = 5;  ///< from line to line, >= 1
  double width = 1;
  bool rising = true;
};

enum class Anchor { start, middle, end };

struct Lettering {
  double size = 13;
  Anchor anchor = Anchor::start;
  std::string_view colour = "#1a1a1a";
  bool bold = false;
  bool halo = false;  ///< a white outline, for words upon lines
  bool upwards = false;
};

/// An SVG 1.1 picture on white, written shape by shape. Whatever it is given, what comes out is well-formed:
/// words are escaped and made printable, and nothing is drawn at a coordinate that is not a finite number; a
/// polyline breaks there.
class SvgDrawing {
 public:
  /// Title and description are what a screen reader says of the picture.
  SvgDrawing(double width, double height, Language language, std::string_view title,
             std::string_view description);

  /// A group whose class is its name: for tests, for people who edit the picture.
  void begin_group(std::string_view name);
  void end_group();

  /// What follows is cut off at the box.
  void begin_clip(const Box& box);
  void end_clip();

  void line(Point from, Point to, const Stroke& stroke);
  void polyline(std::span<const Point> points, const Stroke& stroke);
  void area(std::span<const Point> outline, std::string_view fill);
  void box(const Box& box, std::string_view fill);
  void frame(const Box& box, const Stroke& stroke);
  void hatch(const Box& box, const Hatch& hatch);

  /// On the baseline at `at`.
  void words(Point at, std::string_view text, const Lettering& lettering);

  /// The whole document.
  [[nodiscard]] std::string svg() const;

 private:
  void run(std::span<const Point> points, const Stroke& stroke);

  std::string m_head;
  std::string m_body;
};

}  // namespace preshift
