#include "spectrum_panel.hpp"

#include "chart_axes.hpp"
#include "chart_legend.hpp"
#include "level_range.hpp"
#include "plot_numbers.hpp"
#include "plot_style.hpp"
#include "plot_texts.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

namespace preshift {
namespace {

using namespace plot_style;

constexpr std::size_t k_bands = std::tuple_size_v<decltype(Spectrum::third)>;
constexpr int k_lowest_octave_middle = -21;  ///< 8 Hz
constexpr int k_highest_octave_middle = 12;  ///< 16 kHz
constexpr Stroke k_whisker{k_ink, 1.2};

class SpectrumPanel {
 public:
  SpectrumPanel(SvgDrawing& drawing, const Box& panel, const PlottedSpectrum& spectrum, std::string_view unit,
                Language language)
      : m_drawing(drawing),
        m_panel(panel),
        m_spectrum(spectrum),
        m_unit(unit),
        m_language(language),
        m_range(range()),
        m_level{m_range.low, m_range.high, panel.bottom(), panel.top},
        m_band{-0.5, k_bands - 0.5, panel.left, panel.right()} {}

  void draw() {
    draw_unknown_bands();
    draw_axes();
    draw_bands();
    draw_sums();
    draw_legend_row();
  }

 private:
  [[nodiscard]] std::optional<PlottedLevel> band(std::size_t index) const {
    const auto& band = m_spectrum.bands.third[index];
    if (!band || !is_level(band->level)) return std::nullopt;
    return PlottedLevel{band->level, band->expanded_uncertainty};
  }

  [[nodiscard]] std::vector<PlottedLevel> known_levels() const {
    std::vector<PlottedLevel> levels;
    for (std::size_t i = 0; i < k_bands; ++i)
      if (const auto level = band(i)) levels.push_back(*level);
    for (const auto& sum : {m_spectrum.laeq, m_spectrum.lzeq})
      if (sum) levels.push_back(*sum);
    return levels;
  }

  [[nodiscard]] LevelRange range() const {
    std::vector<double> levels;
    for (const PlottedLevel& level : known_levels()) {
      levels.push_back(level.level - level.expanded_uncertainty);
      levels.push_back(level.level + level.expanded_uncertainty);
    }
    return level_range(levels);
  }

  [[nodiscard]] std::string words(const Text& text, std::vector<Argument> arguments = {}) const {
    return render({text, std::move(arguments)}, m_language);
  }

  void draw_axes() {
    draw_left_axis(m_drawing, m_panel, m_level, number_ticks(m_level, m_range.step, m_language),
                   words(plot_text("plot.level"), {m_unit}));
    std::vector<Tick> ticks;
    for (int third = k_lowest_octave_middle; third <= k_highest_octave_middle; third += 3)
      ticks.push_back({static_cast<double>(third - Spectrum::k_lowest_third),
                       plotted_frequency(nominal_third_hz(third), m_language)});
    draw_bottom_axis(m_drawing, m_panel, m_band, ticks, words(plot_text("plot.thirds")));
  }

  [[nodiscard]] double slot_width() const { return m_panel.width / static_cast<double>(k_bands); }

  /// Neighbours as one hatched box.
  void draw_unknown_bands() {
    m_drawing.begin_group("unknown-bands");
    for (std::size_t begin = 0; begin < k_bands; ++begin) {
      if (band(begin)) continue;
      std::size_t end = begin;
      while (end < k_bands && !band(end)) ++end;
      draw_unknown({m_panel.left + slot_width() * static_cast<double>(begin), m_panel.top,
                    slot_width() * static_cast<double>(end - begin), m_panel.height});
      begin = end;
    }
    m_drawing.end_group();
  }

  void draw_unknown(const Box& box) {
    m_drawing.hatch(box, k_unknown);
    m_drawing.words({box.left + box.width / 2, box.bottom() - 8}, "?",
                    {k_heading, Anchor::middle, k_ink, true, true});
  }

  void draw_bands() {
    const double width = 0.78 * slot_width();
    m_drawing.begin_group("spectrum-bars");
    for (std::size_t i = 0; i < k_bands; ++i)
      if (const auto level = band(i)) draw_bar(m_band(static_cast<double>(i)), width, level->level, k_bar);
    m_drawing.end_group();
    m_drawing.begin_group("spectrum-uncertainties");
    for (std::size_t i = 0; i < k_bands; ++i)
      if (const auto level = band(i)) draw_whisker(m_band(static_cast<double>(i)), *level);
    m_drawing.end_group();
  }

  void draw_bar(double middle, double width, double level, std::string_view fill) {
    const double height = std::max(m_panel.bottom() - m_level(level), 1.0);
    m_drawing.box({middle - width / 2, m_panel.bottom() - height, width, height}, fill);
  }

  void draw_whisker(double x, const PlottedLevel& level) {
    const double uncertainty = level.expanded_uncertainty;
    if (!(uncertainty > 0) || !is_level(uncertainty)) return;
    const double top = m_level(level.level + uncertainty);
    const double bottom = std::min(m_level(level.level - uncertainty), m_panel.bottom());
    draw_uncertainty(m_drawing, x, top, bottom, k_whisker);
  }

  void draw_sums() {
    m_drawing.begin_group("sum-bars");
    draw_sum(m_panel.right() + 58, "A", m_spectrum.laeq);
    draw_sum(m_panel.right() + 114, "Z", m_spectrum.lzeq);
    m_drawing.line({m_panel.right() + 30, m_panel.bottom()}, {m_panel.right() + 142, m_panel.bottom()},
                   {k_soft_ink, 1});
    m_drawing.words({m_panel.right() + 86, m_panel.bottom() + k_bottom_margin - 6},
                    words(plot_text("plot.sums")), {k_letters, Anchor::middle, k_soft_ink});
    m_drawing.end_group();
  }

  void draw_sum(double x, const char* name, const std::optional<PlottedLevel>& sum) {
    constexpr double k_width = 34;
    m_drawing.words({x, m_panel.bottom() + 5 + k_letters}, name, {k_letters, Anchor::middle, k_ink, true});
    if (!sum || !is_level(sum->level))
      return draw_unknown({x - k_width / 2, m_panel.top, k_width, m_panel.height});
    draw_bar(x, k_width, sum->level, k_sum_bar);
    draw_whisker(x, *sum);
    const bool whisker = is_level(sum->expanded_uncertainty) && sum->expanded_uncertainty > 0;
    const double top = m_level(sum->level + (whisker ? sum->expanded_uncertainty : 0));
    m_drawing.words({x, top - 6}, plotted_number(sum->level, 1, m_language),
                    {k_letters, Anchor::middle, k_ink, true, true});
  }

  void draw_legend_row() {
    const auto levels = known_levels();
    std::vector<LegendEntry> entries;
    if (std::any_of(levels.begin(), levels.end(),
                    [](const PlottedLevel& level) { return level.expanded_uncertainty > 0; }))
      entries.push_back({words(plot_text("legend.uncertainty")), "", {}, k_whisker, true});
    const auto& third = m_spectrum.bands.third;
    if (std::any_of(third.begin(), third.end(), [](const auto& band) { return !band; }))
      entries.push_back({words(plot_text("legend.unknown")), "", k_unknown});
    draw_legend(m_drawing, {m_panel.left, m_panel.top - 16}, entries);
  }

  SvgDrawing& m_drawing;
  Box m_panel;
  const PlottedSpectrum& m_spectrum;
  std::string m_unit;
  Language m_language;
  LevelRange m_range;
  Scale m_level;
  Scale m_band;
};

}  // namespace

void draw_spectrum_panel(SvgDrawing& drawing, const Box& panel, const PlottedSpectrum& spectrum,
                         std::string_view unit, Language language) {
  SpectrumPanel(drawing, panel, spectrum, unit, language).draw();
}

}  // namespace preshift
