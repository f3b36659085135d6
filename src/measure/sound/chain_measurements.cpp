#include "chain_measurements.hpp"

#include "measures.hpp"
#include "route_reason.hpp"
#include "sensing_texts.hpp"

#include <cmath>
#include <string>
#include <utility>

namespace preshift {
namespace {

constexpr double k_steady_gain_db = 0.1;  ///< the sound server's volume comes in steps of about this

double tenths(double value) {
  return std::round(10 * value) / 10;
}

Message message_about(const Text& text, const ChainEvidence& evidence) {
  return {text, {tenths(evidence.value.value_or(0)), tenths(evidence.limit)}};
}

/// What the sound itself betrays goes before what its route says.
std::optional<Message> why_sound_is_processed(const ChainFindings& findings) {
  const std::pair<const ChainEvidence&, Text> signs[] = {
      {findings.noise_suppression, sensing_text("chain.noise_suppression")},
      {findings.automatic_gain, sensing_text("chain.automatic_gain")},
      {findings.noise_gate, sensing_text("chain.noise_gate")},
      {findings.repeated_buffers, sensing_text("chain.repeated_buffers")},
      {findings.dropouts, sensing_text("chain.dropouts")},
      {findings.flat_tops, sensing_text("chain.flat_tops")},
      {findings.gain_step, sensing_text("chain.gain_step")},
  };
  for (const auto& [evidence, text] : signs)
    if (evidence.verdict == ChainVerdict::suspected) return message_about(text, evidence);
  if (findings.band_limit.verdict == ChainVerdict::suspected)
    return Message{sensing_text("chain.band_limit"), {std::round(findings.bandwidth_hz.value_or(0))}};
  return std::nullopt;
}

Measurement route_measurement(const SoundDelivery& delivery) {
  const auto state = [](const char* word) { return Measurement{"chain.route", "", State{word}}; };
  switch (delivery.route.kind) {
    case RouteKind::physical:
      return state("physical");
    case RouteKind::monitor:
      return state("monitor");
    case RouteKind::virtual_device:
      return state("virtual");
    case RouteKind::filter:
      return state("filter");
    case RouteKind::hands_free:
      return state("hands-free");
    case RouteKind::unknown:
      break;
  }
  if (delivery.live) return unknown("chain.route", "", {sensing_text("chain.route_unknown"), {}});
  return unknown("chain.route", "", {sensing_text("chain.no_route"), {}});
}

/// Suppression is the one that makes a room quieter than it is: whether it was at work has to be known.
Measurement processing_measurement(const ChainFindings& findings, const SoundDelivery& delivery,
                                   const std::optional<Message>& no_sound) {
  const char* name = "chain.processing";
  if (auto reason = why_processed(findings, delivery)) return unknown(name, "", std::move(*reason));
  if (no_sound) return unknown(name, "", *no_sound);
  if (delivery.live && delivery.route.kind == RouteKind::unknown)
    return unknown(name, "", {sensing_text("chain.route_unknown"), {}});
  const bool narrow = findings.band_seams.verdict == ChainVerdict::unknown &&
                      findings.noise_texture.verdict == ChainVerdict::none;
  if (narrow && findings.noise_suppression.verdict == ChainVerdict::unknown)
    return unknown(name, "", {sensing_text("chain.narrow"), {}});
  if (findings.noise_suppression.verdict == ChainVerdict::unknown)
    return unknown(name, "", {sensing_text("chain.too_little"), {}});
  return {name, "", State{"none"}};
}

Measurement evidence_measurement(const char* name, const ChainEvidence& evidence) {
  const std::string unit(find_measure(name)->unit);
  if (!evidence.value) return unknown(name, unit, {sensing_text("chain.nothing"), {}});
  return quantity(name, unit, *evidence.value, 0);
}

}  // namespace

std::optional<Message> why_processed(const ChainFindings& findings, const SoundDelivery& delivery) {
  if (auto reason = why_sound_is_processed(findings)) return reason;
  if (auto reason = why_route_is_no_microphone(delivery.route)) return reason;
  if (delivery.route_lost) return Message{sensing_text("chain.route_lost"), {}};
  if (delivery.muted) return Message{sensing_text("chain.muted"), {}};
  if (delivery.rerouted) return Message{sensing_text("chain.rerouted"), {}};
  if (delivery.gain_change_db && std::abs(*delivery.gain_change_db) > k_steady_gain_db)
    return Message{sensing_text("chain.gain_step"), {tenths(*delivery.gain_change_db)}};
  return std::nullopt;
}

Measurements chain_measurements(const ChainFindings& findings, const SoundDelivery& delivery,
                                const std::optional<Message>& no_sound) {
  ChainEvidence bandwidth;
  bandwidth.value = findings.bandwidth_hz;
  return {processing_measurement(findings, delivery, no_sound),
          route_measurement(delivery),
          evidence_measurement("chain.noise_suppression", findings.noise_suppression),
          evidence_measurement("chain.band_seams", findings.band_seams),
          evidence_measurement("chain.noise_texture", findings.noise_texture),
          evidence_measurement("chain.sinking", findings.sinking),
          evidence_measurement("chain.automatic_gain", findings.automatic_gain),
          evidence_measurement("chain.noise_gate", findings.noise_gate),
          evidence_measurement("chain.band_limit", findings.band_limit),
          evidence_measurement("chain.bandwidth", bandwidth),
          evidence_measurement("chain.gain_step", findings.gain_step),
          evidence_measurement("chain.repeated_buffers", findings.repeated_buffers),
          evidence_measurement("chain.dropouts", findings.dropouts),
          quantity("chain.lost", std::string(units::k_second), delivery.lost_seconds, 0),
          evidence_measurement("chain.flat_tops", findings.flat_tops),
          evidence_measurement("chain.dc_offset", findings.dc_offset)};
}

}  // namespace preshift
