#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift verify FILE...`: status 0 when all are valid, 1 when one is not.
[[nodiscard]] Result<int> run_verify_command(const Arguments& arguments, Language language);

/// `preshift certificate context|schema`.
[[nodiscard]] Result<int> run_certificate_command(const Arguments& arguments);

}  // namespace preshift
