#include "meter_display.hpp"

#include "cli_texts.hpp"
#include "utf8.hpp"

#include <fmt/format.h>

#include <cmath>

namespace preshift {
namespace {

constexpr const char* k_erase_line = "\r\x1b[K";
constexpr std::size_t k_trace_seconds = 30;

}  // namespace

MeterDisplay::MeterDisplay(std::FILE* terminal, int width, Language language, bool colour,
                           const KnownScales& scales)
    : m_terminal(terminal), m_width(width), m_language(language), m_colour(colour), m_scales(scales) {}

MeterDisplay::~MeterDisplay() {
  if (m_drawn) fmt::print(m_terminal, "{}", k_erase_line);
  std::fflush(m_terminal);
}

void MeterDisplay::show(const Event& event) {
  if (const auto* source = std::get_if<SourceOpened>(&event)) opened(*source);
  if (const auto* reading = std::get_if<MeterReading>(&event)) draw(*reading);
  if (const auto* second = std::get_if<SecondPassed>(&event)) {
    m_last_seconds.push_back(second->laeq);
    if (m_last_seconds.size() > k_trace_seconds) m_last_seconds.pop_front();
  }
}

void MeterDisplay::opened(const SourceOpened& source) {
  m_levels = ShownLevels(calibration_for(source, m_scales));
  fmt::print(m_terminal, "{}\n", render({cli_text("meter.running"), {printable(source.name)}}, m_language));
}

std::string MeterDisplay::trace() const {
  constexpr const char* k_heights[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string trace;
  for (const double dbfs : m_last_seconds)
    trace += k_heights[static_cast<std::size_t>(std::lround(m_levels.share(dbfs) * 7))];
  trace.append(k_trace_seconds - m_last_seconds.size(), ' ');
  return trace;
}

void MeterDisplay::draw(const MeterReading& reading) {
  constexpr std::size_t k_bar_cells = 16;
  const auto number = [this](double dbfs) { return m_levels.number(dbfs, m_language); };
  const std::string levels = fmt::format(
      "LAF {} {:>5}  LAeq {:>5}  LA90 {:>5} {}", drawn_bar(m_levels.share(reading.laf), k_bar_cells),
      number(reading.laf), number(reading.laeq), reading.la90 ? number(*reading.la90) : "-", m_levels.unit());
  const std::string clock = fmt::format("{:>4.0f} s", std::floor(reading.seconds));
  std::string line = fmt::format("{} {} {}", levels, trace(), clock);
  const auto columns = static_cast<std::size_t>(m_width);
  if (display_width(line) >= columns) line = fmt::format("{} {}", levels, clock);
  if (display_width(line) >= columns) line = fmt::format("LAF {} {}", number(reading.laf), m_levels.unit());
  fmt::print(m_terminal, "{}{}{}{}", k_erase_line, m_colour ? "\x1b[36m" : "", line,
             m_colour ? "\x1b[0m" : "");
  std::fflush(m_terminal);
  m_drawn = true;
}

}  // namespace preshift
