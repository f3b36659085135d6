#pragma once

#include <string>
#include <vector>

namespace preshift {

/// The whole of the program `preshift`; returns its exit status. `words`: the command line without the name.
[[nodiscard]] int run(const std::vector<std::string>& words);

}  // namespace preshift
