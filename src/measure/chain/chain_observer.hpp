#pragma once

#include "chain_findings.hpp"
#include "sample_run.hpp"

#include <memory>

namespace preshift {

/// Listens to one channel for signs that it was processed on its way. Constant memory; `observe` does not
/// allocate; the same findings for runs of any size. No files, no devices, no clock.
///
/// Most findings need the background: give it a stretch of at least 10 s in which nobody speaks for more than
/// half of the time.
class ChainObserver {
 public:
  /// `rate_hz`: 8000 to 192000.
  explicit ChainObserver(double rate_hz);
  ~ChainObserver();
  ChainObserver(ChainObserver&&) noexcept;
  ChainObserver& operator=(ChainObserver&&) noexcept;

  /// Finite samples, full scale ±1.
  void observe(SampleRun run);

  /// Of what was observed so far.
  [[nodiscard]] ChainFindings findings() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace preshift
