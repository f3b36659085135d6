#include "qr_drawing.hpp"

#include "xml_text.hpp"

#include <fmt/format.h>

namespace preshift {
namespace {

constexpr int k_pixels = 4;

const char* half_block(bool is_upper_drawn, bool is_lower_drawn) {
  if (is_upper_drawn) return is_lower_drawn ? "█" : "▀";
  return is_lower_drawn ? "▄" : " ";
}

}  // namespace

int qr_columns(const QrCode& code) {
  return code.modules() + 2 * k_quiet_zone;
}

std::string qr_half_blocks(const QrCode& code, bool colour) {
  const int end = code.modules() + k_quiet_zone;
  std::string text;
  for (int row = -k_quiet_zone; row < end; row += 2) {
    if (colour) text += "\x1b[30;107m";
    for (int column = -k_quiet_zone; column < end; ++column) {
      const bool upper = code.is_dark(column, row);
      const bool lower = code.is_dark(column, row + 1);
      const bool has_lower = row + 1 < end;
      text += colour ? half_block(upper, lower) : half_block(!upper, has_lower && !lower);
    }
    text += colour ? "\x1b[0m\n" : "\n";
  }
  return text;
}

std::string qr_svg(const QrCode& code, std::string_view title) {
  const int side = qr_columns(code) * k_pixels;
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{0}\" viewBox=\"0 0 {1} {1}\" "
      "shape-rendering=\"crispEdges\" role=\"img\">\n<title>{2}</title>\n<rect width=\"{1}\" height=\"{1}\" "
      "fill=\"#ffffff\"/>\n<path fill=\"#000000\" d=\"",
      side, qr_columns(code), xml_text(title));
  for (int row = 0; row < code.modules(); ++row)
    for (int column = 0; column < code.modules(); ++column)
      if (code.is_dark(column, row))
        svg += fmt::format("M{} {}h1v1h-1z", column + k_quiet_zone, row + k_quiet_zone);
  return svg + "\"/>\n</svg>\n";
}

}  // namespace preshift
