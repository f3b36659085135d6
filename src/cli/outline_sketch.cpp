#include "outline_sketch.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace preshift {
namespace {

constexpr int k_narrowest = 24;
constexpr int k_widest = 76;
constexpr int k_most_rows = 40;

class Canvas {
 public:
  Canvas(int columns, int rows)
      : m_columns(columns),
        m_lines(static_cast<std::size_t>(rows), std::string(static_cast<std::size_t>(columns), ' ')) {}

  /// Both ends in cells; what lies outside is left out.
  void line(double x0, double y0, double x1, double y1) {
    const int steps = static_cast<int>(std::ceil(2 * std::max(std::abs(x1 - x0), std::abs(y1 - y0)))) + 1;
    for (int i = 0; i <= steps; ++i) {
      const double part = static_cast<double>(i) / steps;
      mark(x0 + part * (x1 - x0), y0 + part * (y1 - y0));
    }
  }

  [[nodiscard]] std::string framed() const {
    const std::string edge = "  +" + std::string(static_cast<std::size_t>(m_columns), '-') + "+\n";
    std::string text = edge;
    for (const std::string& line : m_lines) text += "  |" + line + "|\n";
    return text + edge;
  }

 private:
  void mark(double x, double y) {
    const auto column = static_cast<long>(std::floor(x));
    const auto row = static_cast<long>(std::floor(y));
    if (column < 0 || column >= m_columns || row < 0 || row >= static_cast<long>(m_lines.size())) return;
    m_lines[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = '#';
  }

  int m_columns;
  std::vector<std::string> m_lines;
};

}  // namespace

std::string outline_sketch(const DoorProposed& door, int width) {
  if (door.width <= 0 || door.height <= 0 || door.outline.empty()) return {};
  const int columns = std::clamp(width, k_narrowest, k_widest);
  const double cell_width = static_cast<double>(door.width) / columns;
  const int rows = std::clamp(static_cast<int>(std::lround(door.height / (2 * cell_width))), 1, k_most_rows);
  const double cell_height = static_cast<double>(door.height) / rows;
  // A corner on the picture's far edge still belongs to the last cell.
  const auto column_of = [&](const PicturePoint& point) {
    return std::min(point.x / cell_width, columns - 0.01);
  };
  const auto row_of = [&](const PicturePoint& point) { return std::min(point.y / cell_height, rows - 0.01); };
  Canvas canvas(columns, rows);
  for (std::size_t i = 0; i < door.outline.size(); ++i) {
    const PicturePoint& from = door.outline[i];
    const PicturePoint& to = door.outline[(i + 1) % door.outline.size()];
    canvas.line(column_of(from), row_of(from), column_of(to), row_of(to));
  }
  return canvas.framed();
}

}  // namespace preshift
