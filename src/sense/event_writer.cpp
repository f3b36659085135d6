#include "event_writer.hpp"

#include <string>

namespace preshift {

void EventWriter::write(const Event& event) {
  const std::string line = to_json_line(event);
  const std::lock_guard lock(m_mutex);
  std::fwrite(line.data(), 1, line.size(), m_output);
  std::fflush(m_output);
}

}  // namespace preshift
