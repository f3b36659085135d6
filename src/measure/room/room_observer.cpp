#include "room_observer.hpp"

#include "measures.hpp"
#include "sensing_texts.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 6> k_room_measures{"room.same",  "room.match",       "room.movement",
                                                          "door.state", "door.probability", "door.occlusion"};

Measurement not_known(std::string_view name, Message reason) {
  return unknown(std::string(name), std::string(find_measure(name)->unit), std::move(reason));
}

Measurement word(std::string_view name, std::string value) {
  return {std::string(name), "", State{std::move(value)}};
}

/// The median, with U reaching the farther end of the central 95 % of the values, and `least` at least.
Measurement median(std::string_view name, std::vector<double> values, double least) {
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
  };
  const double middle = at(0.5);
  const double spread = std::max(at(0.975) - middle, middle - at(0.025));
  return {std::string(name), std::string(find_measure(name)->unit),
          Quantity{middle, std::hypot(spread, least)}};
}

std::size_t count_if(std::span<const RoomReading> readings,
                     const std::function<bool(const RoomReading&)>& holds) {
  return static_cast<std::size_t>(std::count_if(readings.begin(), readings.end(), holds));
}

std::vector<double> values_of(std::span<const RoomReading> readings,
                              const std::function<std::optional<double>(const RoomReading&)>& value) {
  std::vector<double> values;
  for (const RoomReading& reading : readings)
    if (const auto found = value(reading)) values.push_back(*found);
  return values;
}

/// The reason that most of the pictures give; there is one.
Message commonest_reason(std::span<const RoomReading> readings) {
  std::map<std::string_view, std::size_t> counts;
  const RoomReading* best = nullptr;
  for (const RoomReading& reading : readings) {
    if (!reading.reason) continue;
    const std::size_t count = ++counts[reading.reason->text.id];
    if (best == nullptr || count > counts[best->reason->text.id]) best = &reading;
  }
  return best == nullptr ? Message{sensing_text("door.changing"), {}} : *best->reason;
}

bool shows_open_twice(std::span<const RoomReading> readings) {
  if (readings.size() == 1) return readings.front().door == DoorState::open;
  for (std::size_t i = 1; i < readings.size(); ++i)
    if (readings[i - 1].door == DoorState::open && readings[i].door == DoorState::open) return true;
  return false;
}

Measurement door_state(std::span<const RoomReading> readings) {
  if (shows_open_twice(readings)) return word("door.state", "open");
  const auto in_state = [&](DoorState state) {
    return count_if(readings, [state](const RoomReading& reading) { return reading.door == state; });
  };
  if (in_state(DoorState::open) > 0 && in_state(DoorState::closed) > 0)
    return not_known("door.state", {sensing_text("door.changing"), {}});
  if (2 * in_state(DoorState::closed) >= readings.size()) return word("door.state", "closed");
  return not_known("door.state", commonest_reason(readings));
}

Measurement room_same(std::span<const RoomReading> readings) {
  for (const auto& [identity, name] :
       {std::pair{RoomIdentity::same, "same"}, {RoomIdentity::other, "other"}}) {
    const auto shown = count_if(
        readings, [which = identity](const RoomReading& reading) { return reading.identity == which; });
    if (2 * shown > readings.size()) return word("room.same", name);
  }
  return not_known("room.same", {sensing_text("room.too_plain"), {}});
}

}  // namespace

void RoomObserver::take_in(const RoomView& view, std::span<const cv::Rect2f> people) {
  m_readings.push_back(m_judge.judge(view, people));
}

Measurements RoomObserver::measurements() const {
  return measure_room(m_readings);
}

Measurements unknown_room(const Message& reason) {
  Measurements result;
  for (const auto name : k_room_measures) result.push_back(not_known(name, reason));
  return result;
}

Measurements measure_room(std::span<const RoomReading> readings) {
  if (readings.empty()) return unknown_room({sensing_text("scene.no_pictures"), {}});
  const Message reason = commonest_reason(readings);
  const auto known = [&](std::string_view name, const std::vector<double>& values, double least) {
    return values.empty() ? not_known(name, reason) : median(name, values, least);
  };
  const auto where_found = [](double RoomReading::*member) {
    return [member](const RoomReading& reading) {
      return reading.to_frame ? std::optional(reading.*member) : std::nullopt;
    };
  };
  const auto uncertainties = values_of(readings, where_found(&RoomReading::movement_uncertainty));
  const double moved_within =
      uncertainties.empty() ? 0 : *std::max_element(uncertainties.begin(), uncertainties.end());
  return {
      room_same(readings),
      known("room.match", values_of(readings, [](const RoomReading& r) { return std::optional(r.match); }),
            0.05),
      known("room.movement", values_of(readings, where_found(&RoomReading::movement_percent)), moved_within),
      door_state(readings),
      known("door.probability",
            values_of(readings, [](const RoomReading& r) { return r.closed_probability; }), 0.05),
      known("door.occlusion", values_of(readings, where_found(&RoomReading::occlusion_percent)), 5),
  };
}

}  // namespace preshift
