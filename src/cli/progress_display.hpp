#pragma once

#include "calibration_use.hpp"
#include "event.hpp"
#include "shown_levels.hpp"
#include "text.hpp"

#include <cstdio>
#include <optional>
#include <string>

namespace preshift {

/// What a person sees on the terminal while a check measures: a line whenever a device is opened or released,
/// and below it one line that is drawn over and over, with a bar, the time and the level.
class ProgressDisplay {
 public:
  /// `scales` must live as long; the level is shown in the unit that they allow.
  ProgressDisplay(std::FILE* terminal, int width, Language language, bool colour, const KnownScales& scales);
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

  void show(const Event& event);

  /// Removes the drawn line; what was said about devices stays.
  void clear();

 private:
  void say(const Text& text, const std::string& name);
  void opened(const SourceOpened& source);
  void released(Sensor sensor);
  void prompt(const PhaseBegun& begun);
  void keep_quiet();
  void draw();

  struct Source {
    bool live = false;
    double seconds = 0;
    std::optional<double> of_seconds;
    bool open = false;
  };
  Source& source_of(Sensor sensor);

  std::FILE* m_terminal;
  int m_width;
  Language m_language;
  bool m_colour;
  const KnownScales& m_scales;
  ShownLevels m_levels;
  Source m_sound;
  Source m_pictures;
  bool m_phased = false;  ///< the sound comes in phases, which say what to do
  std::optional<double> m_level_dbfs;
  bool m_drawn = false;
};

}  // namespace preshift
