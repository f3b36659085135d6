#pragma once

#include "event.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace preshift {

/// What a certificate calls a device: 128 bits of SHA-256 over the installation's salt and the device's
/// names. The same device on the same computer is always called the same; without the salt, which stays
/// there, nobody finds the model by trying the names of all that are sold, nor knows it again at another
/// agent's.
[[nodiscard]] std::string device_pseudonym(std::span<const std::uint8_t> salt, const SourceOpened& source);

/// Whether this can be an identifier that an employer issued: 1 to 64 letters, digits and . _ : - without
/// spaces. So an e-mail address or a full name is none.
[[nodiscard]] bool is_agent_id(std::string_view text);

/// Whether this can be a nonce: 1 to 128 visible ASCII characters.
[[nodiscard]] bool is_nonce(std::string_view text);

}  // namespace preshift
