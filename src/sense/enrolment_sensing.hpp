#pragma once

#include "event_writer.hpp"
#include "picture_source.hpp"
#include "sensing_request.hpp"
#include "watchdog.hpp"

#include <istream>
#include <memory>

namespace preshift {

struct EnrolmentSources {
  std::unique_ptr<PictureSource> closed;
  std::unique_ptr<PictureSource> open;  ///< null where a camera shows both states one after the other
};

/// Takes pictures of the room with its door closed, then open, and writes the door's outline and the parts of
/// the room's file (DoorProposed, EnrolmentPart). Where the request says so it waits for an answer, a line
/// of `answers`, before it looks through a camera and once it has an outline; the end of these gives the
/// enrolment up. The pictures are freed before the
/// first part is written.
[[nodiscard]] Result<void> sense_enrolment(EnrolmentSources sources, const EnrolmentRequest& request,
                                           std::istream& answers, EventWriter& writer, Watchdog& watchdog);

}  // namespace preshift
