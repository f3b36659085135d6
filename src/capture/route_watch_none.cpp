#include "route_watch.hpp"

namespace preshift {

std::unique_ptr<RouteWatch> watch_route(std::chrono::milliseconds) {
  return nullptr;
}

}  // namespace preshift
