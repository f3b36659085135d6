#include "check.hpp"

#include "check_texts.hpp"
#include "exit_status.hpp"

#include <algorithm>

namespace preshift {
namespace {

bool is_declined(const CheckRequest& request, Sensor sensor) {
  return sensor == Sensor::microphone ? request.microphone_declined : request.camera_declined;
}

bool was_asked_for(const CheckRequest& request, Sensor sensor) {
  return sensor == Sensor::microphone ? request.sensing.sound.has_value()
                                      : request.sensing.pictures.has_value();
}

Message why_not_asked_for(const CheckRequest& request, Sensor sensor) {
  if (sensor == Sensor::microphone) {
    if (is_declined(request, sensor)) return {check_text("check.declined_microphone"), {}};
    return {check_text("check.no_sound_given"), {}};
  }
  if (is_declined(request, sensor)) return {check_text("check.declined_camera"), {}};
  return {check_text("check.no_pictures_given"), {}};
}

Absence why_absent(const CheckRequest& request, const Sensing& sensing,
                   const std::optional<Sensor>& measured_by) {
  if (!measured_by) return {AbsenceKind::unknown, {check_text("check.not_known"), {}}};
  const Sensor sensor = *measured_by;
  if (!was_asked_for(request, sensor)) return {AbsenceKind::declined, why_not_asked_for(request, sensor)};
  if (!sensing.problem) return {AbsenceKind::unknown, {check_text("check.not_measured"), {}}};
  if (sensing.problem->sensor.value_or(sensor) == sensor)
    return {AbsenceKind::failed, sensing.problem->problem.message};
  return {AbsenceKind::unknown, {check_text("check.ended_early"), {}}};
}

}  // namespace

Measurements complete(const CheckRequest& request, const Sensing& sensing) {
  Measurements all;
  for (const Measure& measure : measures()) {
    const Measurements& from = measure.sensor ? sensing.measurements : request.known;
    const auto found = std::find_if(from.begin(), from.end(), [&](const Measurement& measurement) {
      return measurement.name == measure.name;
    });
    if (found != from.end()) {
      all.push_back(*found);
    } else {
      all.push_back({std::string(measure.name), std::string(measure.unit),
                     why_absent(request, sensing, measure.sensor)});
    }
  }
  return all;
}

CheckReport run_check(const CheckRequest& request, const Profile& profile, const EventListener& listener) {
  Sensing sensing;
  if (request.sensing.sound || request.sensing.pictures)
    sensing = run_sensing(sensing_program(), to_arguments(request.sensing), listener);
  const auto calibration = calibration_for(sensing.sources, request.scales);
  if (calibration && !sensing.measurements.empty())
    sensing.measurements = calibrated(sensing.measurements, sensing.spectrum, *calibration);
  Measurements measurements = complete(request, sensing);
  Evaluation evaluation = evaluate(profile, measurements, request.circumstances);
  return {sensing.sources,       sensing.confined, std::move(measurements),
          std::move(evaluation), calibration,      sensing.problem};
}

int exit_status_of(const CheckReport& report) {
  if (report.problem) return exit_status_of(report.problem->problem.kind);
  switch (report.evaluation.outcome) {
    case Outcome::cleared:
      return exit_status::k_cleared;
    case Outcome::not_cleared:
      return exit_status::k_not_cleared;
    case Outcome::undecided:
      break;
  }
  return exit_status::k_undecided;
}

}  // namespace preshift
