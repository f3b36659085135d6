#include "workforce.hpp"

#include "did_key.hpp"
#include "draw.hpp"
#include "sha256.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

namespace preshift {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::weekday;
using std::chrono::year_month_day;

// What a draw is for, so that no two are of the same.
enum : std::uint64_t { k_for_site = 1, k_for_agent = 2, k_for_day = 3, k_for_time = 4, k_for_onboarding = 5 };

constexpr std::array<std::string_view, 12> k_towns{"Lille",  "Nantes", "Lyon",  "Rennes", "Amiens", "Brest",
                                                   "Angers", "Tours",  "Dijon", "Metz",   "Nancy",  "Rouen"};

/// A stretch of this many days somewhere in the period.
Stretch somewhere(Draw& draw, const WorkforceSize& size, int length) {
  const sys_days first = first_day(size);
  const int room = std::max(1, static_cast<int>((k_last_day - first).count()) - length);
  const sys_days from = first + days(draw.below(room));
  return {from, from + days(length)};
}

Site made_site(const WorkforceSize& size, std::size_t index) {
  Draw draw({size.seed, k_for_site, index});
  Site site;
  site.name = std::string(k_towns[index % k_towns.size()]);
  if (index >= k_towns.size()) site.name += fmt::format("-{}", index / k_towns.size() + 1);
  site.street_noise = draw.normal(0, 1.5);
  site.gives_nonces = index % 3 != 2;
  if (index % 4 == 1) site.building_works = somewhere(draw, size, 21);
  return site;
}

SigningKey made_key(const WorkforceSize& size, const std::string& id) {
  const Sha256 seed = sha256(fmt::format("made certificates: {} {}", size.seed, id));
  return std::move(*SigningKey::from_seed(seed));
}

KeyRecord record_of(const SigningKey& key, Draw& draw, sys_days created) {
  KeyRecord record;
  record.key = key.public_key();
  record.created = created;
  for (std::uint8_t& byte : record.device_salt) byte = static_cast<std::uint8_t>(draw.bits());
  return record;
}

/// Two weeks of July or August, where the period has them.
Stretch summer_holidays(Draw& draw) {
  const auto july = sys_days{year_month_day{k_last_day}.year() / std::chrono::July / 1};
  const sys_days from = july + days(7 * draw.below(8));
  return {from, from + days(14)};
}

Agent made_agent(const WorkforceSize& size, std::size_t index) {
  constexpr std::array<int, 7> k_starts{7 * 60, 8 * 60, 8 * 60 + 30, 9 * 60, 9 * 60, 13 * 60, 16 * 60 + 30};
  Draw draw({size.seed, k_for_agent, index});
  const std::string id = fmt::format("A{:05}", index + 1);
  SigningKey key = made_key(size, id);
  KeyRecord record = record_of(key, draw, first_day(size) - days(1 + draw.below(60)));
  Agent agent{.id = id, .site = index % size.sites, .record = std::move(record), .key = std::move(key)};
  agent.did = did_of(agent.record.key);
  if (draw.chance(0.8)) agent.room_digest = draw.hexadecimal(64);
  agent.is_onboarded = agent.room_digest && draw.chance(0.4);
  agent.is_calibrated = draw.chance(0.75);
  agent.room_dba = std::clamp(draw.normal(31.5, 3.5), 23.0, 42.0);
  agent.voice_dba = draw.normal(66, 2.5);
  agent.shift_start = minutes(k_starts[static_cast<std::size_t>(draw.below(k_starts.size()))]);
  agent.works_weekends = draw.chance(0.15);
  agent.has_child = draw.chance(0.3);
  agent.has_pet = draw.chance(0.25);
  agent.holidays = summer_holidays(draw);
  if (draw.chance(0.2)) agent.loud_neighbour = somewhere(draw, size, 5 + draw.below(6));
  if (draw.chance(0.12)) agent.broken_microphone = somewhere(draw, size, 2 + draw.below(5));
  return agent;
}

/// France's that do not move with Easter.
bool is_public_holiday(year_month_day day) {
  constexpr std::array<std::array<unsigned, 2>, 8> k_days{
      {{1, 1}, {5, 1}, {5, 8}, {7, 14}, {8, 15}, {11, 1}, {11, 11}, {12, 25}}};
  return std::ranges::any_of(k_days, [&](const auto& each) {
    return std::chrono::month{each[0]} == day.month() && std::chrono::day{each[1]} == day.day();
  });
}

bool works_on(const Workforce& workforce, const Agent& agent, std::size_t index, sys_days day) {
  const weekday of_week{day};
  const bool is_weekend = of_week == std::chrono::Saturday || of_week == std::chrono::Sunday;
  const bool is_midweek = of_week == std::chrono::Tuesday || of_week == std::chrono::Wednesday;
  if (agent.works_weekends ? is_midweek : is_weekend) return false;
  if (agent.holidays.holds(day) || is_public_holiday(day)) return false;
  Draw draw(
      {workforce.size.seed, k_for_day, index, static_cast<std::uint64_t>(day.time_since_epoch().count())});
  return !draw.chance(0.04);  // ill, or away
}

std::vector<sys_days> working_days(const Workforce& workforce, std::size_t index) {
  std::vector<sys_days> worked;
  for (sys_days day = first_day(workforce.size); day < k_last_day; day += days(1))
    if (works_on(workforce, workforce.agents[index], index, day)) worked.push_back(day);
  if (worked.empty()) worked.push_back(first_day(workforce.size));
  return worked;
}

/// Some minutes before the usual start; where a day has several checks they go on from there.
sys_seconds time_of(const Workforce& workforce, std::size_t agent, std::uint32_t number, sys_days day,
                    std::chrono::seconds after_start) {
  Draw draw({workforce.size.seed, k_for_time, agent, number});
  const auto local = day + workforce.agents[agent].shift_start + after_start +
                     std::chrono::seconds(std::lround(draw.normal(-9 * 60, 6 * 60)));
  const sys_seconds as_utc{local};
  return as_utc - local_offset(as_utc);
}

void plan_agent(const Workforce& workforce, std::size_t agent, std::size_t checks,
                std::vector<PlannedCheck>& plan) {
  const std::vector<sys_days> worked = working_days(workforce, agent);
  const std::size_t a_day = (checks + worked.size() - 1) / worked.size();
  const auto apart = std::chrono::seconds(hours(8)) / static_cast<int>(std::max<std::size_t>(a_day, 1));
  std::size_t on_the_day = 0;
  sys_days last{};
  for (std::size_t number = 0; number < checks; ++number) {
    const auto of_agent = static_cast<std::uint32_t>(number);
    if (number == 0 && workforce.agents[agent].is_onboarded) {
      plan.push_back({onboarding_time(workforce, agent), static_cast<std::uint32_t>(agent), of_agent});
      continue;
    }
    const sys_days day = worked[number * worked.size() / checks];
    on_the_day = day == last ? on_the_day + 1 : 0;
    last = day;
    plan.push_back({time_of(workforce, agent, of_agent, day, apart * static_cast<int>(on_the_day)),
                    static_cast<std::uint32_t>(agent), of_agent});
  }
}

}  // namespace

sys_days first_day(const WorkforceSize& size) {
  const year_month_day end{k_last_day};
  return sys_days{(end.year() / end.month() / 1) - std::chrono::months(size.months)};
}

Workforce made_workforce(const WorkforceSize& size) {
  Workforce workforce{size, {}, {}};
  for (std::size_t index = 0; index < size.sites; ++index) workforce.sites.push_back(made_site(size, index));
  workforce.agents.reserve(size.agents);
  for (std::size_t index = 0; index < size.agents; ++index)
    workforce.agents.push_back(made_agent(size, index));
  return workforce;
}

std::vector<PlannedCheck> planned_checks(const Workforce& workforce) {
  const std::size_t agents = workforce.agents.size();
  std::vector<PlannedCheck> plan;
  plan.reserve(workforce.size.certificates);
  std::size_t planned = 0;
  for (std::size_t agent = 0; agent < agents; ++agent) {
    const std::size_t until = workforce.size.certificates * (agent + 1) / agents;
    plan_agent(workforce, agent, until - planned, plan);
    planned = until;
  }
  std::ranges::sort(plan, [](const PlannedCheck& one, const PlannedCheck& other) {
    return std::tie(one.at, one.agent, one.number) < std::tie(other.at, other.agent, other.number);
  });
  return plan;
}

sys_seconds onboarding_time(const Workforce& workforce, std::size_t agent) {
  Draw draw({workforce.size.seed, k_for_onboarding, agent});
  return first_day(workforce.size) - days(2 + draw.below(12)) + hours(9) +
         std::chrono::seconds(draw.below(7 * 3600));
}

minutes local_offset(sys_seconds at) {
  const auto year = year_month_day{std::chrono::floor<days>(at)}.year();
  const auto changes = [&](std::chrono::month month) {
    return sys_seconds{sys_days{year / month / std::chrono::Sunday[std::chrono::last]} + hours(1)};
  };
  const bool is_summer = changes(std::chrono::March) <= at && at < changes(std::chrono::October);
  return is_summer ? hours(2) : hours(1);
}

}  // namespace preshift
