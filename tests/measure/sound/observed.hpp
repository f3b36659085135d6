#pragma once

#include "measurement.hpp"
#include "sound_observer.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace preshift::test {

/// What a meter measures; no voice.
Measurements measure(std::span<const float> interleaved, double rate_hz, int channels = 1);

/// What a check measures, without a network for the voice.
SoundPlan check_plan(double rate_hz, std::optional<SoundPhases> phases = std::nullopt);
Measurements check(std::span<const float> samples, const SoundPlan& plan, const SoundDelivery& delivery = {});

/// The outcome of this name. Fails the test unless it is there exactly once.
const Measurement& find(const Measurements& measurements, std::string_view name);
Quantity quantity_of(const Measurements& measurements, std::string_view name);
double value_of(const Measurements& measurements, std::string_view name);

/// The id of the reason why it is unknown or in doubt; empty when it is known for sure.
std::string_view reason_of(const Measurements& measurements, std::string_view name);

inline constexpr std::string_view k_levels[] = {"sound.laeq", "sound.laf10", "sound.laf50", "sound.laf90",
                                                "sound.lafmax"};

}  // namespace preshift::test
