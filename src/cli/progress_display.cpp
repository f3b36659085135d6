#include "progress_display.hpp"

#include "cli_texts.hpp"
#include "phase_prompt.hpp"
#include "utf8.hpp"

#include <fmt/format.h>

#include <cmath>

namespace preshift {
namespace {

constexpr const char* k_erase_line = "\r\x1b[K";

}  // namespace

ProgressDisplay::ProgressDisplay(std::FILE* terminal, int width, Language language, bool colour,
                                 const KnownScales& scales)
    : m_terminal(terminal), m_width(width), m_language(language), m_colour(colour), m_scales(scales) {
  fmt::print(m_terminal, "{}", cli_text("progress.opening").in(m_language));
  std::fflush(m_terminal);
  m_drawn = true;
}

ProgressDisplay::~ProgressDisplay() {
  clear();
}

ProgressDisplay::Source& ProgressDisplay::source_of(Sensor sensor) {
  return sensor == Sensor::microphone ? m_sound : m_pictures;
}

void ProgressDisplay::show(const Event& event) {
  if (const auto* source = std::get_if<SourceOpened>(&event)) opened(*source);
  if (const auto* source = std::get_if<SourceReleased>(&event)) released(source->sensor);
  if (const auto* level = std::get_if<Level>(&event)) m_level_dbfs = level->dbfs;
  if (const auto* begun = std::get_if<PhaseBegun>(&event)) prompt(*begun);
  if (const auto* progress = std::get_if<Progress>(&event)) {
    source_of(progress->sensor).seconds = progress->seconds;
    source_of(progress->sensor).of_seconds = progress->of_seconds;
    keep_quiet();
    draw();
  }
}

void ProgressDisplay::clear() {
  if (m_drawn) fmt::print(m_terminal, "{}", k_erase_line);
  m_drawn = false;
  std::fflush(m_terminal);
}

void ProgressDisplay::say(const Text& text, const std::string& name) {
  clear();
  fmt::print(m_terminal, "{}\n", render({text, {printable(name)}}, m_language));
  std::fflush(m_terminal);
}

void ProgressDisplay::opened(const SourceOpened& source) {
  source_of(source.sensor).live = source.live;
  source_of(source.sensor).open = true;
  if (source.sensor == Sensor::microphone) {
    say(source.live ? cli_text("progress.opened_microphone") : cli_text("progress.opened_sound"),
        source.name);
    m_levels = ShownLevels(calibration_for(source, m_scales));
  } else {
    say(source.live ? cli_text("progress.opened_camera") : cli_text("progress.opened_pictures"), source.name);
  }
}

/// Once, when the first sound comes and no phase has said what to do.
void ProgressDisplay::keep_quiet() {
  if (m_phased || !m_sound.live) return;
  m_phased = true;
  say(cli_text("progress.keep_quiet"), "");
}

void ProgressDisplay::prompt(const PhaseBegun& begun) {
  m_phased = true;
  if (!m_sound.live) return;
  clear();
  fmt::print(m_terminal, "{}", phase_prompt(begun, m_language));
  std::fflush(m_terminal);
}

void ProgressDisplay::released(Sensor sensor) {
  const bool live = source_of(sensor).live;
  source_of(sensor).open = false;
  if (sensor == Sensor::microphone) {
    m_level_dbfs.reset();
    say(live ? cli_text("progress.released_microphone") : cli_text("progress.released_sound"), "");
  } else {
    say(live ? cli_text("progress.released_camera") : cli_text("progress.released_pictures"), "");
  }
}

void ProgressDisplay::draw() {
  const Source& shown = m_sound.open ? m_sound : m_pictures;
  if (!shown.open) return;
  constexpr std::size_t k_bar_cells = 24;
  constexpr std::size_t k_level_cells = 12;
  const double whole = shown.of_seconds.value_or(shown.seconds);
  std::string line =
      fmt::format("{} {:>3.0f} / {:.0f} s", drawn_bar(whole > 0 ? shown.seconds / whole : 0, k_bar_cells),
                  std::floor(shown.seconds), whole);
  if (m_level_dbfs) {
    line += fmt::format("   {} {} {}", drawn_bar(m_levels.share(*m_level_dbfs), k_level_cells),
                        m_levels.number(*m_level_dbfs, m_language), m_levels.unit());
  }
  if (display_width(line) >= static_cast<std::size_t>(m_width)) line = fmt::format("{:.0f} s", shown.seconds);
  const char* begin = m_colour ? "\x1b[36m" : "";
  const char* end = m_colour ? "\x1b[0m" : "";
  fmt::print(m_terminal, "{}{}{}{}", k_erase_line, begin, line, end);
  std::fflush(m_terminal);
  m_drawn = true;
}

}  // namespace preshift
