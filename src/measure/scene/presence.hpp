#pragma once

#include "measurement.hpp"

#include <span>
#include <vector>

namespace preshift {

/// How many pictures in a row must show somebody who counts as being there: 1.5 s at two pictures a second.
/// In a window with fewer pictures it takes all of them.
inline constexpr std::size_t k_lasting_pictures = 3;

/// How many somethings, persons or pets, one picture shows.
struct Sighting {
  double seconds = 0;  ///< when, since the first picture; ascending
  int found = 0;
  int possible = 0;  ///< found, and those that the detector only suspects; never fewer than `found`
};

/// What the sightings of a window come to.
struct Presence {
  /// The highest number that lasts for k_lasting_pictures. U reaches further: to the number that lasts with
  /// those that are only suspected, and to a higher one in two pictures in a row, which may be somebody who
  /// passed.
  Quantity count;
  double count_seconds = 0;  ///< for how long at least that many were seen
  Quantity several_percent;  ///< share of the pictures with more than one
  Quantity several_seconds;  ///< for how long more than one was seen
};

/// `sightings`: in order of time, at least one. A number that one picture has and neither of its neighbours
/// is first replaced by the median of the three, at the ends by the lower of the two: a detector's slip looks
/// like that, a person does not. A
/// picture stands for the time until the next one, the last one for as long as the one before it, none for
/// more than a second; U of a duration is one such time.
[[nodiscard]] Presence presence_of(std::span<const Sighting> sightings);

/// The highest number that every picture of some run of `pictures` reaches, or of all where there are fewer.
/// `counts`: at least one.
[[nodiscard]] int lasting_count(std::span<const int> counts, std::size_t pictures);

/// For how long each picture stands, in seconds.
[[nodiscard]] std::vector<double> seconds_of_each(std::span<const double> times);

}  // namespace preshift
