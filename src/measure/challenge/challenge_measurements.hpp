#pragma once

#include "challenge_listener.hpp"
#include "measurement.hpp"

#include <optional>

namespace preshift {

/// `challenge.heard`, `challenge.score` and `challenge.threshold`. What was not heard is unknown, with what
/// an agent can do: a muted loudspeaker is no proof of a recording. `doubt`: why hearing it may prove
/// nothing.
[[nodiscard]] Measurements challenge_measurements(const ChallengeFindings& findings,
                                                  const std::optional<Message>& doubt);

/// The same when no challenge was played.
[[nodiscard]] Measurements no_challenge(const Message& reason);

}  // namespace preshift
