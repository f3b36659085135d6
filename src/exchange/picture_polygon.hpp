#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A point of a picture in pixels: x to the right, y down, from the picture's upper left corner.
struct PicturePoint {
  double x = 0;
  double y = 0;

  friend bool operator==(const PicturePoint&, const PicturePoint&) = default;
};

/// A polygon in a picture, its corners in order around it.
using PicturePolygon = std::vector<PicturePoint>;

inline constexpr std::size_t k_most_corners = 32;

/// "x1,y1,x2,y2,x3,y3" and more, to a tenth of a pixel.
[[nodiscard]] std::string to_text(const PicturePolygon& polygon);

/// The polygon in such a text: 3 to k_most_corners corners, each number finite and within ±100,000. Blanks
/// after a comma are allowed.
[[nodiscard]] std::optional<PicturePolygon> polygon_in(std::string_view text);

}  // namespace preshift
