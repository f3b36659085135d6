#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift verify FILE...`: status 0 when all are valid, 1 when one is not.
[[nodiscard]] Result<int> run_verify_command(const Arguments& arguments, Language language);

/// `preshift show FILE`: what a certificate says, and whether that is proven; or its QR code.
[[nodiscard]] Result<int> run_show_command(const Arguments& arguments, Language language);

/// `preshift certificate context|schema`.
[[nodiscard]] Result<int> run_certificate_command(const Arguments& arguments);

}  // namespace preshift
