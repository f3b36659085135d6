#pragma once

#include "sample_run.hpp"

#include <cstddef>

namespace preshift {

/// Counts clipped samples: those in runs of at least three in a row at a rail. A rail is 0.999 of full scale
/// and beyond, or exactly the highest code of a coarser converter (8 bits, A-law, µ-law). A loud sound that
/// only touches full scale makes no such runs, except below about 1/200 of the sampling rate, where its crest
/// is within 0.01 dB of the rail and as good as clipped.
class ClippingCounter {
 public:
  /// With the lowest and the highest sample of the run.
  void observe(SampleRun run, float lowest, float highest);
  void observe(SampleRun run);
  [[nodiscard]] std::size_t clipped_samples() const { return m_clipped; }

 private:
  void end_run();

  std::size_t m_clipped = 0;
  std::size_t m_at_rail = 0;
};

/// Counts samples in blocks of digital silence: those that move by no more than one step of 16 bits, whatever
/// constant they stand on. No room and no microphone is that quiet; a muted one, or a dead driver, is.
class SilenceCounter {
 public:
  void observe(SampleRun run);

  /// The blocks are the caller's: 100 ms each.
  void end_block();

  /// Includes the block that has begun.
  [[nodiscard]] std::size_t silent_samples() const;

 private:
  [[nodiscard]] bool block_is_silent() const;

  std::size_t m_silent = 0;
  std::size_t m_block_samples = 0;
  float m_lowest = 0;
  float m_highest = 0;
};

}  // namespace preshift
