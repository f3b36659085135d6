#pragma once

#include "measurement.hpp"
#include "sound_observer.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace preshift::test {

Measurements measure(std::span<const float> interleaved, double rate_hz, int channels = 1,
                     std::optional<FullScale> full_scale = std::nullopt);

/// The outcome of this name. Fails the test unless it is there exactly once.
const Measurement& find(const Measurements& measurements, std::string_view name);
Quantity quantity_of(const Measurements& measurements, std::string_view name);
double value_of(const Measurements& measurements, std::string_view name);

/// The id of the reason why it is unknown; empty when it is known.
std::string_view reason_of(const Measurements& measurements, std::string_view name);

inline constexpr std::string_view k_levels[] = {"sound.laeq", "sound.laf10", "sound.laf50", "sound.laf90",
                                                "sound.lafmax"};

}  // namespace preshift::test
