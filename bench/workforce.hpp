#pragma once

#include "ed25519.hpp"
#include "key_store.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// How large the made-up employer is, and for how long its agents are watched.
struct WorkforceSize {
  std::size_t certificates = 0;
  std::size_t agents = 1;
  std::size_t sites = 1;
  int months = 6;  ///< up to k_last_day
  std::uint64_t seed = 1;
};

/// From this day to before the other.
struct Stretch {
  std::chrono::sys_days from{};
  std::chrono::sys_days until{};

  [[nodiscard]] bool holds(std::chrono::sys_days day) const { return from <= day && day < until; }
};

struct Site {
  std::string name;
  double street_noise = 0;  ///< dB on top of what the rooms have anyway
  bool gives_nonces = false;
  Stretch building_works;  ///< next door: everybody of the site is loud
};

/// What is lasting about an agent: key, room, habits, and the weeks in which something is wrong.
struct Agent {
  std::string id;
  std::size_t site = 0;
  KeyRecord record;
  SigningKey key;
  std::string did{};
  std::optional<std::string> room_digest{};  ///< of an enrolled room
  bool is_onboarded = false;                 ///< the room is approved by the employer
  bool is_calibrated = false;
  double room_dba = 0;   ///< background on an ordinary day
  double voice_dba = 0;  ///< while reading
  std::chrono::minutes shift_start{};
  bool works_weekends = false;
  bool has_child = false;
  bool has_pet = false;
  Stretch holidays{};
  Stretch loud_neighbour{};
  Stretch broken_microphone{};
};

/// One check that is to be made. `number` counts the agent's, from 0.
struct PlannedCheck {
  std::chrono::sys_seconds at{};
  std::uint32_t agent = 0;
  std::uint32_t number = 0;
};

struct Workforce {
  WorkforceSize size;
  std::vector<Site> sites;
  std::vector<Agent> agents;
};

/// The day after the last; in the past, so that clocks never stand in the way.
inline constexpr std::chrono::sys_days k_last_day =
    std::chrono::sys_days{std::chrono::year{2026} / std::chrono::November / 1};

[[nodiscard]] std::chrono::sys_days first_day(const WorkforceSize& size);

[[nodiscard]] Workforce made_workforce(const WorkforceSize& size);

/// `certificates` of them, in the order of their times.
[[nodiscard]] std::vector<PlannedCheck> planned_checks(const Workforce& workforce);

/// When an onboarded agent made its onboarding, its first check: some days before the period.
[[nodiscard]] std::chrono::sys_seconds onboarding_time(const Workforce& workforce, std::size_t agent);

/// Local time in France less UTC.
[[nodiscard]] std::chrono::minutes local_offset(std::chrono::sys_seconds at);

}  // namespace preshift
