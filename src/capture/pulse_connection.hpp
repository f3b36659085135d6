#pragma once

#include "pulse_library.hpp"

#include <chrono>
#include <functional>
#include <memory>

namespace preshift {

/// A client of PulseAudio, or of PipeWire in its place, that never waits longer than it is told to. Never
/// starts a server.
class PulseConnection {
 public:
  using Clock = std::chrono::steady_clock;

  /// nullptr when no server answers until then.
  [[nodiscard]] static std::unique_ptr<PulseConnection> open(const PulseLibrary& pulse,
                                                             Clock::time_point until);
  ~PulseConnection();
  PulseConnection(const PulseConnection&) = delete;
  PulseConnection& operator=(const PulseConnection&) = delete;

  [[nodiscard]] const PulseLibrary& pulse() const { return m_pulse; }
  [[nodiscard]] pa_context* context() const { return m_context; }
  [[nodiscard]] bool is_good() const;

  /// Lets the operation come to its end. Whether it did; else its callback will not be called any more.
  [[nodiscard]] bool finish(pa_operation* operation, Clock::time_point until);

  /// Handles all that has come from the server, without waiting.
  void catch_up();

 private:
  explicit PulseConnection(const PulseLibrary& pulse);
  /// Handles what comes within this time; whether anything did.
  bool turn(std::chrono::microseconds patience);
  bool turn_until(Clock::time_point until, const std::function<bool()>& done);

  const PulseLibrary& m_pulse;
  pa_mainloop* m_loop;
  pa_context* m_context;
};

}  // namespace preshift
