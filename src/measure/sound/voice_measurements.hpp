#pragma once

#include "measurement.hpp"
#include "voice_findings.hpp"

#include <optional>

namespace preshift {

/// The measures `voice.*`, levels in dBFS. `no_sound`: why there is nothing to tell them from. `doubt`: why
/// the sound may not be that of the room.
[[nodiscard]] Measurements voice_measurements(const VoiceFindings& findings,
                                              const std::optional<Message>& no_sound,
                                              const std::optional<Message>& doubt);

}  // namespace preshift
