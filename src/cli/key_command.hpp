#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift key create|show|export-public|rotate`. None of them prints a private key.
[[nodiscard]] Result<int> run_key_command(const Arguments& arguments, Language language);

}  // namespace preshift
