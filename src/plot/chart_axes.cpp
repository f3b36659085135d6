#include "chart_axes.hpp"

#include "plot_numbers.hpp"
#include "plot_style.hpp"
#include "round_ticks.hpp"

#include <cmath>

namespace preshift {
namespace {

using namespace plot_style;

constexpr Stroke k_grid_line{k_grid, 1};
constexpr Stroke k_axis_line{k_soft_ink, 1};
constexpr double k_tick = 5;

double seconds_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::seconds:
      return 1;
    case TimeUnit::minutes:
      return 60;
    case TimeUnit::hours:
      return 3600;
    case TimeUnit::days:
      break;
  }
  return 86400;
}

std::vector<Tick> ticks_in(const Scale& scale, double step, double unit, Language language) {
  std::vector<Tick> ticks;
  const int decimals = decimals_of_step(step / unit);
  for (const double value : multiples(step, scale.low, scale.high))
    ticks.push_back({value, plotted_number(value / unit, decimals, language)});
  return ticks;
}

}  // namespace

std::vector<Tick> number_ticks(const Scale& scale, double step, Language language) {
  return ticks_in(scale, step, 1, language);
}

TimeUnit time_unit(double step_s) {
  for (const TimeUnit unit : {TimeUnit::days, TimeUnit::hours, TimeUnit::minutes})
    if (step_s >= seconds_in(unit)) return unit;
  return TimeUnit::seconds;
}

std::vector<Tick> time_ticks(const Scale& seconds, double step_s, Language language) {
  return ticks_in(seconds, step_s, seconds_in(time_unit(step_s)), language);
}

void draw_left_axis(SvgDrawing& drawing, const Box& panel, const Scale& scale, std::span<const Tick> ticks,
                    std::string_view title) {
  drawing.begin_group("left-axis");
  for (const Tick& tick : ticks) {
    const double y = scale(tick.value);
    drawing.line({panel.left - k_tick, y}, {panel.right(), y}, k_grid_line);
    drawing.words({panel.left - 2 * k_tick, y + k_middle_to_baseline * k_letters}, tick.label,
                  {k_letters, Anchor::end});
  }
  drawing.line({panel.left, panel.top}, {panel.left, panel.bottom()}, k_axis_line);
  drawing.words({panel.left - k_left_margin + k_letters, panel.top + panel.height / 2}, title,
                {k_letters, Anchor::middle, k_soft_ink, false, false, true});
  drawing.end_group();
}

void draw_bottom_axis(SvgDrawing& drawing, const Box& panel, const Scale& scale, std::span<const Tick> ticks,
                      std::string_view title) {
  drawing.begin_group("bottom-axis");
  for (const Tick& tick : ticks) {
    const double x = scale(tick.value);
    drawing.line({x, panel.bottom()}, {x, panel.bottom() + k_tick}, k_axis_line);
    drawing.words({x, panel.bottom() + k_tick + k_letters}, tick.label, {k_letters, Anchor::middle});
  }
  drawing.line({panel.left, panel.bottom()}, {panel.right(), panel.bottom()}, k_axis_line);
  drawing.words({panel.left + panel.width / 2, panel.bottom() + k_bottom_margin - 6}, title,
                {k_letters, Anchor::middle, k_soft_ink});
  drawing.end_group();
}

}  // namespace preshift
