#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace preshift {

/// Fills it from the operating system's generator, through OpenSSL's.
void fill_with_random(std::span<std::uint8_t> bytes);

/// A random UUID (RFC 9562, version 4) as `urn:uuid:...`.
[[nodiscard]] std::string random_uuid_urn();

}  // namespace preshift
