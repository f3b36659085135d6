#pragma once

#include <complex>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace preshift {

/// How strongly what must be independent moves together: |mean of unit phasors|^2 times their number,
/// averaged over frequency pairs. For unrelated phases each pair's is exponentially distributed with mean 1.
struct SeamCoherence {
  double at_seams = 0;   ///< pairs that an aliasing band split ties together
  double elsewhere = 0;  ///< pairs far from the seams, which it does not
};

/// Looks for the seams at which a voice processor took the sound apart and put it together again. WebRTC's
/// splits 44.1 and 48 kHz into three bands of 16 kHz sampling rate each. The bands' filters are not
/// perfect: what lies at f leaks to 16 kHz - f around the seam at 8 kHz, and to 16 kHz + f, with a phase that
/// keeps turning at exactly 16 kHz. Two frequencies of a sound in a room have no fixed phase to each other,
/// so this works for any sound, steady or not, and does not need the suppressor to do anything.
///
/// Each frame counts by its phase alone, so that a loud moment counts as much as a quiet one.
class BandSeams {
 public:
  BandSeams(double rate_hz, std::size_t frame_size);

  /// Consecutive spectra, half a frame apart, of frame_size / 2 bins.
  void add(std::span<const std::complex<float>> spectrum);

  /// None below 36 kHz, where there are no such seams, or with fewer than 100 frames that held sound.
  [[nodiscard]] std::optional<SeamCoherence> coherence() const;

 private:
  /// Bins whose phases are added (around 8 kHz) or subtracted (around 16 kHz).
  struct Pair {
    std::size_t lower, upper;
    bool mirrored;
    std::complex<double> sum;
  };
  using Pairs = std::vector<Pair>;

  void add_mirrored(double lowest_hz, double highest_hz, Pairs* pairs) const;
  void add_shifted(double lowest_hz, double highest_hz, Pairs* pairs) const;
  void add_to(Pairs* pairs, std::span<const std::complex<float>> spectrum) const;
  [[nodiscard]] double mean_coherence(const Pairs& pairs) const;

  double m_bin_hz;
  double m_turns_per_frame;
  double m_turns = 0;  ///< of 16 kHz since the first frame, less whole ones
  std::size_t m_frames = 0;
  Pairs m_seams;
  Pairs m_others;
};

}  // namespace preshift
