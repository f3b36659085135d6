#include "metering.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace preshift {
namespace {

/// The microphone's measures that are there, in the catalogue's order.
Measurements in_order(const Measurements& measurements) {
  Measurements ordered;
  for (const Measure& measure : measures())
    std::copy_if(measurements.begin(), measurements.end(), std::back_inserter(ordered),
                 [&](const Measurement& measurement) { return measurement.name == measure.name; });
  return ordered;
}

/// -inf for a second without any sound.
double raised(double dbfs, double by_db) {
  return dbfs <= k_silence_dbfs ? -std::numeric_limits<double>::infinity() : dbfs + by_db;
}

}  // namespace

MeterReport run_meter(const SensingRequest& request, const KnownScales& scales,
                      const EventListener& listener) {
  Sensing sensing = run_sensing(sensing_program(), to_arguments(request), listener);
  MeterReport report;
  report.confined = sensing.confined;
  report.problem = sensing.problem;
  if (sensing.sources.empty()) return report;
  report.source = sensing.sources.front();
  report.calibration = calibration_for(*report.source, scales);
  report.measurements = in_order(calibrated(sensing.measurements, sensing.spectrum, report.calibration));
  report.spectrum = sensing.spectrum;
  report.history = std::move(sensing.history);
  const auto* used = std::get_if<UsedCalibration>(&report.calibration);
  const double raised_db = used == nullptr ? 0 : used->scale.full_scale.level_db;
  if (used != nullptr && report.spectrum)
    report.spectrum = in_sound_pressure(*report.spectrum, used->scale.full_scale);
  for (SecondPassed& second : report.history) {
    second.laeq = raised(second.laeq, raised_db);
    second.lafmax = raised(second.lafmax, raised_db);
  }
  return report;
}

}  // namespace preshift
