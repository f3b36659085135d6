#pragma once

#include "hearing_findings.hpp"
#include "measurement.hpp"

#include <optional>

namespace preshift {

/// The measures `sound.CLASS.seconds` and `sound.CLASS.events` of every class. `no_sound`: why there is
/// nothing to hear. `doubt`: why the sound may not be that of the room.
[[nodiscard]] Measurements hearing_measurements(const HearingFindings& findings,
                                                const std::optional<Message>& no_sound,
                                                const std::optional<Message>& doubt);

}  // namespace preshift
