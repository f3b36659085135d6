#pragma once

#include "arguments.hpp"
#include "certificate_view.hpp"
#include "qr_code.hpp"

#include <string>

namespace preshift {

/// The compact form of an unaltered certificate, signed by the user's key, which must be its issuer. `file`
/// names it in problems.
[[nodiscard]] Result<std::string> compact_form(const std::string& file, const Json& document,
                                               const CertificateView& view, const Arguments& arguments,
                                               Language language);

/// As a QR code, small enough for a telephone's camera.
[[nodiscard]] Result<QrCode> compact_code(const std::string& file, const std::string& compact);

}  // namespace preshift
