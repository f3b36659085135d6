#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift rules show`: a profile with all that it extends, in its canonical form (canonical_profile.hpp).
/// Refuses what cannot be read with the first problem; `preshift rules lint` tells all.
[[nodiscard]] Result<int> run_rules_show_command(const Arguments& arguments, Language language);

}  // namespace preshift
