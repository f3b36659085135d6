#pragma once

#include "shift_state.hpp"
#include "verification.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

enum class RefusalKind {
  not_valid,  ///< form, signature or dates
  not_cleared,
  undecided,
  too_old,
  other_key,
  other_room,
  other_rules,
  other_nonce,
  other_agent,
  wrong_kind,
  already_on_shift
};

/// "not_valid", "not_cleared", ...: as a journal records it.
[[nodiscard]] std::string_view to_string(RefusalKind kind);

struct Refusal {
  RefusalKind kind = RefusalKind::not_valid;
  Message explanation;
};

/// How old a check may be when a shift starts where the profile does not say. Ours; nothing prescribes it.
inline constexpr std::chrono::minutes k_usual_start_within{30};

/// Why a shift may not start with what was verified; none: it may. `within`: how old the check may be.
[[nodiscard]] std::vector<Refusal> refusals(const Verification& verified, std::chrono::seconds within,
                                            std::chrono::sys_seconds now);

/// Because of the shift that goes on.
[[nodiscard]] Refusal already_on_shift(const SignIn& shift);

/// The kinds alone: what a journal keeps of a refusal.
[[nodiscard]] Json refusal_details(const std::vector<Refusal>& refusals);

}  // namespace preshift
