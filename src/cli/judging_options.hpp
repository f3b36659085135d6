#pragma once

#include "arguments.hpp"
#include "circumstances.hpp"
#include "profile.hpp"
#include "saved_check.hpp"
#include "sensing_request.hpp"

#include <chrono>
#include <string>

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

/// --facts, over it --fact, then --waivers and --answers. `told`: the facts that the check tells itself,
/// which may not be given otherwise.
[[nodiscard]] Result<Circumstances> given_circumstances(const Arguments& arguments, const Profile& profile,
                                                        const Facts& told, std::chrono::sys_seconds now);

/// The same for the check that this file holds. Facts that were given to it count where they are not given
/// anew; so do answers, of questions that the profile still asks.
[[nodiscard]] Result<Circumstances> recorded_circumstances(const Arguments& arguments, const Profile& profile,
                                                           const SavedCheck& saved, const std::string& file);

}  // namespace preshift
