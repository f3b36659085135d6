#include "level_plot.hpp"

#include "level_columns.hpp"
#include "plot_texts.hpp"
#include "svg_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace preshift {
namespace {

using testing::coordinates;
using ::testing::HasSubstr;
using testing::in_group;
using ::testing::Not;
using testing::read_svg;
using testing::SvgElement;

constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();
constexpr double k_infinity = std::numeric_limits<double>::infinity();
constexpr double k_half_pixel = 0.5;

LevelPlot steady_plot(std::size_t seconds = 20) {
  LevelPlot plot;
  plot.title = "room.wav";
  plot.details = "48 kHz";
  plot.calibrated = true;
  plot.history.assign(seconds, {50, 53, false});
  plot.laeq = PlottedLevel{50, 1.2};
  plot.la10 = PlottedLevel{51, 1.2};
  plot.la90 = PlottedLevel{49, 1.2};
  plot.lafmax = PlottedLevel{62.5, 0};
  plot.spectrum = PlottedSpectrum{};
  for (std::size_t i = 0; i < plot.spectrum->bands.third.size(); ++i)
    plot.spectrum->bands.third[i] = SpectrumBand{20 + static_cast<double>(i), 2};
  plot.spectrum->laeq = plot.laeq;
  plot.spectrum->nc = "NC-35 (250 Hz)";
  return plot;
}

/// Reads a panel's axis off the picture as a person does: from the labels beside its marks.
class ReadAxis {
 public:
  /// `panel`: 0 for the history, 1 for the spectrum. The lines of an axis and its labels come in one order.
  ReadAxis(const std::vector<SvgElement>& elements, int panel) {
    const auto lines = in_group(elements, "left-axis", "line");
    const auto labels = in_group(elements, "left-axis", "text");
    int axis = 0;
    std::size_t line = 0;
    for (const SvgElement& label : labels) {
      if (label.attributes.count("transform") == 1) {  // the title ends an axis
        ++axis;
        ++line;
        continue;
      }
      if (axis == panel) m_marks.emplace_back(std::stod(label.text), lines.at(line).number("y1"));
      ++line;
    }
  }

  [[nodiscard]] double level_at(double y) const {
    const auto& [low, low_y] = m_marks.front();
    const auto& [high, high_y] = m_marks.back();
    return low + (y - low_y) / (high_y - low_y) * (high - low);
  }

  [[nodiscard]] double level_of_half_a_pixel() const {
    return std::abs(level_at(k_half_pixel) - level_at(0));
  }

 private:
  std::vector<std::pair<double, double>> m_marks;
};

TEST(LevelPlot, DrawsEachLevelWhereTheAxisSaysIt) {
  const auto elements = read_svg(level_plot_svg(steady_plot(), Language::english));
  const ReadAxis axis(elements, 0);
  const double tolerance = axis.level_of_half_a_pixel();
  const auto lines = in_group(elements, "level-lines", "line");
  ASSERT_EQ(lines.size(), 4U);
  const double expected[] = {62.5, 51, 50, 49};
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_NEAR(axis.level_at(lines[i].number("y1")), expected[i], tolerance);
  const auto curve = in_group(elements, "history-laeq", "polyline");
  ASSERT_EQ(curve.size(), 1U);
  EXPECT_NEAR(axis.level_at(coordinates(curve[0])[1]), 50, tolerance);
  const auto maxima = in_group(elements, "history-lafmax", "polyline");
  EXPECT_NEAR(axis.level_at(coordinates(maxima.at(0))[1]), 53, tolerance);
}

TEST(LevelPlot, DrawsEachBandWhereTheAxisSaysIt) {
  const auto elements = read_svg(level_plot_svg(steady_plot(), Language::english));
  const ReadAxis axis(elements, 1);
  const auto bars = in_group(elements, "spectrum-bars", "rect");
  ASSERT_EQ(bars.size(), 36U);
  for (std::size_t i = 0; i < bars.size(); ++i)
    EXPECT_NEAR(axis.level_at(bars[i].number("y")), 20 + static_cast<double>(i),
                axis.level_of_half_a_pixel());
  const auto whiskers = in_group(elements, "spectrum-uncertainties", "line");
  ASSERT_EQ(whiskers.size(), 3 * bars.size());
  EXPECT_NEAR(axis.level_at(whiskers[0].number("y1")), 22, axis.level_of_half_a_pixel());
  EXPECT_NEAR(axis.level_at(whiskers[0].number("y2")), 18, axis.level_of_half_a_pixel());
}

TEST(LevelPlot, LabelsABandUnderItsBar) {
  const auto elements = read_svg(level_plot_svg(steady_plot(), Language::english));
  const auto bars = in_group(elements, "spectrum-bars", "rect");
  const auto labels = in_group(elements, "bottom-axis", "text");
  const auto label =
      std::find_if(labels.begin(), labels.end(), [](const SvgElement& text) { return text.text == "1k"; });
  ASSERT_NE(label, labels.end());
  EXPECT_NEAR(bars[22].number("x") + bars[22].number("width") / 2, label->number("x"), k_half_pixel);
}

TEST(LevelPlot, HatchesWhatIsUnknownInsteadOfDrawingIt) {
  LevelPlot plot = steady_plot();
  for (std::size_t i = 28; i < 36; ++i) plot.spectrum->bands.third[i].reset();
  plot.spectrum->bands.third[0] = SpectrumBand{k_nan, 1};
  plot.spectrum->lzeq.reset();
  const auto elements = read_svg(level_plot_svg(plot, Language::english));
  EXPECT_EQ(in_group(elements, "spectrum-bars", "rect").size(), 27U);
  EXPECT_EQ(in_group(elements, "sum-bars", "path").size(), 1U);
  const auto hatched = in_group(elements, "unknown-bands", "rect");
  ASSERT_EQ(hatched.size(), 2U);
  EXPECT_EQ(in_group(elements, "unknown-bands", "path").size(), 2U);
  EXPECT_NEAR(hatched[1].number("width") / hatched[0].number("width"), 8, 0.01);
  const auto marks = in_group(elements, "unknown-bands", "text");
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[0].text, "?");
}

TEST(LevelPlot, LeavesAGapWhereNothingSounded) {
  LevelPlot plot = steady_plot();
  for (std::size_t i = 5; i < 8; ++i) plot.history[i] = {-k_infinity, -k_infinity, false};
  const auto elements = read_svg(level_plot_svg(plot, Language::english));
  EXPECT_EQ(in_group(elements, "history-laeq", "polyline").size(), 2U);
  EXPECT_EQ(in_group(elements, "history-range", "polygon").size(), 2U);
  EXPECT_EQ(in_group(elements, "history-gaps", "path").size(), 1U);
}

TEST(LevelPlot, MarksEveryOverload) {
  LevelPlot plot = steady_plot(20'000);
  plot.history[12'345].overloaded = true;
  const auto elements = read_svg(level_plot_svg(plot, Language::english));
  const auto marks = in_group(elements, "history-overload", "rect");
  ASSERT_EQ(marks.size(), 1U);
  EXPECT_GT(marks[0].number("width"), 5);
}

TEST(LevelPlot, StaysWholeWithoutNumbers) {
  const double strange[] = {k_nan, k_infinity, -k_infinity, 1e300, -1e300, 501, 1e-320};
  for (const double a : strange) {
    for (const double b : strange) {
      LevelPlot plot;
      plot.history.assign(3, {a, b, true});
      plot.laeq = PlottedLevel{a, b};
      plot.lafmax = PlottedLevel{b, a};
      plot.spectrum = PlottedSpectrum{};
      plot.spectrum->bands.third.fill(SpectrumBand{a, b});
      plot.spectrum->lzeq = PlottedLevel{30, b};
      const std::string svg = level_plot_svg(plot, Language::french);
      EXPECT_NO_THROW((void)read_svg(svg)) << a << " and " << b;
      EXPECT_THAT(svg, Not(::testing::ContainsRegex("\"[^\"]*(nan|inf)[^\"]*\""))) << a << " and " << b;
      EXPECT_THAT(svg, Not(HasSubstr("0000000000"))) << a << " and " << b;
    }
  }
}

TEST(LevelPlot, StaysWholeWithoutAnything) {
  const auto elements = read_svg(level_plot_svg({}, Language::english));
  EXPECT_EQ(in_group(elements, "history-gaps", "path").size(), 1U);
  EXPECT_EQ(elements.at(2).text, "No level is known.");
}

TEST(LevelPlot, ShowsAHostileTitleAsWords) {
  LevelPlot plot = steady_plot();
  plot.title = "</title><script>\"&\x07\xff";
  plot.details = plot.title;
  plot.spectrum->nc = "<NC>";
  const auto elements = read_svg(level_plot_svg(plot, Language::english));
  EXPECT_EQ(elements.at(1).text, "</title><script>\"& \uFFFD");
}

TEST(LevelPlot, SaysWhatItShowsInFrench) {
  const auto elements = read_svg(level_plot_svg(steady_plot(), Language::french));
  EXPECT_THAT(elements.at(2).text, HasSubstr("LAFmax 62,5"));
  const auto labels = in_group(elements, "level-labels", "text");
  ASSERT_EQ(labels.size(), 4U);
  EXPECT_EQ(labels[2].text, "LAeq 50,0 ± 1,2");
  const auto titles = in_group(elements, "left-axis", "text");
  EXPECT_TRUE(std::any_of(titles.begin(), titles.end(),
                          [](const SvgElement& text) { return text.text == "Niveau pondéré A, dB(A)"; }));
}

TEST(LevelPlot, SaysThatALevelMayBeLower) {
  LevelPlot plot = steady_plot();
  plot.la90->is_upper_bound = true;
  EXPECT_THAT(level_plot_svg(plot, Language::english), HasSubstr(">LA90 ≤ 49.0<"));
}

TEST(LevelPlot, SaysWhenLevelsAreNotCalibrated) {
  LevelPlot plot = steady_plot();
  plot.calibrated = false;
  const std::string svg = level_plot_svg(plot, Language::english);
  EXPECT_THAT(svg, HasSubstr("dBFS (not calibrated)"));
  EXPECT_THAT(svg, Not(HasSubstr("dB(A)")));
}

TEST(LevelPlot, DoesNotGrowWithTheHistory) {
  EXPECT_LT(level_plot_svg(steady_plot(1'000'000), Language::english).size(), 200'000U);
}

TEST(LevelColumns, KeepSecondsWhereTheyFit) {
  const std::vector<PlottedSecond> history(10, {40, 45, false});
  const LevelColumns columns = level_columns(history, 10);
  EXPECT_EQ(columns.seconds_each, 1U);
  EXPECT_EQ(columns.columns.size(), 10U);
}

TEST(LevelColumns, NeverHideAPeak) {
  for (const std::size_t seconds : {641U, 3'600U, 28'801U}) {
    std::vector<PlottedSecond> history(seconds, {40, 45, false});
    history[seconds - 1].lafmax = 99;
    history[0].lafmax = 98;
    const LevelColumns columns = level_columns(history, 640);
    EXPECT_LE(columns.columns.size(), 640U);
    EXPECT_DOUBLE_EQ(columns.columns.front().lafmax, 98);
    EXPECT_DOUBLE_EQ(columns.columns.back().lafmax, 99);
    EXPECT_DOUBLE_EQ(columns.columns.back().end_s, static_cast<double>(seconds));
  }
}

TEST(LevelColumns, AverageEnergies) {
  // One second in two at 60 dB, the other silent: 3.01 dB less than 60.
  std::vector<PlottedSecond> history(4, {60, 63, false});
  history[1].laeq = -k_infinity;
  history[3].laeq = -k_infinity;
  const LevelColumns columns = level_columns(history, 2);
  ASSERT_EQ(columns.columns.size(), 2U);
  EXPECT_NEAR(columns.columns[0].laeq, 60 - 10 * std::log10(2), 1e-9);
}

TEST(LevelColumns, DoNotCountSecondsThatAreUnknown) {
  const std::vector<PlottedSecond> history{{60, 63, false}, {k_nan, k_nan, true}};
  const LevelColumns columns = level_columns(history, 1);
  ASSERT_EQ(columns.columns.size(), 1U);
  EXPECT_NEAR(columns.columns[0].laeq, 60, 1e-9);
  EXPECT_DOUBLE_EQ(columns.columns[0].lafmax, 63);
  EXPECT_TRUE(columns.columns[0].overloaded);
}

TEST(PlotTexts, HaveIdsOfTheirOwn) {
  std::set<std::string_view> ids;
  for (const Text& text : k_plot_texts) EXPECT_TRUE(ids.insert(text.id).second) << text.id;
}

}  // namespace
}  // namespace preshift
