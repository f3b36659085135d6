#include "set_environment.hpp"

#include <stdlib.h>

namespace preshift {

void set_environment_default(const char* name, const char* value) {
  ::setenv(name, value, 0);
}

}  // namespace preshift
