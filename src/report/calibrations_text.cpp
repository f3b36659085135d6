#include "calibrations_text.hpp"

#include "calibration_line.hpp"
#include "report_texts.hpp"
#include "utc_time.hpp"
#include "utf8.hpp"

#include <cmath>

namespace preshift {
namespace {

constexpr std::size_t k_indent = 4;

std::string decibels(double value, Language language) {
  return render_number(value, 1, language, true);
}

std::string shown_name(const MicrophoneIdentity& microphone) {
  std::string name = microphone.name;
  if (!microphone.source.empty()) name += " / " + microphone.source;
  if (!microphone.host_api.empty()) name += " (" + microphone.host_api + ")";
  return printable(name);
}

void write_scale(TextWriter& writer, const MicrophoneScale& scale) {
  const Language language = writer.language();
  writer.paragraph(writer.words(report_text("calibrations.full_scale"),
                                {decibels(scale.full_scale.level_db, language),
                                 decibels(2 * scale.full_scale.standard_uncertainty_db, language)}),
                   k_indent);
  if (!scale.self_noise) return;
  writer.paragraph(
      writer.words(report_text("calibrations.self_noise"), {decibels(scale.self_noise->level_dba, language)}),
      k_indent);
}

void write_volume(TextWriter& writer, const Calibration& calibration) {
  if (!calibration.gain_db) return;
  writer.paragraph(
      writer.words(report_text("calibrations.volume"), {std::round(volume_percent(*calibration.gain_db))}),
      k_indent);
}

void write_calibration(TextWriter& writer, const Calibration& calibration, const std::string& number) {
  writer.line(number + shown_name(calibration.microphone));
  writer.paragraph(calibration_line(UsedCalibration{calibration.scale, calibration}, writer.language()),
                   k_indent);
  write_scale(writer, calibration.scale);
  write_volume(writer, calibration);
}

}  // namespace

std::string calibration_text_report(const Calibration& calibration, const TextStyle& style) {
  TextWriter writer(style);
  write_calibration(writer, calibration, "");
  writer.paragraph(writer.words(report_text("calibrations.stored")), k_indent);
  return writer.take();
}

std::string calibrations_text_list(const std::vector<Calibration>& calibrations, std::chrono::sys_seconds now,
                                   const TextStyle& style) {
  TextWriter writer(style);
  if (calibrations.empty()) writer.line(writer.words(report_text("calibrations.none")));
  double number = 0;
  for (const Calibration& calibration : calibrations) {
    write_calibration(writer, calibration, render_number(++number, 0, style.language) + ". ");
    if (now >= calibration.expires_at)
      writer.paragraph(writer.coloured(writer.words(report_text("calibrations.expired")), "\x1b[33m"),
                       k_indent);
  }
  return writer.take();
}

}  // namespace preshift
