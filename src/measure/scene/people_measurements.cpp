#include "people_measurements.hpp"

#include "known_measures.hpp"
#include "sensing_texts.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace preshift {
namespace {

constexpr double k_shown_step_seconds = 0.5;  // pictures come about twice a second: no more is known

double shown_seconds(double seconds) {
  return std::round(seconds / k_shown_step_seconds) * k_shown_step_seconds;
}

/// In words, what the number alone does not say.
std::optional<Message> note_on(const Presence& presence, int still) {
  if (presence.count.value > 1)
    return Message{sensing_text("people.seen_for"),
                   {presence.count.value, shown_seconds(presence.count_seconds)}};
  if (presence.several_seconds.value > 0)
    return Message{sensing_text("people.passed"), {shown_seconds(presence.several_seconds.value)}};
  if (still > 0) return Message{sensing_text("people.still"), {static_cast<double>(still)}};
  return std::nullopt;
}

Quantity movement_percent(const MovementWatch& movement) {
  const auto compared = static_cast<double>(std::max<std::size_t>(1, movement.compared()));
  return {100 * static_cast<double>(movement.moved()) / compared, 100 / compared};
}

std::optional<Message> movement_unknown(const MovementWatch& movement) {
  if (movement.compared() > 0) return std::nullopt;
  return Message{sensing_text("scene.nothing_to_compare"), {}};
}

}  // namespace

Measurements people_measurements(const PeopleSeries& people, const std::optional<Message>& reason) {
  if (reason) {
    Measurements unknown;
    for (const char* name :
         {"people.count", "people.several", "people.several_seconds", "people.still", "movement.share"})
      unknown.push_back(not_known(name, *reason));
    return unknown;
  }
  const Presence presence = presence_of(people.figures.sightings());
  const int still = people.figures.still();
  Measurement count = known("people.count", presence.count);
  count.note = note_on(presence, still);
  return {
      count, known("people.several", presence.several_percent),
      known("people.several_seconds", presence.several_seconds),
      known("people.still", {static_cast<double>(still), 0}),
      known_unless(movement_unknown(people.movement), "movement.share", movement_percent(people.movement))};
}

Measurements pet_measurements(const PeopleSeries& people, const std::optional<Message>& reason) {
  if (reason) return {not_known("pets.count", *reason), not_known("pets.share", *reason)};
  std::vector<int> counts;
  for (const Sighting& look : people.pets) counts.push_back(look.found);
  const auto looks = static_cast<double>(counts.size());
  const auto with_pets = std::count_if(counts.begin(), counts.end(), [](int pets) { return pets > 0; });
  constexpr std::size_t k_lasting_looks = 2;
  const int lasting = lasting_count(counts, k_lasting_looks);
  const int highest = lasting_count(counts, 1);
  return {known("pets.count", {static_cast<double>(lasting), static_cast<double>(highest - lasting)}),
          known("pets.share", {100 * static_cast<double>(with_pets) / looks, 100 / looks})};
}

}  // namespace preshift
