#pragma once

#include "level_plot.hpp"
#include "meter_report.hpp"

namespace preshift {

/// What a picture of this measurement shows.
[[nodiscard]] LevelPlot level_plot_of(const MeterReport& report, Language language);

}  // namespace preshift
