#pragma once

#include "sample_run.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace preshift {

/// Counts flat tops below full scale: at least three samples in a row at the highest or at the lowest value
/// heard so far, entered by a corner that no crest of a sine has. What was clipped before it was turned down.
class FlatTopCounter {
 public:
  void add(float sample);

  /// Samples in flat tops; 0 unless both sides have them. A coarse converter (8 bits, µ-law) repeats values
  /// everywhere: flat runs at lower values take away from those at the extremes.
  [[nodiscard]] std::size_t flat_samples() const;

 private:
  void end_run();

  struct Side {
    float extreme = 0;
    std::size_t flat = 0;
    std::size_t runs = 0;
  };
  std::array<Side, 2> m_sides{};  ///< positive, negative
  std::size_t m_other_runs = 0;   ///< at half of the extreme and more
  float m_value = 0;              ///< of the run at hand
  float m_before = 0;             ///< the sample before it
  std::size_t m_length = 0;
};

/// Counts dropouts: a millisecond to half a second of exact zeros between sounds that are far from zero.
class DropoutCounter {
 public:
  explicit DropoutCounter(double rate_hz);
  void add(float sample);
  [[nodiscard]] std::size_t dropouts() const { return m_dropouts; }

 private:
  void end_silence(float sample);

  std::size_t m_shortest;
  std::size_t m_longest;
  std::size_t m_zeros = 0;
  float m_decay;
  float m_envelope = 0;  ///< of what sounds, falling by half in 2 ms
  float m_before = 0;    ///< envelope when the zeros began
  float m_step = 1;      ///< smallest size other than zero
  std::size_t m_dropouts = 0;
};

/// Counts stretches of at least 5 ms that are bit for bit what was heard within the last 200 ms: a driver
/// that handed out a buffer twice. Pure tones and silence repeat by nature and do not count.
class RepeatCounter {
 public:
  explicit RepeatCounter(double rate_hz);
  void add(float sample);
  [[nodiscard]] std::size_t repeats() const { return m_repeats; }

 private:
  static constexpr std::size_t k_history = 65536;  ///< samples, at least 200 ms at 192 kHz
  static constexpr std::size_t k_anchors = 4096;   ///< a table of places by hash

  [[nodiscard]] float past(std::size_t back) const { return m_history[(m_count - back) % k_history]; }
  void remember_anchor();
  void look_up();
  void follow();
  [[nodiscard]] bool is_plain(std::size_t length) const;

  std::size_t m_chunk;  ///< 2.5 ms, what is hashed
  std::size_t m_reach;
  std::array<float, k_history> m_history{};
  std::array<std::uint32_t, k_anchors> m_anchor_hash{};
  std::array<std::size_t, k_anchors> m_anchor_place{};
  std::size_t m_count = 0;
  std::size_t m_since_anchor = 0;
  std::uint32_t m_hash = 0;
  std::uint32_t m_oldest_factor = 1;
  std::size_t m_lag = 0;      ///< of the repetition at hand, 0 when none
  std::size_t m_matched = 0;  ///< samples of it
  bool m_counted = false;
  std::size_t m_repeats = 0;
};

}  // namespace preshift
