#pragma once

#include "profile.hpp"
#include "text_writer.hpp"

#include <string>
#include <vector>

namespace preshift {

/// What each rule asks for, for a person: what is measured, how and with what, the limit and the parameter it
/// comes from, when it applies, how it is decided near the limit, why, and what to do when it fails.
[[nodiscard]] std::string explained(const std::vector<const Rule*>& rules, const TextStyle& style);

}  // namespace preshift
