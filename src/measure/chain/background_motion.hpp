#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace preshift {

/// How far all bands of the background moved alike, dB: as a gain moves them, and hardly any sound does. None
/// where the background was never steady enough to compare.
struct CommonMotion {
  /// From the first 0.7 s to the 1.6 s after the first 1.6 s, of the band that moved least; 0 unless all of
  /// them went the same way.
  std::optional<double> settling;
  std::optional<double> step;          ///< the largest from one second to the next; 0 unless all by the same
  std::optional<double> restlessness;  ///< median of how far the bands' mean moves from block to block
};

/// Follows the background in eight bands from 200 Hz on, in blocks of about 100 ms.
class BackgroundMotion {
 public:
  BackgroundMotion(double rate_hz, std::size_t frame_size);

  /// Consecutive energies of frame_size / 2 bins, half a frame apart.
  void add(std::span<const float> energies);

  [[nodiscard]] CommonMotion motion() const;

 private:
  static constexpr std::size_t k_bands = 8;
  static constexpr std::size_t k_blocks = 40;
  using Block = std::array<float, k_bands>;  ///< dB

  /// The median of each band over a stretch, and how far its blocks stand from it.
  struct Stretch {
    Block median{};
    double spread = 0;  ///< dB, mean of the absolute deviations
  };
  struct Difference {
    std::size_t bands = 0;  ///< that held sound before and after
    double common = 0;      ///< dB
    double least = 0;       ///< dB, of the band that moved least; 0 unless all went the same way
    double residue = 0;     ///< dB, root of the mean square of what is left in the bands
  };

  void end_block();
  void count_movement();
  void compare();
  [[nodiscard]] std::optional<double> restlessness() const;
  [[nodiscard]] Stretch stretch(std::size_t first_block, std::size_t blocks) const;
  [[nodiscard]] static Difference difference(const Stretch& before, const Stretch& after);
  /// None unless both are steady and enough bands hold sound.
  [[nodiscard]] static std::optional<Difference> compared(const Stretch& before, const Stretch& after);

  std::array<std::size_t, k_bands + 1> m_edges{};
  std::size_t m_frames_per_block;
  std::size_t m_frames = 0;
  Block m_sum{};
  std::array<Block, k_blocks> m_blocks{};
  std::size_t m_count = 0;                     ///< of complete blocks
  std::optional<double> m_mean;                ///< of the bands, in the last block, when it sounded
  std::array<std::size_t, 100> m_movements{};  ///< how often by how many tenths of a dB
  CommonMotion m_motion;
};

}  // namespace preshift
