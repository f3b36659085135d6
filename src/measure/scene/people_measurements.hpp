#pragma once

#include "figures.hpp"
#include "measurement.hpp"
#include "movement.hpp"
#include "presence.hpp"

#include <optional>
#include <vector>

namespace preshift {

/// What was seen of people and pets in the usable pictures of a window.
struct PeopleSeries {
  Figures figures;
  MovementWatch movement;
  std::vector<Sighting> pets;  ///< of some of the pictures
};

/// people.* and movement.*; unknown for this reason where there is one.
[[nodiscard]] Measurements people_measurements(const PeopleSeries& people,
                                               const std::optional<Message>& reason);

/// pets.*
[[nodiscard]] Measurements pet_measurements(const PeopleSeries& people, const std::optional<Message>& reason);

}  // namespace preshift
