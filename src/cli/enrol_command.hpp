#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift enrol`: leads through the enrolment of a room and writes its file.
[[nodiscard]] Result<int> run_enrol_command(const Arguments& arguments, Language language);

}  // namespace preshift
