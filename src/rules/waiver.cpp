#include "waiver.hpp"

namespace preshift {

std::string_view to_string(WaiverState state) {
  switch (state) {
    case WaiverState::counts:
      return "counts";
    case WaiverState::not_needed:
      return "not_needed";
    case WaiverState::expired:
      return "expired";
    case WaiverState::not_yet_valid:
      return "not_yet_valid";
    case WaiverState::other_agent:
      return "other_agent";
    case WaiverState::other_site:
      return "other_site";
    case WaiverState::not_waivable:
      return "not_waivable";
  }
  return "";
}

}  // namespace preshift
