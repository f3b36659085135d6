#include "observed.hpp"

#include "sensing_texts.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace preshift::test {

Measurements measure(std::span<const float> interleaved, double rate_hz, int channels) {
  SoundObserver observer({Purpose::meter, rate_hz, channels, std::nullopt, {}});
  observer.observe(interleaved);
  return observer.measurements({});
}

SoundPlan check_plan(double rate_hz, std::optional<SoundPhases> phases) {
  return {Purpose::check, rate_hz, 1, phases, {nullptr, {sensing_text("voice.no_detector"), {"x"}}}};
}

Measurements check(std::span<const float> samples, const SoundPlan& plan, const SoundDelivery& delivery) {
  SoundObserver observer(plan);
  observer.observe(samples);
  return observer.measurements(delivery);
}

const Measurement& find(const Measurements& measurements, std::string_view name) {
  const auto named = [&](const Measurement& measurement) { return measurement.name == name; };
  if (std::count_if(measurements.begin(), measurements.end(), named) != 1)
    throw std::runtime_error(std::string(name) + " is not there exactly once");
  return *std::find_if(measurements.begin(), measurements.end(), named);
}

Quantity quantity_of(const Measurements& measurements, std::string_view name) {
  const auto* quantity = std::get_if<Quantity>(&find(measurements, name).outcome);
  if (quantity == nullptr) throw std::runtime_error(std::string(name) + " is not known");
  return *quantity;
}

double value_of(const Measurements& measurements, std::string_view name) {
  return quantity_of(measurements, name).value;
}

std::string_view reason_of(const Measurements& measurements, std::string_view name) {
  const auto* absence = std::get_if<Absence>(&find(measurements, name).outcome);
  const auto& doubt = find(measurements, name).doubt;
  if (doubt) return doubt->text.id;
  return absence == nullptr ? std::string_view{} : absence->reason.text.id;
}

}  // namespace preshift::test
