#pragma once

#include "applicability.hpp"
#include "condition.hpp"
#include "waiver.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace preshift {

/// A person's answer to the question of a manual rule.
struct Declaration {
  std::string rule;
  bool says_yes = false;
  std::string by;  ///< who answered, as they name themselves
  Answerer role = Answerer::agent;
  std::chrono::sys_seconds at{};
};

/// What a check is judged by beside its measurements.
struct Circumstances {
  Facts facts{};
  std::vector<Waiver> waivers{};
  std::vector<Declaration> declarations{};  ///< at most one for a rule
  std::chrono::sys_seconds now{};           ///< of the clock that the check was given
};

}  // namespace preshift
