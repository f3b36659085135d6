#pragma once

#include "sound_class.hpp"
#include "text.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// What a label was given in one window.
struct HeardLabel {
  std::string name;
  double probability = 0;
};

/// The moment at which a class was most likely.
struct HeardMoment {
  double from_s = 0;  ///< since the beginning of the silent phase
  double to_s = 0;
  std::vector<HeardLabel> labels;  ///< the most probable ones then, at most three
  std::optional<double>
      above_background_db;  ///< of its event: LAFmax less LAF90 of the whole; none without an event
};

/// What was heard of one class.
struct HeardClass {
  bool is_known =
      false;  ///< whether the network has a label of this class; without one nothing below says anything
  double seconds = 0;              ///< in steps of half a second
  double seconds_uncertainty = 0;  ///< how far it goes when the threshold moves by k_event_doubt; half a step
                                   ///< at least once anything was heard
  double events = 0;
  double events_uncertainty = 0;
  HeardMoment most;
};

/// What was heard in the silent phase or, when nothing can be told, why.
struct HearingFindings {
  std::optional<Message> unknown;
  std::array<HeardClass, k_sound_classes.size()> classes;
};

}  // namespace preshift
