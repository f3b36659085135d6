#include "calibration_line.hpp"

#include "report_texts.hpp"
#include "utc_time.hpp"

#include <cmath>

namespace preshift {
namespace {

Text text_of(CalibrationMethod method) {
  switch (method) {
    case CalibrationMethod::reference:
      return report_text("calibration.reference");
    case CalibrationMethod::meter:
      return report_text("calibration.meter");
    case CalibrationMethod::sensitivity:
      return report_text("calibration.sensitivity");
    case CalibrationMethod::voice:
      break;
  }
  return report_text("calibration.voice");
}

double tenths(double value) {
  return std::round(10 * value) / 10;
}

}  // namespace

std::string calibration_line(const CalibrationUse& calibration, Language language) {
  const auto* used = std::get_if<UsedCalibration>(&calibration);
  if (used == nullptr) {
    const auto& reason = std::get<Message>(calibration);
    return render(
        {report_text("calibration.none"), {render(reason, language), render_remedy(reason, language)}},
        language);
  }
  const double expanded = tenths(2 * used->scale.full_scale.standard_uncertainty_db);
  if (!used->stored)
    return render({report_text("calibration.stated"), {tenths(used->scale.full_scale.level_db), expanded}},
                  language);
  const Calibration& stored = *used->stored;
  return render(
      {text_of(stored.method), {to_utc_day(stored.made_at), expanded, to_utc_day(stored.expires_at)}},
      language);
}

}  // namespace preshift
