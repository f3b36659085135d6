#pragma once

#include "event.hpp"
#include "text.hpp"

#include <cstdio>
#include <optional>
#include <string>

namespace preshift {

/// What a person sees on the terminal while a check measures: a line whenever a device is opened or released,
/// and below it one line that is drawn over and over, with a bar, the time and the level.
class ProgressDisplay {
 public:
  ProgressDisplay(std::FILE* terminal, int width, Language language, bool colour);
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
  Source m_sound;
  Source m_pictures;
  std::optional<Level> m_level;
  bool m_drawn = false;
};

}  // namespace preshift
