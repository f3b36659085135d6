#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace preshift {

/// A QR code (ISO/IEC 18004): a square of dark and light modules.
class QrCode {
 public:
  /// With as much error correction (Q, M or L) as keeps a side at `preferred_modules` or fewer, else with the
  /// least; none when the text is too long for any. A text of digits, capitals and the other characters of
  /// Base45 takes least room.
  [[nodiscard]] static std::optional<QrCode> of(std::string_view text, int preferred_modules);

  [[nodiscard]] int modules() const { return m_modules; }  ///< a side, without the quiet zone

  /// False outside of the code too.
  [[nodiscard]] bool is_dark(int column, int row) const {
    const bool inside = column >= 0 && row >= 0 && column < m_modules && row < m_modules;
    return inside && m_dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_modules) +
                            static_cast<std::size_t>(column)];
  }

 private:
  int m_modules = 0;
  std::vector<bool> m_dark;
};

inline constexpr int k_quiet_zone = 4;  ///< light modules on every side, as the standard asks

}  // namespace preshift
