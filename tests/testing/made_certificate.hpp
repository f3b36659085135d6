#pragma once

#include "certificate.hpp"

#include <string>

namespace preshift::testing {

/// When made certificates are issued.
inline constexpr std::chrono::sys_seconds k_issued{std::chrono::seconds(1'800'000'000)};

/// What a check of a fit workspace by the standard profile says, for eight hours from k_issued on.
[[nodiscard]] CertificateContents made_contents();

/// The same with the first two rules alone: small.
[[nodiscard]] CertificateContents little_contents();

/// A cleared onboarding of the room with this digest, valid for a year from k_issued on; two rules alone.
[[nodiscard]] CertificateContents onboarding_contents(const std::string& room_digest);

}  // namespace preshift::testing
