#pragma once

#include "spectrum.hpp"
#include "text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// A level outside ±500 dB is taken for none; see is_level().
struct PlottedLevel {
  double level = 0;
  double expanded_uncertainty = 0;  ///< dB, k = 2; at 0 nothing is said of it
  bool is_upper_bound = false;      ///< the truth may lie anywhere below
};

struct PlottedSecond {
  double laeq = 0;  ///< -inf or not a number: a gap
  double lafmax = 0;
  bool overloaded = false;
};

/// Z-weighted levels in third-octave bands, the sums of all, and the ratings in words such as "NC-35 (250
/// Hz)"; a rating without words is shown as unknown.
struct PlottedSpectrum {
  Spectrum bands;  ///< its octave bands are not shown
  std::optional<PlottedLevel> laeq;
  std::optional<PlottedLevel> lzeq;
  std::optional<std::string> nc;
  std::optional<std::string> nr;
};

/// What a picture of a measurement shows. All levels are relative to the same reference.
struct LevelPlot {
  std::string title;        ///< what was measured; any text, cut where it is too long
  std::string details;      ///< one line below: how it was measured, in the picture's language
  bool calibrated = false;  ///< levels are in dB(A), those of bands in dB; else all are in dBFS
  std::vector<PlottedSecond> history;
  std::optional<PlottedLevel> laeq;
  std::optional<PlottedLevel> la10;
  std::optional<PlottedLevel> la50;
  std::optional<PlottedLevel> la90;
  std::optional<PlottedLevel> lafmax;
  std::optional<PlottedSpectrum> spectrum;  ///< none: the picture has no second panel
};

/// The unit of the plot's A-weighted levels and of its bands.
[[nodiscard]] std::string a_level_unit(const LevelPlot& plot);
[[nodiscard]] std::string band_level_unit(const LevelPlot& plot);

/// An SVG document: the history, and below it the spectrum. What is unknown is hatched, never drawn as a
/// level. A history longer than the picture is wide is shown in steps of several seconds: the mean energy and
/// the highest LAFmax of each, so that no peak is lost.
[[nodiscard]] std::string level_plot_svg(const LevelPlot& plot, Language language);

}  // namespace preshift
