#pragma once

#include "onboarding_state.hpp"
#include "text_writer.hpp"

#include <string>
#include <vector>

namespace preshift {

/// How an onboarding stands and what to do about it, for a person. `damaged`: files that were left out.
[[nodiscard]] std::string onboarding_text_report(const OnboardingFinding& finding,
                                                 const std::vector<Message>& damaged, const TextStyle& style);

/// The same for a program: `preshift-onboarding/1`.
[[nodiscard]] std::string onboarding_json(const OnboardingFinding& finding,
                                          const std::vector<Message>& damaged, Language language);

}  // namespace preshift
