#pragma once

#include "circumstances.hpp"
#include "evaluation.hpp"
#include "profile.hpp"
#include "text.hpp"

#include <optional>
#include <string>

namespace preshift {

/// Speaks with the agent on standard error and standard input.

/// Asks at the terminal what manual rules ask of the agent that apply and have no answer yet, and adds the
/// answers; each may be left open. They are by the fact `agent`, else by `agent_id` where the employer gave
/// one, else by what the agent types.
void ask_manual_rules(const Profile& profile, Language language, const std::optional<std::string>& agent_id,
                      Circumstances& circumstances);

/// Shows which rules are worth measuring again (mending.hpp) and what mends them, and waits for a line on
/// standard input. False when it is "n", "no" or "non", or when there is none.
[[nodiscard]] bool wants_to_measure_again(const Evaluation& evaluation, int left, Language language);

}  // namespace preshift
