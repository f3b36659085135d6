#pragma once

namespace preshift {

/// Sets an environment variable of this process unless it is set already. Only while no other thread runs:
/// readers in libraries take no lock.
void set_environment_default(const char* name, const char* value);

}  // namespace preshift
