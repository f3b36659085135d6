#pragma once

#include "picture_polygon.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// What a person says when an enrolment waits, one line on the standard input of `preshift-sense`: "go" to go
/// on, or "door x1,y1,x2,y2,..." for another outline than the one proposed.
struct EnrolmentAnswer {
  std::optional<PicturePolygon> door;  ///< none: go on
};

[[nodiscard]] inline std::string to_line(const EnrolmentAnswer& answer) {
  return answer.door ? "door " + to_text(*answer.door) : "go";
}

/// The answer in this line, or nullopt when it is none.
[[nodiscard]] inline std::optional<EnrolmentAnswer> answer_in(std::string_view line) {
  constexpr std::string_view k_door = "door ";
  if (line == "go") return EnrolmentAnswer{};
  if (!line.starts_with(k_door)) return std::nullopt;
  auto outline = polygon_in(line.substr(k_door.size()));
  if (!outline) return std::nullopt;
  return EnrolmentAnswer{std::move(outline)};
}

}  // namespace preshift
