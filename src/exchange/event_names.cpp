#include "event_names.hpp"

namespace preshift {

std::string_view name_of(Sensor sensor) {
  return sensor == Sensor::microphone ? "microphone" : "camera";
}

std::string_view name_of(ProblemKind kind) {
  return kind == ProblemKind::unusable_input ? "unusable_input" : "device_failure";
}

std::string_view name_of(AbsenceKind kind) {
  switch (kind) {
    case AbsenceKind::unknown:
      return "unknown";
    case AbsenceKind::declined:
      return "declined";
    case AbsenceKind::failed:
      break;
  }
  return "failed";
}

std::string_view name_of(RouteKind kind) {
  switch (kind) {
    case RouteKind::unknown:
      return "unknown";
    case RouteKind::physical:
      return "physical";
    case RouteKind::monitor:
      return "monitor";
    case RouteKind::virtual_device:
      return "virtual";
    case RouteKind::filter:
      return "filter";
    case RouteKind::hands_free:
      break;
  }
  return "hands-free";
}

std::string_view name_of(Phase phase) {
  switch (phase) {
    case Phase::none:
      return "none";
    case Phase::reading:
      return "reading";
    case Phase::challenge:
      return "challenge";
    case Phase::silent:
      break;
  }
  return "silent";
}

std::string_view name_of(EnrolmentStep step) {
  switch (step) {
    case EnrolmentStep::door_closed:
      return "door_closed";
    case EnrolmentStep::door_open:
      return "door_open";
    case EnrolmentStep::outline:
      break;
  }
  return "outline";
}

}  // namespace preshift
