#pragma once

#include "arguments.hpp"

#include <set>
#include <string>
#include <vector>

namespace preshift {

/// Keys, or files with one on each line; what follows a # does not count.
[[nodiscard]] Result<std::set<std::string>> listed_keys(const std::vector<std::string>& given);

/// The lines of the file of --revoked; none without it.
[[nodiscard]] Result<std::set<std::string>> revoked_names(const Arguments& arguments);

}  // namespace preshift
