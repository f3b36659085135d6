#pragma once

#include "profile.hpp"

#include <string>
#include <vector>

namespace preshift {

/// A profile with all that it extends, for a program: `preshift-profile/1`. Sentences are in both languages,
/// limits are numbers in the unit of their measure, and rules that are skipped are there too.
[[nodiscard]] std::string profile_json(const Profile& profile);

/// What these rules of the profile ask for, for a program: `preshift-rules-explanation/1`. As above, with
/// sentences in `language`, and of each measure what it is, how it is measured and what it needs.
[[nodiscard]] std::string explanation_json(const Profile& profile, const std::vector<const Rule*>& rules,
                                           Language language);

}  // namespace preshift
