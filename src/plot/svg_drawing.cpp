#include "svg_drawing.hpp"

#include "utf8.hpp"
#include "xml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <numbers>

namespace preshift {
namespace {

// The first that is installed; the last one every system knows.
constexpr std::string_view k_fonts = "DejaVu Sans, Liberation Sans, Segoe UI, Arial, Helvetica, sans-serif";

/// A hundredth of a pixel is finer than any printer.
std::string number(double value) {
  return render_number(value, 2, Language::english);
}

bool drawable(std::initializer_list<double> values) {
  constexpr double k_farthest = 1e6;
  return std::all_of(values.begin(), values.end(), [](double v) { return std::abs(v) <= k_farthest; });
}

bool drawable(const Point& point) {
  return drawable({point.x, point.y});
}

bool drawable(const Box& box) {
  return drawable({box.left, box.top, box.width, box.height}) && box.width >= 0 && box.height >= 0;
}

std::string attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, value);
}

std::string attribute(std::string_view name, double value) {
  return attribute(name, number(value));
}

std::string stroke_attributes(const Stroke& stroke) {
  return attribute("stroke", stroke.colour) + attribute("stroke-width", stroke.width) +
         (stroke.dashes.empty() ? "" : attribute("stroke-dasharray", stroke.dashes));
}

std::string line_attributes(Point from, Point to) {
  return attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x) + attribute("y2", to.y);
}

std::string box_attributes(const Box& box) {
  return attribute("x", box.left) + attribute("y", box.top) + attribute("width", box.width) +
         attribute("height", box.height);
}

std::string view_box(const Box& box) {
  return fmt::format("{} {} {} {}", number(box.left), number(box.top), number(box.width), number(box.height));
}

std::string point_list(std::span<const Point> points) {
  std::string list;
  for (const Point& point : points)
    list += fmt::format("{}{},{}", list.empty() ? "" : " ", number(point.x), number(point.y));
  return list;
}

/// The lines x + y = c, or x - y = c, of all c that are multiples of one distance, within the box.
std::string hatch_path(const Box& box, const Hatch& hatch) {
  const double sign = hatch.rising ? 1 : -1;
  const double distance = hatch.spacing * std::numbers::sqrt2;
  const double low_y = hatch.rising ? box.top : -box.bottom();
  const double high_y = hatch.rising ? box.bottom() : -box.top;
  std::string path;
  const double first = std::ceil((box.left + low_y) / distance);
  const auto lines = static_cast<int>(std::ceil((box.right() + high_y) / distance) - first);
  for (int line = 0; line < lines; ++line) {
    const double c = (first + line) * distance;
    const double from = std::max(box.left, c - high_y);
    const double to = std::min(box.right(), c - low_y);
    path += fmt::format("M{} {}L{} {}", number(from), number(sign * (c - from)), number(to),
                        number(sign * (c - to)));
  }
  return path;
}

std::string_view anchor_name(Anchor anchor) {
  switch (anchor) {
    case Anchor::start:
      return "start";
    case Anchor::middle:
      return "middle";
    case Anchor::end:
      break;
  }
  return "end";
}

}  // namespace

SvgDrawing::SvgDrawing(double width, double height, Language language, std::string_view title,
                       std::string_view description) {
  const Box page{0, 0, width, height};
  m_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg" +
           attribute("xmlns", "http://www.w3.org/2000/svg") + attribute("width", width) +
           attribute("height", height) + attribute("viewBox", view_box(page)) + attribute("role", "img") +
           attribute("xml:lang", language == Language::french ? "fr" : "en") +
           attribute("font-family", k_fonts) + ">\n";
  m_head += fmt::format("<title>{}</title>\n<desc>{}</desc>\n", xml_text(title), xml_text(description));
  box(page, "#ffffff");
}

void SvgDrawing::begin_group(std::string_view name) {
  m_body += "<g" + attribute("class", xml_text(name)) + ">\n";
}

void SvgDrawing::end_group() {
  m_body += "</g>\n";
}

// A nested picture with the same coordinates: it clips without an id, which another drawing might have too.
void SvgDrawing::begin_clip(const Box& box) {
  const Box safe = drawable(box) ? box : Box{};
  m_body += "<svg" + box_attributes(safe) + attribute("viewBox", view_box(safe)) + ">\n";
}

void SvgDrawing::end_clip() {
  m_body += "</svg>\n";
}

void SvgDrawing::line(Point from, Point to, const Stroke& stroke) {
  if (drawable(from) && drawable(to))
    m_body += "<line" + line_attributes(from, to) + stroke_attributes(stroke) + "/>\n";
}

void SvgDrawing::polyline(std::span<const Point> points, const Stroke& stroke) {
  auto begin = points.begin();
  while (begin != points.end()) {
    const auto end = std::find_if_not(begin, points.end(), [](const Point& p) { return drawable(p); });
    run({begin, end}, stroke);
    begin = end == points.end() ? end : std::next(end);
  }
}

void SvgDrawing::run(std::span<const Point> points, const Stroke& stroke) {
  if (points.size() < 2) return;
  m_body += "<polyline" + attribute("points", point_list(points)) + attribute("fill", "none") +
            attribute("stroke-linejoin", "round") + stroke_attributes(stroke) + "/>\n";
}

void SvgDrawing::area(std::span<const Point> outline, std::string_view fill) {
  const bool whole = std::all_of(outline.begin(), outline.end(), [](const Point& p) { return drawable(p); });
  if (whole && outline.size() > 2)
    m_body += "<polygon" + attribute("points", point_list(outline)) + attribute("fill", fill) + "/>\n";
}

void SvgDrawing::box(const Box& box, std::string_view fill) {
  if (drawable(box)) m_body += "<rect" + box_attributes(box) + attribute("fill", fill) + "/>\n";
}

void SvgDrawing::frame(const Box& box, const Stroke& stroke) {
  if (drawable(box))
    m_body += "<rect" + box_attributes(box) + attribute("fill", "none") + stroke_attributes(stroke) + "/>\n";
}

void SvgDrawing::words(Point at, std::string_view text, const Lettering& lettering) {
  if (!drawable(at) || text.empty()) return;
  std::string attributes = attribute("x", at.x) + attribute("y", at.y) +
                           attribute("font-size", lettering.size) + attribute("fill", lettering.colour);
  if (lettering.anchor != Anchor::start)
    attributes += attribute("text-anchor", anchor_name(lettering.anchor));
  if (lettering.bold) attributes += attribute("font-weight", "bold");
  if (lettering.halo)
    attributes += stroke_attributes({"#ffffff", 4}) + attribute("stroke-linejoin", "round") +
                  attribute("paint-order", "stroke");
  if (lettering.upwards)
    attributes += attribute("transform", fmt::format("rotate(-90 {} {})", number(at.x), number(at.y)));
  m_body += "<text" + attributes + ">" + xml_text(text) + "</text>\n";
}

void SvgDrawing::hatch(const Box& area, const Hatch& hatch) {
  if (!drawable(area)) return;
  box(area, hatch.ground);
  const std::string path = hatch_path(area, hatch);
  if (!path.empty())
    m_body += "<path" + attribute("d", path) + stroke_attributes({hatch.colour, hatch.width}) + "/>\n";
}

std::string SvgDrawing::svg() const {
  return m_head + m_body + "</svg>\n";
}

}  // namespace preshift
