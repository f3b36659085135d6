#pragma once

#include "profile.hpp"

#include <string>

namespace preshift {

/// The profile as one text, the same for all files that mean the same: a rules file without `extends`, every
/// default written out, keys in one order, texts in double quotes, numbers in the shortest decimal form that
/// reads back exactly. Reading it gives the profile again, with the same digest. What a profile extends is
/// not in it, nor are comments and places.
[[nodiscard]] std::string canonical_yaml(const Profile& profile);

/// SHA-256 of the canonical form, in 64 hexadecimal digits.
[[nodiscard]] std::string profile_digest(const Profile& profile);

}  // namespace preshift
