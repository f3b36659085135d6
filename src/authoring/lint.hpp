#pragma once

#include "finding.hpp"
#include "profile_inspection.hpp"

namespace preshift {

/// All that is to be mended in a profile and in what it extends, by file, line and column. Errors are those
/// of reading it. Warnings, each placed at its rule, are what correct rules hardly mean: limits that always
/// or never hold, conditions that contradict each other or have no effect, a text that is the same in both
/// languages, a requirement that looks misspelt, and a profile without errors in which nothing is required.
[[nodiscard]] Findings lint(const ProfileInspection& inspection);

}  // namespace preshift
