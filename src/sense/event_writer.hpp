#pragma once

#include "event.hpp"

#include <cstdio>
#include <mutex>

namespace preshift {

/// Writes events to the pipe, whole lines, from any thread. Levels and progress come at most ten times a
/// second, so that what leaves the program stays a trickle of numbers.
class EventWriter {
 public:
  explicit EventWriter(std::FILE* output) : m_output(output) {}

  void write(const Event& event);

 private:
  std::mutex m_mutex;
  std::FILE* m_output;
};

}  // namespace preshift
