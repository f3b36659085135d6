#pragma once

#include "svg_drawing.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A straight mapping of values to pixels; what is not a number stays one that is not drawn.
struct Scale {
  double low = 0;
  double high = 1;  ///< > low
  double at_low = 0;
  double at_high = 1;

  [[nodiscard]] double operator()(double value) const {
    return at_low + (value - low) / (high - low) * (at_high - at_low);
  }
};

struct Tick {
  double value = 0;
  std::string label;  ///< empty: a mark without words
};

/// Every multiple of the step that the scale holds, labelled with a number.
[[nodiscard]] std::vector<Tick> number_ticks(const Scale& scale, double step, Language language);

/// The same in seconds, minutes, hours or days, whichever the step is a multiple of.
enum class TimeUnit { seconds, minutes, hours, days };
[[nodiscard]] TimeUnit time_unit(double step_s);
[[nodiscard]] std::vector<Tick> time_ticks(const Scale& seconds, double step_s, Language language);

/// Lines across the panel at every tick, labels and the title outside of it, k_left_margin and
/// k_bottom_margin wide.
void draw_left_axis(SvgDrawing& drawing, const Box& panel, const Scale& scale, std::span<const Tick> ticks,
                    std::string_view title);
void draw_bottom_axis(SvgDrawing& drawing, const Box& panel, const Scale& scale, std::span<const Tick> ticks,
                      std::string_view title);
inline constexpr double k_left_margin = 70;
inline constexpr double k_bottom_margin = 46;

/// From a letter's middle down to its baseline, as a share of its size.
inline constexpr double k_middle_to_baseline = 0.35;

}  // namespace preshift
