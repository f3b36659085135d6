#include "challenge_sensing.hpp"

#include "challenge_measurements.hpp"
#include "challenge_signal.hpp"
#include "route_reason.hpp"
#include "sensing_texts.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

constexpr double k_amplitude = 0.25;  // -16 dBFS

static_assert(k_challenge_code_bytes == challenge::k_code_bytes);

ChallengeCode code_of(const ChallengeRequest& request) {
  return ChallengeCode(request.code.data(), challenge::k_code_bytes);
}

/// A challenge that the computer hears of itself, before it was any sound, proves nothing; nor does one that
/// came to another source than the one that was looked at.
std::optional<Message> why_it_proves_nothing(const SoundDelivery& delivery) {
  const RouteKind kind = delivery.route.kind;
  if (kind == RouteKind::monitor || kind == RouteKind::virtual_device)
    return why_route_is_no_microphone(delivery.route);
  if (delivery.rerouted) return Message{sensing_text("chain.rerouted"), {}};
  return std::nullopt;
}

}  // namespace

ChallengeSupport open_challenge(const ChallengeRequest& request) {
  auto loudspeaker = open_loudspeaker(request.loudspeaker);
  if (loudspeaker) return {std::move(*loudspeaker), {}};
  return {nullptr, loudspeaker.error().message};
}

ChallengeSensing::ChallengeSensing(const std::optional<ChallengeRequest>& request, ChallengeSupport support,
                                   const SourceOpened& sound)
    : m_request(request),
      m_support(std::move(support)),
      m_channels(static_cast<std::size_t>(sound.channels)) {
  if (!request) return;
  m_frames_before =
      static_cast<std::size_t>(sound.rate * std::chrono::duration<double>(request->from).count());
  const double seconds = std::chrono::duration<double>(k_challenge_listening).count();
  m_listeners.assign(m_channels, ChallengeListener(code_of(*request), sound.rate, seconds));
}

std::span<const float> ChallengeSensing::split(std::span<const float> interleaved) {
  if (m_listeners.empty()) return interleaved;
  const std::size_t frames = interleaved.size() / m_channels;
  const std::size_t before = std::min(frames, m_frames_before);
  m_frames_before -= before;
  if (m_frames_before == 0) begin();
  for (std::size_t channel = 0; channel < m_channels; ++channel)
    m_listeners[channel].observe(SampleRun(interleaved, channel, m_channels).part(before, frames - before));
  return interleaved.first(before * m_channels);
}

void ChallengeSensing::begin() {
  if (m_played || !m_support.loudspeaker) return;
  m_played = true;
  m_support.loudspeaker->play(
      challenge_signal(code_of(*m_request), m_support.loudspeaker->rate(), k_amplitude));
}

PhaseBegun ChallengeSensing::phase() const {
  return {Phase::challenge, std::chrono::duration<double>(k_challenge_listening).count()};
}

double ChallengeSensing::seconds() const {
  return m_listeners.empty() ? 0 : m_listeners.front().seconds();
}

ChallengeFindings ChallengeSensing::findings() const {
  ChallengeFindings best;
  for (const ChallengeListener& listener : m_listeners)
    if (const ChallengeFindings heard = listener.findings(); best.threshold == 0 || heard.score > best.score)
      best = heard;
  return best;
}

Measurements ChallengeSensing::measurements(const SoundDelivery& delivery) const {
  if (m_listeners.empty()) return no_challenge({sensing_text("challenge.not_played"), {}});
  if (!m_support.loudspeaker) return no_challenge(m_support.missing);
  return challenge_measurements(findings(), why_it_proves_nothing(delivery));
}

}  // namespace preshift
