#pragma once

#include "event_writer.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace preshift {

/// A driver or decoder can hang where no call of ours can interrupt it. Whoever calls one says so with a
/// Watch; when its time is over the watchdog reports the problem and ends the process. Meanwhile it writes
/// Alive twice a second.
class Watchdog {
 public:
  explicit Watchdog(EventWriter& writer);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  /// From construction to destruction something must not take longer than `patience` without a renew().
  class Watch {
   public:
    Watch(Watchdog& dog, std::chrono::milliseconds patience, SourceProblem problem);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    void renew();

   private:
    friend class Watchdog;
    Watchdog& m_dog;
    std::chrono::milliseconds m_patience;
    SourceProblem m_problem;
    std::chrono::steady_clock::time_point m_deadline;
  };

 private:
  void run();

  EventWriter& m_writer;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::list<Watch*> m_watches;
  bool m_stopping = false;
  std::thread m_thread;
};

}  // namespace preshift
