#include "meter_plot.hpp"

#include "report_texts.hpp"

#include <algorithm>
#include <string>

namespace preshift {
namespace {

const Quantity* find_quantity(const MeterReport& report, std::string_view name) {
  const auto found = std::find_if(report.measurements.begin(), report.measurements.end(),
                                  [&](const Measurement& each) { return each.name == name; });
  return found == report.measurements.end() ? nullptr : std::get_if<Quantity>(&found->outcome);
}

std::optional<PlottedLevel> plotted(const MeterReport& report, std::string_view name) {
  const Quantity* quantity = find_quantity(report, name);
  if (quantity == nullptr) return std::nullopt;
  return PlottedLevel{quantity->value, quantity->expanded_uncertainty, quantity->is_upper_bound};
}

std::optional<std::string> rating(const MeterReport& report, std::string_view name, const char* prefix) {
  const Quantity* quantity = find_quantity(report, name);
  if (quantity == nullptr) return std::nullopt;
  const std::string bound = quantity->is_upper_bound ? "≤ " : "";
  return bound + prefix + std::to_string(static_cast<int>(quantity->value));
}

}  // namespace

LevelPlot level_plot_of(const MeterReport& report, Language language) {
  LevelPlot plot;
  plot.calibrated = std::holds_alternative<UsedCalibration>(report.calibration);
  if (report.source) {
    plot.title = report.source->name;
    const Text text = plot.calibrated ? report_text("meter.rate_calibrated") : report_text("meter.rate");
    plot.details = render({text, {report.source->rate}}, language);
  }
  for (const SecondPassed& second : report.history)
    plot.history.push_back({second.laeq, second.lafmax, second.overloaded});
  plot.laeq = plotted(report, "sound.laeq");
  plot.la10 = plotted(report, "sound.laf10");
  plot.la50 = plotted(report, "sound.laf50");
  plot.la90 = plotted(report, "sound.laf90");
  plot.lafmax = plotted(report, "sound.lafmax");
  if (report.spectrum) {
    plot.spectrum = PlottedSpectrum{*report.spectrum, plot.laeq, plotted(report, "sound.lzeq"),
                                    rating(report, "sound.nc", "NC-"), rating(report, "sound.nr", "NR ")};
  }
  return plot;
}

}  // namespace preshift
