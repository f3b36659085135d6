#include "voice_levels.hpp"

#include "decibel.hpp"
#include "sensing_texts.hpp"
#include "voice_network.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace preshift {
namespace {

constexpr double k_least_reading_s = 2;
constexpr double k_least_silence_s = 3;
constexpr double k_least_distance_db = 3;
constexpr double k_lowest_dbfs = -160;

/// Where an utterance begins and ends decides which quiet moments count as voice (voice_observer_test).
constexpr double k_bounds_of_speech_db = 0.5;
constexpr double k_processing_bound_db = 0.1;  ///< filter and rounding, as in SoundObserver

/// A mean energy and its standard uncertainty.
struct Energy {
  double mean = 0;
  double uncertainty = 0;
};

Energy energy_of(const PhaseTally& tally) {
  return {tally.energies.mean(), tally.energies.spread().standard_uncertainty};
}

double seconds(std::size_t windows) {
  return static_cast<double>(windows) * k_voice_window_s;
}

double rounded_down(double value) {
  return std::floor(10 * value + 1e-9) / 10;
}

/// Each utterance has two ends, each within one window, every place as likely (JCGM 100, 4.3.7).
double uncertainty_of_ends(std::size_t utterances) {
  return k_voice_window_s * std::sqrt(2 * static_cast<double>(utterances) / 12);
}

/// Of 10 lg(1 + r) for a relative standard uncertainty r: the derivative alone is too small for a large one.
double in_decibel(double relative_uncertainty) {
  return level_of_energy(1 + relative_uncertainty);
}

Failure<Message> absence(const Text& text, std::vector<Argument> arguments = {}) {
  return Failure{Message{text, std::move(arguments)}};
}

/// Why the sentence cannot be measured.
std::optional<Message> why_not_heard(const PhaseTally& reading, std::size_t reading_windows,
                                     const std::optional<Message>& missing) {
  if (missing) return missing;
  if (reading_windows == 0) return Message{sensing_text("voice.no_reading"), {}};
  if (seconds(reading.speech) < k_least_reading_s)
    return Message{sensing_text("voice.not_heard"),
                   {rounded_down(seconds(reading.speech)), k_least_reading_s}};
  return std::nullopt;
}

/// Why the silence cannot be measured.
std::optional<Message> why_no_background(const PhaseTally& silence) {
  if (seconds(silence.windows) < k_least_silence_s)
    return Message{sensing_text("voice.silence_too_short"),
                   {rounded_down(seconds(silence.windows)), k_least_silence_s}};
  if (level_of_energy(silence.energies.mean()) <= k_lowest_dbfs)
    return Message{sensing_text("sound.below_floor"), {}};
  return std::nullopt;
}

VoiceResult background_level(const PhaseTally& silence) {
  if (auto reason = why_no_background(silence)) return Failure{*reason};
  const Energy background = energy_of(silence);
  const double processing = k_processing_bound_db / std::numbers::sqrt3;
  return VoiceFinding{level_of_energy(background.mean),
                      std::hypot(in_decibel(background.uncertainty / background.mean), processing)};
}

VoiceResult silent_speech_share(const PhaseTally& silence, const std::optional<Message>& missing) {
  if (missing) return Failure{*missing};
  const double measured = seconds(silence.windows);
  if (measured < k_least_silence_s)
    return absence(sensing_text("voice.silence_too_short"), {rounded_down(measured), k_least_silence_s});
  return VoiceFinding{100 * seconds(silence.speech) / measured,
                      100 * uncertainty_of_ends(silence.utterances) / measured};
}

VoiceResult reading_seconds(const PhaseTally& reading, std::size_t reading_windows,
                            const std::optional<Message>& missing) {
  if (missing) return Failure{*missing};
  if (reading_windows == 0) return absence(sensing_text("voice.no_reading"));
  return VoiceFinding{seconds(reading.speech), uncertainty_of_ends(reading.utterances)};
}

struct VoiceAndDistance {
  VoiceFinding level;
  VoiceFinding distance;
};

/// The voice is what the speech is louder than the silence: v = s - b. So in v / b = s / b - 1 an error of s
/// weighs 1 / v, one of b weighs s / (v b).
VoiceAndDistance separate(const Energy& speech, const Energy& background) {
  const double voice = speech.mean - background.mean;
  const double of_speech = speech.uncertainty / voice;
  const double of_background = background.uncertainty / voice;
  const double processing = k_processing_bound_db / std::numbers::sqrt3;
  const double level_uncertainty = in_decibel(std::hypot(of_speech, of_background));
  const double distance_uncertainty =
      in_decibel(std::hypot(of_speech, of_background * speech.mean / background.mean));
  return {
      {level_of_energy(voice), std::hypot(level_uncertainty, k_bounds_of_speech_db, processing)},
      {level_of_energy(voice / background.mean), std::hypot(distance_uncertainty, k_bounds_of_speech_db)}};
}

Expected<VoiceAndDistance, Message> voice_and_distance(const PhaseTally& reading, std::size_t reading_windows,
                                                       const PhaseTally& silence,
                                                       const std::optional<Message>& missing) {
  if (auto reason = why_not_heard(reading, reading_windows, missing)) return Failure{*reason};
  if (auto reason = why_no_background(silence)) return Failure{*reason};
  const Energy speech = energy_of(reading);
  const Energy background = energy_of(silence);
  const double above = level_of_energy(speech.mean / background.mean);
  if (!(above >= k_least_distance_db))
    return absence(sensing_text("voice.background_too_loud"),
                   {rounded_down(std::max(above, 0.0)), k_least_distance_db});
  return separate(speech, background);
}

}  // namespace

VoiceFindings voice_findings(const PhaseTally& reading, std::size_t reading_windows,
                             const PhaseTally& silence, const std::optional<Message>& missing) {
  const auto separated = voice_and_distance(reading, reading_windows, silence, missing);
  const auto part = [&](VoiceFinding VoiceAndDistance::*which) {
    return separated ? VoiceResult(separated.value().*which) : VoiceResult(Failure{separated.error()});
  };
  return {part(&VoiceAndDistance::level), background_level(silence), part(&VoiceAndDistance::distance),
          silent_speech_share(silence, missing), reading_seconds(reading, reading_windows, missing)};
}

}  // namespace preshift
