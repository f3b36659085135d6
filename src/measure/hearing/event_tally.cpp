#include "event_tally.hpp"

namespace preshift {

bool EventTally::Following::observe(float margin) {
  const bool begins = !going_on && margin >= 0;
  going_on = begins || (going_on && margin >= -k_event_release);
  if (begins) ++count.events;
  if (going_on) ++count.windows;
  return begins;
}

void EventTally::observe(float margin) {
  const bool begins = m_nominal.observe(margin);
  m_lax.observe(margin + k_event_doubt);
  m_strict.observe(margin - k_event_doubt);
  if (begins && m_spans.size() < k_most_spans) m_spans.push_back({m_window, m_window});
  if (!begins && m_nominal.going_on && m_nominal.count.events == m_spans.size())
    m_spans.back().last = m_window;
  ++m_window;
}

}  // namespace preshift
