#include "watchdog.hpp"

#include "confinement.hpp"
#include "exit_status.hpp"

#include <algorithm>
#include <utility>

namespace preshift {

using std::chrono::steady_clock;

Watchdog::Watchdog(EventWriter& writer) : m_writer(writer), m_thread([this] { run(); }) {}

Watchdog::~Watchdog() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_changed.notify_all();
  m_thread.join();
}

void Watchdog::run() {
  constexpr std::chrono::milliseconds k_beat{500};
  std::unique_lock lock(m_mutex);
  while (!m_stopping) {
    m_changed.wait_for(lock, k_beat);
    const auto late = std::find_if(m_watches.begin(), m_watches.end(), [](const Watch* watch) {
      return steady_clock::now() > watch->m_deadline;
    });
    if (late != m_watches.end()) {
      m_writer.write((*late)->m_problem);
      end_process(exit_status_of((*late)->m_problem.problem.kind));
    }
    m_writer.write(Alive{});
  }
}

Watchdog::Watch::Watch(Watchdog& dog, std::chrono::milliseconds patience, SourceProblem problem)
    : m_dog(dog),
      m_patience(patience),
      m_problem(std::move(problem)),
      m_deadline(steady_clock::now() + patience) {
  const std::lock_guard lock(m_dog.m_mutex);
  m_dog.m_watches.push_back(this);
}

Watchdog::Watch::~Watch() {
  const std::lock_guard lock(m_dog.m_mutex);
  m_dog.m_watches.remove(this);
}

void Watchdog::Watch::renew() {
  const std::lock_guard lock(m_dog.m_mutex);
  m_deadline = steady_clock::now() + m_patience;
}

}  // namespace preshift
