#include "progress_display.hpp"

#include "cli_texts.hpp"
#include "utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr const char* k_erase_line = "\r\x1b[K";

std::string bar(double share, std::size_t cells) {
  const auto full =
      static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(cells)));
  std::string drawn;
  for (std::size_t cell = 0; cell < cells; ++cell) drawn += cell < full ? "█" : "░";
  return drawn;
}

/// A level as a bar: dBFS from -90 to 0, dB(A) from 20 to 90.
double share_of_level(const Level& level) {
  return level.unit == units::k_dbfs ? (level.value + 90) / 90 : (level.value - 20) / 70;
}

}  // namespace

ProgressDisplay::ProgressDisplay(std::FILE* terminal, int width, Language language, bool colour)
    : m_terminal(terminal), m_width(width), m_language(language), m_colour(colour) {
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
  if (const auto* level = std::get_if<Level>(&event)) m_level = *level;
  if (const auto* progress = std::get_if<Progress>(&event)) {
    source_of(progress->sensor).seconds = progress->seconds;
    source_of(progress->sensor).of_seconds = progress->of_seconds;
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
    if (source.live) say(cli_text("progress.keep_quiet"), "");
  } else {
    say(source.live ? cli_text("progress.opened_camera") : cli_text("progress.opened_pictures"), source.name);
  }
}

void ProgressDisplay::released(Sensor sensor) {
  const bool live = source_of(sensor).live;
  source_of(sensor).open = false;
  if (sensor == Sensor::microphone) {
    m_level.reset();
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
      fmt::format("{} {:>3.0f} / {:.0f} s", bar(whole > 0 ? shown.seconds / whole : 0, k_bar_cells),
                  std::floor(shown.seconds), whole);
  if (m_level) {
    line += fmt::format("   {} {} {}", bar(share_of_level(*m_level), k_level_cells),
                        render_number(m_level->value, 1, m_language, true), m_level->unit);
  }
  if (display_width(line) >= static_cast<std::size_t>(m_width)) line = fmt::format("{:.0f} s", shown.seconds);
  const char* begin = m_colour ? "\x1b[36m" : "";
  const char* end = m_colour ? "\x1b[0m" : "";
  fmt::print(m_terminal, "{}{}{}{}", k_erase_line, begin, line, end);
  std::fflush(m_terminal);
  m_drawn = true;
}

}  // namespace preshift
