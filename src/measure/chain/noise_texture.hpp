#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace preshift {

/// How the energy of single spots of the spectrum, one bin of one frame, is spread around that of their
/// neighbours in time and in frequency.
struct SpotSpread {
  double excess = 0;   ///< mean square over squared mean, over that of Gaussian noise, less 1: 0 for noise
  double seconds = 0;  ///< that it was taken from
};

/// A suppressor turns each bin of each frame up or down on its own: what is left of a steady noise is spots
/// (musical noise). The sound of a room may swell and be coloured in any way, but if each frame is divided by
/// what its bins hold before and after, and each bin by what its neighbours in frequency hold, the spots of a
/// sum of many sources are exponentially distributed, whatever the room.
///
/// Speech and music have such spots too, so only the quieter part of the sound counts: that between words.
class NoiseTexture {
 public:
  NoiseTexture(double rate_hz, std::size_t frame_size);

  /// Consecutive energies of frame_size / 2 bins, half a frame apart.
  void add(std::span<const float> energies);

  /// Of the quietest `share` of the frames, 0 to 1. None without at least one second.
  [[nodiscard]] std::optional<SpotSpread> spread(double share) const;

 private:
  static constexpr std::size_t k_reach = 12;  ///< frames before and after
  static constexpr std::size_t k_ring = 2 * k_reach + 1;
  static constexpr std::size_t k_bands = 8;
  static constexpr std::size_t k_levels = 75;  ///< of 2 dB each

  struct Moments {
    double count = 0;
    double sum = 0;
    double squares = 0;
  };
  using Bands = std::array<Moments, k_bands>;

  void take_spots();
  void divide_by_time();
  void divide_by_frequency(Bands* bands);
  [[nodiscard]] std::span<const float> frame(std::size_t age) const;

  std::size_t m_first_bin;
  std::size_t m_bins;
  double m_seconds_per_frame;
  std::vector<float> m_ring;
  std::size_t m_frames = 0;
  std::vector<float> m_spots;
  std::vector<double> m_sums;  ///< of m_spots up to each
  struct Level {
    std::size_t frames = 0;
    Bands bands;
  };
  std::array<Level, k_levels> m_levels{};
};

}  // namespace preshift
