#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace preshift {

/// The code of the acoustic challenge that belongs to this nonce, k_challenge_code_bytes long: the SHA-256 of
/// "preshift acoustic challenge 1", a line end, the nonce, a line end and a counter in decimal, for the
/// counters 0 to 7 (docs/acoustic-challenge.md). Without the nonce nobody can tell it from chance.
[[nodiscard]] std::vector<std::uint8_t> challenge_of_nonce(std::string_view nonce);

}  // namespace preshift
