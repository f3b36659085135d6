#pragma once

#include "audit_rows.hpp"
#include "certificate_view.hpp"

#include <string>

namespace preshift {

/// What the store keeps of a certificate that verified. `canonical` is its canonical form. The site is the
/// one that the certificate names, else `site`.
[[nodiscard]] CertificateRecord certificate_record(const Json& document, const CertificateView& view,
                                                   std::string canonical, const std::string& site);

}  // namespace preshift
