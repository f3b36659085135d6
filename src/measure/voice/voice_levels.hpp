#pragma once

#include "phase_tally.hpp"
#include "voice_findings.hpp"

#include <optional>

namespace preshift {

/// The findings from what was added up. `reading`: its windows with speech only. `reading_windows`: all of
/// that phase. `missing`: why nothing knows what is speech; the background is known all the same.
[[nodiscard]] VoiceFindings voice_findings(const PhaseTally& reading, std::size_t reading_windows,
                                           const PhaseTally& silence, const std::optional<Message>& missing);

}  // namespace preshift
