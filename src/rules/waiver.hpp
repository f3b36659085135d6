#pragma once

#include "place.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// Somebody's word that a rule need not pass, for an agent, a site, or an agent at a site; at least one of
/// the two is there.
struct Waiver {
  std::string rule;
  std::optional<std::string> agent;
  std::optional<std::string> site;
  std::string justification;
  std::string approver;
  std::chrono::sys_seconds from{};   ///< from the beginning of time, when the file says nothing
  std::chrono::sys_seconds until{};  ///< holds before this moment
  Place place;
};

/// What becomes of a waiver in one check.
enum class WaiverState {
  counts,      ///< the rule did not pass, and that is waived
  not_needed,  ///< the rule passed, or has no say here
  expired,
  not_yet_valid,
  other_agent,   ///< it is for another agent than the fact `agent`, or that is not given
  other_site,    ///< likewise
  not_waivable,  ///< the profile forbids it
};

/// The names above, as in JSON.
[[nodiscard]] std::string_view to_string(WaiverState state);

struct WaiverEvaluation {
  Waiver waiver;
  WaiverState state = WaiverState::not_needed;
};

}  // namespace preshift
