#pragma once

#include "profile_difference.hpp"
#include "text_writer.hpp"

#include <string>

namespace preshift {

/// What B asks otherwise than A, for a person: the whole, then each rule with what changed, by how much, and
/// an example of what is now decided otherwise.
[[nodiscard]] std::string difference_text_report(const Profile& a, const Profile& b,
                                                 const ProfileDifference& difference, const TextStyle& style);

/// The same for a program: `preshift-rules-diff/1`. Examples are as in `check --format json`.
[[nodiscard]] std::string difference_json(const Profile& a, const Profile& b,
                                          const ProfileDifference& difference, Language language);

}  // namespace preshift
