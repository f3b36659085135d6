#include "drawn_measurements.hpp"

#include <algorithm>

namespace preshift {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

struct LocalTime {
  sys_days day;
  double hour = 0;
  unsigned month = 1;
  bool is_weekend = false;
  bool is_wednesday = false;
};

LocalTime local_time(std::chrono::sys_seconds at) {
  const auto local = at + local_offset(at);
  const auto day = std::chrono::floor<days>(local);
  const std::chrono::weekday of_week{day};
  const std::chrono::duration<double, std::ratio<3600>> hour = local - day;
  return {day, hour.count(), static_cast<unsigned>(std::chrono::year_month_day{day}.month()),
          of_week == std::chrono::Saturday || of_week == std::chrono::Sunday,
          of_week == std::chrono::Wednesday};
}

/// French schools are closed in July and August, about All Saints' and at Christmas; never mind the rest.
bool are_schools_closed(const LocalTime& time) {
  return time.month == 7 || time.month == 8 || time.is_weekend || time.is_wednesday;
}

/// What windows, street, neighbours and builders add to the room's own background.
double added_noise(const Agent& agent, const Site& site, const LocalTime& time, Draw& draw) {
  const bool is_summer = time.month >= 6 && time.month <= 8;
  const bool is_rush_hour = time.hour > 7.5 && time.hour < 9.5;
  double added = site.street_noise + draw.normal(0, 1.6);
  if (draw.chance(is_summer ? 0.55 : 0.08)) added += std::max(0.0, draw.normal(4, 2));  // an open window
  if (is_rush_hour && !time.is_weekend) added += 1;
  if (agent.loud_neighbour.holds(time.day) && draw.chance(0.75)) added += draw.normal(14, 4);
  const bool are_building = site.building_works.holds(time.day) && !time.is_weekend;
  if (are_building && time.hour > 7.5 && time.hour < 18 && draw.chance(0.6)) added += draw.normal(11, 4);
  return added;
}

void draw_household(const Agent& agent, const LocalTime& time, Draw& draw, Surroundings& around) {
  if (agent.has_child && draw.chance(are_schools_closed(time) ? 0.06 : 0.012))
    around.child_events = 1 + draw.below(4);
  if (agent.has_pet && draw.chance(0.02)) (draw.chance(0.7) ? around.dog_events : around.cat_events) = 1;
  if (draw.chance(time.is_weekend ? 0.04 : 0.012)) {
    around.others = 1;
    if (draw.chance(0.5)) around.other_speech = draw.between(4, 40);
  }
  if (time.hour > 18 && draw.chance(0.05)) around.television_seconds = draw.between(1, 12);
  if (draw.chance(0.03)) around.machine_seconds = draw.between(1, 14);
  if (draw.chance(0.05)) around.door_events = 1 + draw.below(2);
}

}  // namespace

Surroundings drawn_surroundings(const Agent& agent, const Site& site, std::chrono::sys_seconds at,
                                Draw& draw) {
  const LocalTime time = local_time(at);
  Surroundings around;
  around.background_dba = std::clamp(agent.room_dba + added_noise(agent, site, time, draw), 20.0, 78.0);
  around.voice_dba = agent.voice_dba + draw.normal(0, 1.5);
  around.is_calibrated = agent.is_calibrated;
  around.is_enrolled = agent.room_digest.has_value();
  if (agent.broken_microphone.holds(time.day)) {
    around.is_muted = draw.chance(0.5);
    around.is_processed = !around.is_muted && draw.chance(0.6);
  } else {
    around.is_muted = draw.chance(0.003);
    around.is_processed = draw.chance(0.006);
  }
  around.is_misread = draw.chance(0.01);
  const bool is_dark = (time.month <= 2 || time.month >= 11) && time.hour < 8;
  around.is_covered = draw.chance(is_dark ? 0.03 : 0.006);
  around.is_door_open = draw.chance(0.015);
  around.is_camera_moved = draw.chance(0.008);
  draw_household(agent, time, draw, around);
  return around;
}

}  // namespace preshift
