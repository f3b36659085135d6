#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift dispute FILE --note TEXT`: the agent's objection to a certificate, in a file for the employer.
[[nodiscard]] Result<int> run_dispute_command(const Arguments& arguments, Language language);

}  // namespace preshift
