#pragma once

#include "band_design.hpp"
#include "block_means.hpp"
#include "lanes.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace preshift {

/// The level of a band relative to full scale.
struct BandLevel {
  double dbfs = 0;  ///< mean over `seconds`; -inf when nothing sounded
  double averaging_uncertainty =
      0;               ///< dB, k = 1: how far this stretch may stand from the sound it is part of
  double seconds = 0;  ///< that were counted
};

/// Third-octave bands of 6.3 Hz to 20 kHz at once. Every octave's three filters run in three lanes of a
/// vector; the fourth lane holds the low-pass for the octaves at half of the rate, so that all low octaves
/// together cost as much as one. Each filter, decimators included, meets the mask of IEC 61260-1:2014,
/// class 1.
///
/// An octave band is the sum of its three third-octave bands: steeper than an octave filter must be, and
/// inside the class 1 mask of one.
///
/// A band counts only after settling_seconds, three over its bandwidth: before, its filter rises, and a sound
/// that merely begins looks quieter (at 6.3 Hz it takes 2 s). Its level is known once it has counted for
/// another one over its bandwidth. How much a longer sound might still change it, is its uncertainty.
class BandMeter {
 public:
  explicit BandMeter(double rate_hz);

  /// At most `most_samples` at once, less an offset.
  void observe(const float* samples, std::size_t count, float offset);
  static constexpr std::size_t k_most_samples = 2048;

  /// Whether this rate can hold the band: else it is unknown however long it sounds.
  [[nodiscard]] bool covers_third(int third) const;

  /// None where the rate does not hold the band or the sound was too short.
  [[nodiscard]] std::optional<BandLevel> third_octave(int third) const;
  [[nodiscard]] std::optional<BandLevel> octave(int octave) const;

  [[nodiscard]] static double settling_seconds(int third);

 private:
  static constexpr std::size_t k_lanes = 4;
  static constexpr std::size_t k_bands = 3;
  static constexpr std::size_t k_most_sections = 6;
  static constexpr std::size_t k_fewest_pairs = 3;  ///< of zeros; as many as sections

  /// Two poles. The zeros of all filters are the same few, so they are taken before, once.
  struct Section {
    Float4 a1{}, a2{};
    Float4 last{}, one_before{};
  };

  struct Band {
    bool present = false;
    double gain_squared = 0;
    std::size_t wait = 0;  ///< samples until it counts
    std::size_t samples = 0;
    double energy = 0;
    BlockMeans energies;
  };

  /// Samples behind the last few of the call before.
  class Stream {
   public:
    Stream() : m_samples(k_before + k_most_samples + k_lanes) {}
    [[nodiscard]] float* now() { return m_samples.data() + k_before; }
    /// To be called when `count` of them are no longer now.
    void pass(std::size_t count);

    // What is left of another stream behind some zeros.
    void take_behind_one_pair(Stream& x, std::size_t count);  ///< at 0 Hz and at Nyquist
    void take_behind_three_pairs(Stream& x, std::size_t count);
    void take_behind_six_at_nyquist(Stream& x, std::size_t count);

   private:
    static constexpr std::size_t k_before = 8;  ///< six are needed
    std::vector<float> m_samples;
  };

  using Inputs = std::array<const float*, k_lanes>;

  /// An octave's filters.
  struct Octave {
    std::size_t sections = 0;
    std::array<Section, k_most_sections> section{};
    std::array<std::size_t, k_bands> pairs{k_fewest_pairs, k_fewest_pairs, k_fewest_pairs};
    std::array<Band, k_bands> band;
    int lowest_third = 0;

    void set_lane(std::size_t lane, const std::vector<Biquad>& filter);
    void observe(const Inputs& inputs, std::size_t count, float* low_passed);
    template <std::size_t sections>
    Float4 filter(const Inputs& inputs, std::size_t count, float* low_passed);
    void count_energy(Float4 energy, std::size_t count);
  };

  /// What runs at one rate.
  struct Stage {
    double rate_hz = 0;
    bool odd = false;  ///< whether the next sample is one to drop
    std::vector<Octave> octaves;
    Stream input;
    Stream low_pass;            ///< behind the decimator's zeros
    std::vector<Stream> pairs;  ///< behind three pairs of zeros, behind four and so on

    [[nodiscard]] const float* behind_pairs(std::size_t count);
    void take_zeros(std::size_t count);
    void observe(std::size_t count, float* low_passed);
    void pass(std::size_t count);
  };

  [[nodiscard]] static std::size_t stage_of(int octave, double rate_hz);
  [[nodiscard]] static Octave design_octave(int octave, double rate_hz);
  [[nodiscard]] const Band* band_of(int third, double* rate_hz) const;

  std::vector<Stage> m_stages;
  std::vector<float> m_low_passed;
  float m_low_pass_gain = 0;
};

}  // namespace preshift
