#pragma once

#include "event.hpp"
#include "text.hpp"

#include <string>

namespace preshift {

/// What the agent is asked to do now: whole lines; nothing for a pause.
[[nodiscard]] std::string phase_prompt(const PhaseBegun& begun, Language language);

}  // namespace preshift
