#pragma once

#include "level_plot.hpp"

#include <string>

namespace preshift {

/// The picture in a few sentences, for those who do not see it.
[[nodiscard]] std::string plot_description(const LevelPlot& plot, Language language);

}  // namespace preshift
