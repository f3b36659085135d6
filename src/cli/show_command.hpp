#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift show FILE`: what a certificate, an approval or a compact form says, and whether that is proven;
/// or the certificate's compact form, as text or QR code.
[[nodiscard]] Result<int> run_show_command(const Arguments& arguments, Language language);

}  // namespace preshift
