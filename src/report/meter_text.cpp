#include "meter_text.hpp"

#include "calibration_line.hpp"
#include "report_texts.hpp"
#include "third_octaves.hpp"
#include "utf8.hpp"
#include "values.hpp"
#include "version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace preshift {
namespace {

/// The measures of one row of the table, A, C and Z; empty where there is none.
struct Row {
  Text label;
  std::array<std::string_view, 3> measures;
};

constexpr std::array k_rows{
    Row{report_text("meter.average"), {"sound.laeq", "sound.lceq", "sound.lzeq"}},
    Row{report_text("meter.fast_highest"), {"sound.lafmax", "sound.lcfmax", ""}},
    Row{report_text("meter.fast_lowest"), {"sound.lafmin", "sound.lcfmin", ""}},
    Row{report_text("meter.slow_highest"), {"sound.lasmax", "", ""}},
    Row{report_text("meter.slow_lowest"), {"sound.lasmin", "", ""}},
    Row{report_text("meter.peak"), {"sound.lapeak", "sound.lcpeak", "sound.lzpeak"}},
    Row{report_text("meter.exposure"), {"sound.lae", "", ""}},
};

constexpr std::array<int, 7> k_exceeded_percent = {1, 5, 10, 50, 90, 95, 99};

std::string padded(const std::string& text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return width >= columns ? text : text + std::string(columns - width, ' ');
}

constexpr std::size_t k_number = 9;  ///< columns

std::string right(const std::string& text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return width >= columns ? text : std::string(columns - width, ' ') + text;
}

class Table {
 public:
  Table(const MeterReport& report, Language language) : m_report(report), m_language(language) {}

  [[nodiscard]] const Measurement* find(std::string_view name) const {
    const auto found = std::find_if(m_report.measurements.begin(), m_report.measurements.end(),
                                    [&](const Measurement& each) { return each.name == name; });
    return found == m_report.measurements.end() ? nullptr : &*found;
  }

  [[nodiscard]] const Quantity* quantity(std::string_view name) const {
    const Measurement* measurement = find(name);
    return measurement == nullptr ? nullptr : std::get_if<Quantity>(&measurement->outcome);
  }

  /// "  41.2", or a dash in its place.
  [[nodiscard]] std::string number(std::string_view name, int decimals = 1) const {
    const Quantity* value = quantity(name);
    if (value == nullptr) return "-";
    return (value->is_upper_bound ? "≤ " : "") + render_number(value->value, decimals, m_language, true);
  }

  [[nodiscard]] std::string words(const Text& text, std::vector<Argument> arguments = {}) const {
    return render({text, std::move(arguments)}, m_language);
  }

  [[nodiscard]] Language language() const { return m_language; }

 private:
  const MeterReport& m_report;
  Language m_language;
};

std::string header(const MeterReport& report, const Table& table) {
  std::string text = fmt::format("Preshift {}\n", k_version);
  if (report.source) {
    const std::string name =
        fmt::format("{}, {:.0f} Hz", printable(report.source->name), report.source->rate);
    text += table.words(report_text("header.sound"), {name}) + "\n";
  }
  text += calibration_line(report.calibration, table.language()) + "\n";
  const Quantity* duration = table.quantity("sound.duration");
  const Quantity* valid_to = table.quantity("sound.valid_to");
  if (duration != nullptr && valid_to != nullptr)
    text += table.words(report_text("meter.duration"), {duration->value, std::floor(valid_to->value)}) + "\n";
  return text;
}

std::string levels(const Table& table, bool is_calibrated) {
  constexpr std::size_t k_label = 18;
  const std::string unit = is_calibrated ? "" : " (dBFS)";
  std::string text =
      fmt::format("\n{}{:>9}{:>9}{:>9}{}\n", std::string(k_label, ' '), is_calibrated ? "dB(A)" : "A",
                  is_calibrated ? "dB(C)" : "C", is_calibrated ? "dB(Z)" : "Z", unit);
  for (const Row& row : k_rows) {
    text += padded(table.words(row.label), k_label);
    for (const std::string_view name : row.measures)
      text += right(name.empty() ? std::string() : table.number(name), k_number);
    const bool first = &row == k_rows.begin();
    if (const Quantity* laeq = table.quantity("sound.laeq"); first && laeq != nullptr)
      text +=
          fmt::format("   (A: ± {})", render_number(laeq->expanded_uncertainty, 1, table.language(), true));
    text += "\n";
  }
  text += fmt::format("\n{}\n", table.words(report_text("meter.exceeded")));
  for (const int percent : k_exceeded_percent)
    text += fmt::format(
        "{}{:>9}\n",
        padded(table.words(report_text("meter.exceeded_share"), {static_cast<double>(percent)}), k_label),
        table.number(fmt::format("sound.laf{}", percent)));
  return text + fmt::format("\nLCeq - LAeq {} dB   NC {}   NR {}\n", table.number("sound.c_minus_a"),
                            table.number("sound.nc", 0), table.number("sound.nr", 0));
}

std::string bands(const Spectrum& spectrum, const Table& table, bool is_calibrated) {
  const auto number = [&](const std::optional<SpectrumBand>& band) {
    return band ? render_number(band->level, 1, table.language(), true) : std::string("-");
  };
  std::string text = fmt::format(
      "\n{}\n{:>9}{:>9}   {}\n", table.words(report_text("meter.bands"), {is_calibrated ? "dB" : "dBFS"}),
      "Hz", table.words(report_text("meter.octave")), table.words(report_text("meter.third_octave")));
  for (std::size_t octave = 0; octave < spectrum.octave.size(); ++octave) {
    text +=
        fmt::format("{:>9}{:>9}   ", render_number(k_nominal_thirds_hz[3 * octave + 1], 1, table.language()),
                    number(spectrum.octave[octave]));
    for (std::size_t third = 3 * octave; third < 3 * octave + 3; ++third)
      text += fmt::format("{:>7}", number(spectrum.third[third]));
    text += "\n";
  }
  return text;
}

/// The sentence about an absent measure; empty when it is there.
std::string told(const Table& table, const Text& frame, const char* name) {
  const Measurement* measurement = table.find(name);
  const auto* absence = measurement == nullptr ? nullptr : std::get_if<Absence>(&measurement->outcome);
  if (absence == nullptr) return {};
  return "\n" +
         table.words(frame, {render(absence->reason, table.language()),
                             render_remedy(absence->reason, table.language())}) +
         "\n";
}

/// Why there is no level or else what the chain betrays.
std::string warnings(const Table& table) {
  const std::string no_level = told(table, report_text("meter.no_level"), "sound.laeq");
  return no_level.empty() ? told(table, report_text("meter.beware"), "chain.processing") : no_level;
}

}  // namespace

std::string meter_text(const MeterReport& report, Language language) {
  const Table table(report, language);
  const bool is_calibrated = std::holds_alternative<UsedCalibration>(report.calibration);
  std::string text = header(report, table) + levels(table, is_calibrated);
  if (report.spectrum) text += bands(*report.spectrum, table, is_calibrated);
  return text + warnings(table);
}

}  // namespace preshift
