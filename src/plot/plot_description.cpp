#include "plot_description.hpp"

#include "level_range.hpp"
#include "plot_numbers.hpp"
#include "plot_texts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace preshift {
namespace {

class Description {
 public:
  explicit Description(Language language) : m_language(language) {}

  void sentence(const Text& text, std::vector<Argument> arguments = {}) {
    m_text += (m_text.empty() ? "" : " ") + render({text, std::move(arguments)}, m_language);
  }

  [[nodiscard]] std::string number(double value, int decimals) const {
    return plotted_number(value, decimals, m_language);
  }
  [[nodiscard]] std::string count(std::size_t value) const { return number(static_cast<double>(value), 0); }
  [[nodiscard]] Language language() const { return m_language; }
  [[nodiscard]] std::string take() { return std::move(m_text); }

 private:
  Language m_language;
  std::string m_text;
};

void describe_levels(Description& description, const LevelPlot& plot) {
  std::string list;
  const std::pair<const char*, const std::optional<PlottedLevel>&> levels[] = {{"LAeq", plot.laeq},
                                                                               {"LA10", plot.la10},
                                                                               {"LA50", plot.la50},
                                                                               {"LA90", plot.la90},
                                                                               {"LAFmax", plot.lafmax}};
  for (const auto& [name, level] : levels)
    if (level && is_level(level->level))
      list += (list.empty() ? "" : ", ") + std::string(name) + " " + description.number(level->level, 1);
  if (list.empty()) return description.sentence(plot_text("description.no_levels"));
  description.sentence(plot_text("description.levels"), {a_level_unit(plot), list});
}

void describe_history(Description& description, const LevelPlot& plot) {
  const PlottedSecond* loudest = nullptr;
  std::size_t overloaded = 0;
  for (const PlottedSecond& second : plot.history) {
    if (second.overloaded) ++overloaded;
    if (is_level(second.lafmax) && (loudest == nullptr || second.lafmax > loudest->lafmax)) loudest = &second;
  }
  if (loudest != nullptr)
    description.sentence(
        plot_text("description.history"),
        {description.count(plot.history.size()), description.number(loudest->lafmax, 1), a_level_unit(plot),
         description.count(static_cast<std::size_t>(loudest - plot.history.data()))});
  if (overloaded > 0)
    description.sentence(plot_text("description.overload"), {description.count(overloaded)});
}

void describe_spectrum(Description& description, const Spectrum& spectrum, const std::string& unit) {
  const SpectrumBand* loudest = nullptr;
  int loudest_third = 0;
  std::size_t unknown = 0;
  int third = Spectrum::k_lowest_third;
  for (const auto& band : spectrum.third) {
    const bool known = band && is_level(band->level);
    if (!known) ++unknown;
    if (known && (loudest == nullptr || band->level > loudest->level)) {
      loudest = &*band;
      loudest_third = third;
    }
    ++third;
  }
  if (loudest != nullptr)
    description.sentence(plot_text("description.spectrum"),
                         {plotted_frequency(nominal_third_hz(loudest_third), description.language()),
                          description.number(loudest->level, 1), unit});
  if (unknown > 0)
    description.sentence(plot_text("description.unknown_bands"),
                         {description.count(unknown), description.count(spectrum.third.size())});
}

}  // namespace

std::string plot_description(const LevelPlot& plot, Language language) {
  Description description(language);
  describe_levels(description, plot);
  describe_history(description, plot);
  if (plot.spectrum) describe_spectrum(description, plot.spectrum->bands, band_level_unit(plot));
  return description.take();
}

}  // namespace preshift
