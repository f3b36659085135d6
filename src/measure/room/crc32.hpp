#pragma once

#include <cstdint>
#include <span>

namespace preshift {

/// The CRC-32 of zip, PNG and Ethernet (ISO-HDLC: polynomial 0x04C11DB7 reflected, start and end inverted);
/// 0xCBF43926 for "123456789". Finds every change within 32 bits and every damage of one byte. No protection
/// against anyone who means harm: they can compute it too.
[[nodiscard]] std::uint32_t crc32(std::span<const std::uint8_t> bytes);

}  // namespace preshift
