#pragma once

#include "arguments.hpp"
#include "circumstances.hpp"
#include "profile.hpp"
#include "sensing_request.hpp"

#include <chrono>

namespace preshift {

/// The profile that --rules names, a file or a shipped one (default: standard), with what --set says.
[[nodiscard]] Result<Profile> chosen_profile(const Arguments& arguments);

/// What a check is judged by beside its measurements: --facts, --fact, --waivers, --answers, and what the
/// check itself knows: whether it is live, whether a room is enrolled, and the local time and weekday of
/// `now`, unless these are given.
[[nodiscard]] Result<Circumstances> circumstances_of(const Arguments& arguments, const Profile& profile,
                                                     const SensingRequest& sensing,
                                                     std::chrono::system_clock::time_point now);

}  // namespace preshift
