#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace preshift {

/// How far under its threshold, in log-odds, a class still counts as going on.
inline constexpr float k_event_release = 1.5F;

/// By how much, in log-odds, thresholds are moved to see what depends on them.
inline constexpr float k_event_doubt = 1;

/// Windows, the last one included, through which something was heard.
struct EventSpan {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Finds the events of one class. From the threshold on one begins, and it lasts until the log-odds fall
/// k_event_release under it. The same is done with a threshold k_event_doubt lower and one as much higher:
/// where the counts differ, they are in doubt. At most k_most_spans events are kept, all are counted.
class EventTally {
 public:
  static constexpr std::size_t k_most_spans = 1000;

  struct Count {
    std::size_t events = 0;
    std::size_t windows = 0;
  };

  /// The next window's log-odds less the threshold.
  void observe(float margin);

  [[nodiscard]] Count count() const { return m_nominal.count; }
  [[nodiscard]] Count count_when_lax() const { return m_lax.count; }
  [[nodiscard]] Count count_when_strict() const { return m_strict.count; }
  [[nodiscard]] const std::vector<EventSpan>& spans() const { return m_spans; }

 private:
  struct Following {
    Count count;
    bool going_on = false;

    /// Whether an event began.
    bool observe(float margin);
  };

  std::size_t m_window = 0;
  Following m_nominal;
  Following m_lax;
  Following m_strict;
  std::vector<EventSpan> m_spans;
};

}  // namespace preshift
