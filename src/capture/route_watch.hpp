#pragma once

#include "sound_route.hpp"

#include <chrono>
#include <memory>
#include <optional>

namespace preshift {

/// What became of a route while it was watched.
struct RouteChanges {
  bool known = false;  ///< a sound server was watched to the end; nothing else is told without one
  std::optional<double> gain_change_db;  ///< the highest volume less the lowest; none when not known
  bool muted = false;                    ///< at any moment
  std::optional<SoundRoute> rerouted;    ///< the other source that the recording was moved to, if it was
};

/// Follows the source that a sound server records from for this process. A change that is taken back between
/// two calls of follow() is not seen. Not thread-safe, but any thread may use it. Works on once the process
/// is confined.
class RouteWatch {
 public:
  virtual ~RouteWatch() = default;

  /// As it was when the watch began.
  [[nodiscard]] virtual const SoundRoute& route() const = 0;

  /// Takes in what the server announced. To be called often; takes no time while nothing changes, and after
  /// a change at most half a second, when the server hangs.
  virtual void follow() = 0;

  /// All changes so far; known as long as the server answers.
  [[nodiscard]] virtual RouteChanges changes() = 0;
};

/// Begins to watch. The recording must be running. nullptr where there is no sound server, where it does not
/// answer within `patience`, or where it does not know of a recording by this process.
[[nodiscard]] std::unique_ptr<RouteWatch> watch_route(std::chrono::milliseconds patience);

}  // namespace preshift
