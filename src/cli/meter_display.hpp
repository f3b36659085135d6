#pragma once

#include "calibration_use.hpp"
#include "event.hpp"
#include "shown_levels.hpp"

#include <cstdio>
#include <deque>
#include <optional>
#include <string>

namespace preshift {

/// The sound level meter on a terminal: one line that is drawn over and over, with LAF as a bar, LAeq, LA90
/// and a trace of the last 30 s.
class MeterDisplay {
 public:
  /// `scales` must live as long.
  MeterDisplay(std::FILE* terminal, int width, Language language, bool colour, const KnownScales& scales);
  ~MeterDisplay();
  MeterDisplay(const MeterDisplay&) = delete;
  MeterDisplay& operator=(const MeterDisplay&) = delete;

  void show(const Event& event);

 private:
  void opened(const SourceOpened& source);
  void draw(const MeterReading& reading);
  [[nodiscard]] std::string trace() const;

  std::FILE* m_terminal;
  int m_width;
  Language m_language;
  bool m_colour;
  const KnownScales& m_scales;
  ShownLevels m_levels;
  std::deque<double> m_last_seconds;  ///< LAeq of each, dBFS
  bool m_drawn = false;
};

}  // namespace preshift
