#include "phase_choice.hpp"

#include <algorithm>

namespace preshift {
namespace {

bool asks_for(const Condition& condition, std::string_view measures) {
  if (const auto* leaf = std::get_if<MeasureCondition>(&condition.node))
    return leaf->measure.starts_with(measures);
  const auto* combination = std::get_if<Combination>(&condition.node);
  if (combination == nullptr) return false;
  const auto& parts = combination->conditions;
  // NOLINTNEXTLINE(misc-no-recursion): bounded by k_deepest_condition
  return std::any_of(parts.begin(), parts.end(),
                     [&](const Condition& part) { return asks_for(part, measures); });
}

}  // namespace

bool asks_for(const Profile& profile, std::string_view measures) {
  return std::any_of(profile.rules.begin(), profile.rules.end(),
                     [&](const Rule& rule) { return asks_for(rule.condition, measures); });
}

bool asks_for_voice(const Profile& profile) {
  return asks_for(profile, "voice.");
}

bool asks_for_challenge(const Profile& profile) {
  return asks_for(profile, "challenge.");
}

SoundPhases live_phases(std::chrono::milliseconds silent) {
  constexpr std::chrono::milliseconds k_reading{8000};
  constexpr std::chrono::milliseconds k_pause{1500};
  const auto begin = k_reading + k_pause;
  return {{std::chrono::milliseconds(0), k_reading}, {begin, begin + silent}};
}

}  // namespace preshift
