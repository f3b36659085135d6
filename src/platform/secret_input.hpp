#pragma once

#include <optional>
#include <string>

namespace preshift {

/// Asks a person at the terminal for a line that is not shown while it is typed. None without a terminal, or
/// when it was closed. The caller overwrites the text when it is done.
[[nodiscard]] std::optional<std::string> ask_for_secret(const std::string& prompt);

}  // namespace preshift
