#pragma once

#include "result.hpp"
#include "text.hpp"

namespace preshift {

/// A number and its standard uncertainty (k = 1), both finite and in the same unit.
struct VoiceFinding {
  double value = 0;
  double standard_uncertainty = 0;
};

/// The reason of an absence is a text of sensing_texts.hpp, fit for unknown().
using VoiceResult = Expected<VoiceFinding, Message>;

/// What the two phases tell. Levels are dBFS (0 is the level of a signal whose RMS is full scale) and stand
/// for these stretches of sound and this channel; no calibration is in them.
struct VoiceFindings {
  /// A-weighted level of the agent's voice: the mean energy of the speech of the reading phase, less that of
  /// the background. Pauses between words and sentences do not count.
  VoiceResult voice_level_dbfs;

  /// A-weighted level of the silent phase: what is left when the agent's own voice is not there. Somebody
  /// else's voice is part of it. Left out are the first second, or up to 2.5 s while the sentence still goes
  /// on, and the last half second, in which the agent may already speak again; 3 s must remain.
  VoiceResult background_level_dbfs;

  /// dB: how far the voice stands above the background, which is what a caller hears. Unknown where less than
  /// 2 s of speech were heard or the sentence was less than 3 dB louder than the silence. Its uncertainty
  /// holds the spread of both levels, as any other sentence and any other silence would give them, and 0.5 dB
  /// for where utterances begin and end.
  VoiceResult voice_to_background_db;

  /// %: part of the silent phase in which somebody spoke. It may be the agent, somebody else or a television,
  /// and now and then something that only sounds like speech (VoiceDetector). The uncertainty is that of
  /// where utterances begin and end.
  VoiceResult silent_speech_share;

  /// s: how long somebody spoke in the reading phase.
  VoiceResult reading_speech_seconds;
};

}  // namespace preshift
