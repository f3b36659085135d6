#pragma once

#include "sensing.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace preshift {

/// A room that was enrolled.
struct EnrolmentReport {
  std::vector<SourceOpened> sources;
  std::optional<Confined> confined;
  DoorProposed door;                ///< the outline that was agreed on
  std::vector<std::uint8_t> bytes;  ///< of the room's file (docs/room-file.md)
};

/// Enrols a room by `preshift-sense`. `answers` is asked at each step where the request says `ask`.
[[nodiscard]] Result<EnrolmentReport> run_enrolment(const SensingRequest& request,
                                                    const EventListener& listener,
                                                    const EnrolmentAnswers& answers);

}  // namespace preshift
