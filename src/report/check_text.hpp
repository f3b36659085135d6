#pragma once

#include "check_report.hpp"
#include "text_writer.hpp"

#include <string>

namespace preshift {

/// The result for a person: what was measured with, each requirement with its rules, what to do for all that
/// did not pass, and the outcome as the last line.
[[nodiscard]] std::string check_text_report(const CheckReport& report, const TextStyle& style);

}  // namespace preshift
