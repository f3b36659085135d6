#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift meter`: measures one sound, prints a table or JSON, and draws a picture when asked.
[[nodiscard]] Result<int> run_meter_command(const Arguments& arguments, Language language);

}  // namespace preshift
