#pragma once

#include "draw.hpp"
#include "measurement.hpp"
#include "workforce.hpp"

#include <chrono>

namespace preshift {

/// How it is around an agent at one check.
struct Surroundings {
  double background_dba = 0;
  double voice_dba = 0;
  bool is_calibrated = false;
  bool is_muted = false;      ///< the microphone delivers digital silence
  bool is_processed = false;  ///< its noise suppression is on
  bool is_misread = false;    ///< the sentence was not heard
  bool is_covered = false;    ///< the camera
  bool is_enrolled = false;   ///< the room
  bool is_door_open = false;
  bool is_camera_moved = false;
  int others = 0;           ///< people in view besides the agent
  double other_speech = 0;  ///< percent of the silent phase
  int child_events = 0;
  int dog_events = 0;
  int cat_events = 0;
  int door_events = 0;
  double television_seconds = 0;
  double machine_seconds = 0;
};

/// Those of this agent at this moment: season, weekday, hour and the weeks in which something is wrong make
/// them, and chance.
[[nodiscard]] Surroundings drawn_surroundings(const Agent& agent, const Site& site,
                                              std::chrono::sys_seconds at, Draw& draw);

/// What a check measures there, of all that the shipped profiles ask for and of the sensors themselves, in
/// the catalogue's order.
[[nodiscard]] Measurements drawn_measurements(const Surroundings& around, Draw& draw);

}  // namespace preshift
