#include "picture_polygon.hpp"

#include <charconv>
#include <cmath>
#include <iterator>

namespace preshift {
namespace {

constexpr double k_farthest = 100'000;

std::optional<double> coordinate_in(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || !(std::abs(value) <= k_farthest)) return std::nullopt;
  return value;
}

std::string tenths(double value) {
  char digits[32];
  const auto [end, error] =
      std::to_chars(std::begin(digits), std::end(digits), value, std::chars_format::fixed, 1);
  std::string text(digits, end);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

}  // namespace

std::string to_text(const PicturePolygon& polygon) {
  std::string text;
  for (const PicturePoint& corner : polygon) {
    if (!text.empty()) text += ',';
    text += tenths(corner.x) + ',' + tenths(corner.y);
  }
  return text;
}

std::optional<PicturePolygon> polygon_in(std::string_view text) {
  std::vector<double> numbers;
  while (numbers.size() < 2 * k_most_corners + 1) {
    const std::size_t comma = text.find(',');
    const auto number = coordinate_in(text.substr(0, comma));
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
  }
  const bool fits = numbers.size() % 2 == 0 && numbers.size() >= 6 && numbers.size() <= 2 * k_most_corners;
  if (!fits) return std::nullopt;
  PicturePolygon polygon;
  for (std::size_t i = 0; i < numbers.size(); i += 2) polygon.push_back({numbers[i], numbers[i + 1]});
  return polygon;
}

}  // namespace preshift
