#include "enrol_options.hpp"

#include "cli_texts.hpp"

#include <chrono>

namespace preshift {
namespace {

/// A camera waits while a person walks to the door and back.
constexpr std::chrono::minutes k_camera_window{30};

Result<void> take_source(const Arguments& arguments, SensingRequest& request) {
  const auto closed = arguments.value("--closed");
  const auto open = arguments.value("--open");
  if (closed.has_value() != open.has_value())
    return unusable_input(cli_text("cli.both_needed"), "--closed", "--open");
  if (closed && arguments.has("--camera"))
    return unusable_input(cli_text("cli.both_given"), "--closed", "--camera");
  if (closed) {
    request.pictures = Recorded{*closed};
    request.enrolment.open_door = Recorded{*open};
  } else {
    request.pictures = Device{arguments.value("--camera").value_or("")};
    request.window = k_camera_window;
  }
  return {};
}

Result<PicturePolygon> polygon_of(const std::string& option, const std::string& text) {
  auto polygon = polygon_in(text);
  if (!polygon) return unusable_input(cli_text("cli.bad_polygon"), option, text);
  return *polygon;
}

}  // namespace

Result<SensingRequest> enrolment_request(const Arguments& arguments, bool can_ask) {
  SensingRequest request;
  request.purpose = Purpose::enrol;
  if (auto taken = take_source(arguments, request); !taken) return Failure{taken.error()};
  if (const auto text = arguments.value("--door")) {
    auto door = polygon_of("--door", *text);
    if (!door) return Failure{door.error()};
    request.enrolment.door = std::move(*door);
  }
  const auto masks = arguments.all("--mask");
  if (masks.size() > k_most_masks)
    return unusable_input(cli_text("cli.too_many_masks"), static_cast<double>(k_most_masks));
  for (const std::string& text : masks) {
    auto mask = polygon_of("--mask", text);
    if (!mask) return Failure{mask.error()};
    request.enrolment.masks.push_back(std::move(*mask));
  }
  request.enrolment.ask = can_ask || !request.enrolment.open_door;
  return request;
}

}  // namespace preshift
