#pragma once

#include "challenge_listener.hpp"
#include "event.hpp"
#include "loudspeaker.hpp"
#include "sensing_request.hpp"
#include "sound_observer.hpp"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace preshift {

/// The loudspeaker of an acoustic challenge or, when there is none, why.
struct ChallengeSupport {
  std::unique_ptr<Loudspeaker> loudspeaker;
  Message missing;
};

/// Opens the loudspeaker; without one the check goes on.
[[nodiscard]] ChallengeSupport open_challenge(const ChallengeRequest& request);

/// The last part of a sound: from `from` on the challenge is played and listened for, and nothing else
/// measures. Without a challenge it takes nothing.
class ChallengeSensing {
 public:
  ChallengeSensing(const std::optional<ChallengeRequest>& request, ChallengeSupport support,
                   const SourceOpened& sound);

  /// Takes its part of the block, in whole frames, and returns what is for others.
  std::span<const float> split(std::span<const float> interleaved);

  /// Seconds taken so far; 0 before it begins.
  [[nodiscard]] double seconds() const;

  [[nodiscard]] bool has_begun() const { return !m_listeners.empty() && m_frames_before == 0; }

  /// For a person, once it has begun.
  [[nodiscard]] PhaseBegun phase() const;

  /// What was heard on the channel that heard most.
  [[nodiscard]] Measurements measurements(const SoundDelivery& delivery) const;

 private:
  void begin();
  [[nodiscard]] ChallengeFindings findings() const;

  const std::optional<ChallengeRequest>& m_request;
  ChallengeSupport m_support;
  std::size_t m_channels;
  std::size_t m_frames_before = 0;
  std::vector<ChallengeListener> m_listeners;  ///< one for each channel
  bool m_played = false;
};

}  // namespace preshift
