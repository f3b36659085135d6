#pragma once

#include "document.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace preshift {

struct NamedCount {
  std::string words;
  std::size_t count = 0;
};

/// Counts as horizontal bars in the order given, each under its words, which are cut to the chart's width.
/// Past the twelfth, the rest is one bar.
[[nodiscard]] Chart bars_chart(const std::string& title, const std::vector<NamedCount>& counts,
                               Language language);

}  // namespace preshift
