#include "pulse_connection.hpp"

#include <algorithm>

namespace preshift {

using std::chrono::microseconds;

PulseConnection::PulseConnection(const PulseLibrary& pulse)
    : m_pulse(pulse),
      m_loop(pulse.mainloop_new()),
      m_context(pulse.context_new(pulse.mainloop_get_api(m_loop), "Preshift")) {}

PulseConnection::~PulseConnection() {
  m_pulse.context_disconnect(m_context);
  m_pulse.context_unref(m_context);
  m_pulse.mainloop_free(m_loop);
}

std::unique_ptr<PulseConnection> PulseConnection::open(const PulseLibrary& pulse, Clock::time_point until) {
  std::unique_ptr<PulseConnection> connection(new PulseConnection(pulse));
  if (pulse.context_connect(connection->m_context, nullptr, PA_CONTEXT_NOAUTOSPAWN, nullptr) < 0)
    return nullptr;
  const auto settled = [&] {
    const pa_context_state_t state = pulse.context_get_state(connection->m_context);
    return state == PA_CONTEXT_READY || !PA_CONTEXT_IS_GOOD(state);
  };
  if (!connection->turn_until(until, settled) || !connection->is_good()) return nullptr;
  return connection;
}

bool PulseConnection::is_good() const {
  return m_pulse.context_get_state(m_context) == PA_CONTEXT_READY;
}

bool PulseConnection::finish(pa_operation* operation, Clock::time_point until) {
  if (operation == nullptr) return false;
  turn_until(until, [&] { return m_pulse.operation_get_state(operation) != PA_OPERATION_RUNNING; });
  const bool done = m_pulse.operation_get_state(operation) == PA_OPERATION_DONE;
  if (!done) m_pulse.operation_cancel(operation);
  m_pulse.operation_unref(operation);
  return done;
}

void PulseConnection::catch_up() {
  constexpr int k_at_most = 100;  // a server that floods its clients must not keep us here
  for (int i = 0; i < k_at_most && turn(microseconds(0)); ++i) {
  }
}

bool PulseConnection::turn(microseconds patience) {
  if (m_pulse.mainloop_prepare(m_loop, static_cast<int>(patience.count())) < 0) return false;
  if (m_pulse.mainloop_poll(m_loop) < 0) return false;
  return m_pulse.mainloop_dispatch(m_loop) > 0;
}

bool PulseConnection::turn_until(Clock::time_point until, const std::function<bool()>& done) {
  while (!done()) {
    const auto left = std::chrono::duration_cast<microseconds>(until - Clock::now());
    if (left <= microseconds(0)) return false;
    turn(std::min(left, microseconds(100'000)));
  }
  return true;
}

}  // namespace preshift
