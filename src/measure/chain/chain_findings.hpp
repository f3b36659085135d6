#pragma once

#include <optional>
#include <string_view>

namespace preshift {

/// What the sound says about one way of processing it.
enum class ChainVerdict {
  none,       ///< looked for and not found
  suspected,  ///< the sound cannot be what a microphone alone delivers
  unknown,    ///< it was too short, too quiet or too lively to tell
};

/// One finding: a number, suspected from `limit` upwards.
struct ChainEvidence {
  ChainVerdict verdict = ChainVerdict::unknown;
  std::optional<double> value;  ///< finite; none where the sound held nothing to take it from
  double limit = 0;
  std::string_view unit;  ///< as in exchange/measures.hpp; empty for counts and ratios
};

/// What one channel's sound tells about the chain that delivered it.
struct ChainFindings {
  /// The strongest of band_seams, noise_texture and sinking, each over its limit: 1 and more is suspected.
  /// None only where texture and seams could both be judged, so never below 36 kHz: a suppressor that had
  /// learned a steady noise before is then a constant gain and leaves no trace.
  ChainEvidence noise_suppression;
  ChainEvidence band_seams;     ///< phase coherence between both sides of the seams at 8 and 16 kHz
  ChainEvidence noise_texture;  ///< excess of the spots' mean square; only of a calm background
  ChainEvidence sinking;        ///< dB: how far a steady background sank in its first two seconds

  ChainEvidence automatic_gain;  ///< dB: how far a steady background rose in its first two seconds
  ChainEvidence gain_step;       ///< dB: the largest sudden step of a steady background that stayed
  ChainEvidence noise_gate;      ///< times that the background vanished into digital silence and came back
  ChainEvidence band_limit;  ///< dB: how far the spectrum falls at bandwidth_hz, when that is below 10 kHz
  ChainEvidence repeated_buffers;  ///< count
  ChainEvidence dropouts;          ///< count
  ChainEvidence flat_tops;         ///< samples
  ChainEvidence dc_offset;         ///< % of full scale
  ChainEvidence digital_silence;   ///< % of the time

  /// The highest frequency that holds sound; none without any.
  std::optional<double> bandwidth_hz;
};

}  // namespace preshift
