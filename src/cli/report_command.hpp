#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift report FILE`: a certificate, an approval or a saved check as a page for a person. The status is
/// 0 when the page was made, whatever it says.
[[nodiscard]] Result<int> run_report_command(const Arguments& arguments, Language language);

}  // namespace preshift
