#pragma once

#include "hearing_findings.hpp"
#include "sample_run.hpp"
#include "sound_tagger.hpp"

#include <memory>

namespace preshift {

/// Follows one channel and tells what its noises come from. Of the sound it keeps the resampler's memory and
/// one frame; of its spectrum a second. The same findings for runs of any size. No files, no devices, no
/// clock.
class HearingObserver {
 public:
  /// `tagger` may be null: then nothing can be told, for the reason `tagger_missing`. `rate_hz`: 8000 to
  /// 192000.
  HearingObserver(std::shared_ptr<SoundTagger> tagger, Message tagger_missing, double rate_hz);
  ~HearingObserver();
  HearingObserver(HearingObserver&&) noexcept;
  HearingObserver& operator=(HearingObserver&&) noexcept;

  /// Finite samples, full scale ±1, one stretch without gaps.
  void observe(SampleRun run);

  /// The loudest moment (LAFmax) of the next full second of the same stretch.
  void observe_second(double lafmax_dbfs);

  /// Of what was observed so far. `background_dbfs`: LAF90, which levels are told above.
  [[nodiscard]] HearingFindings findings(double background_dbfs) const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace preshift
