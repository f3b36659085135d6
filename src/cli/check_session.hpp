#pragma once

#include "arguments.hpp"
#include "check.hpp"
#include "saved_check.hpp"

#include <vector>

namespace preshift {

/// One check as the command line asks for it: what `preshift check` and others that check do alike.

/// Which sensors and which room, without when they are listened to.
[[nodiscard]] Result<SensingRequest> check_sources(const Arguments& arguments);

/// Whether the acoustic challenge is asked for, whatever the profile says.
[[nodiscard]] bool wants_challenge(const Arguments& arguments);

/// Which sensors, how long, by which scales and in which circumstances.
[[nodiscard]] Result<CheckRequest> check_request(const Arguments& arguments, const Profile& profile);

/// Whether somebody is at a terminal to answer questions.
[[nodiscard]] bool can_ask();

/// How often a check that is not cleared may measure again: --again, else thrice when a person watches a live
/// check.
[[nodiscard]] Result<int> most_repeats(const Arguments& arguments, const CheckRequest& request);

/// Measures, shows how it goes on standard error, and measures again as long as something keeps the workspace
/// from being cleared that can be mended (mending.hpp), and the agent wants to. The report is of the last
/// attempt, and goes into the agent's own history (history_store.hpp); all go to `attempts`, where there is
/// one.
[[nodiscard]] CheckReport check_until_mended(const CheckRequest& request, const Profile& profile, int repeats,
                                             Language language, std::vector<Attempt>* attempts = nullptr);

}  // namespace preshift
