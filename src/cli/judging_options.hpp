#pragma once

#include "arguments.hpp"
#include "circumstances.hpp"
#include "profile.hpp"
#include "sensing_request.hpp"

#include <chrono>

namespace preshift {

/// What `preshift check` is told to judge by.

/// The profile of --rules, a shipped name or a file (default: standard), its parameters as --set says.
[[nodiscard]] Result<Profile> chosen_profile(const Arguments& arguments);

/// The same for a profile that is named otherwise than by --rules; `set_option` names its parameters.
[[nodiscard]] Result<Profile> named_profile(const std::string& file_or_name, const Arguments& arguments,
                                            const std::string& set_option = "--set");

/// The facts that a check tells of itself: capture (live when every source is a device), room (enrolled when
/// one is given) and, of a live check alone, the local time and weekday: when a recording was made is not
/// known.
[[nodiscard]] Facts own_facts(const SensingRequest& sensing, std::chrono::sys_seconds now);

/// --facts, over it --fact, then --waivers and --answers. Refuses facts that the check tells itself, unless
/// they say the same.
[[nodiscard]] Result<Circumstances> given_circumstances(const Arguments& arguments, const Profile& profile,
                                                        const SensingRequest& sensing,
                                                        std::chrono::sys_seconds now);

}  // namespace preshift
