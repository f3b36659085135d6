#pragma once

#include "chain_findings.hpp"
#include "sound_observer.hpp"

#include <optional>

namespace preshift {

/// Why the sound is not as the microphone heard it: what the system says of its route, and what the sound
/// itself betrays. Nothing when there is no such sign.
[[nodiscard]] std::optional<Message> why_processed(const ChainFindings& findings,
                                                   const SoundDelivery& delivery);

/// The measures `chain.*`. `no_sound`: why there is nothing to tell the processing from.
[[nodiscard]] Measurements chain_measurements(const ChainFindings& findings, const SoundDelivery& delivery,
                                              const std::optional<Message>& no_sound);

}  // namespace preshift
