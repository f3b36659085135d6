#include "shown_levels.hpp"

#include "measures.hpp"

#include <algorithm>
#include <cmath>

namespace preshift {

ShownLevels::ShownLevels(const CalibrationUse& calibration) {
  const auto* used = std::get_if<UsedCalibration>(&calibration);
  m_calibrated = used != nullptr;
  if (m_calibrated) m_full_scale_db = used->scale.full_scale.level_db;
}

std::string_view ShownLevels::unit() const {
  return m_calibrated ? units::k_dba : units::k_dbfs;
}

std::string ShownLevels::number(double dbfs, Language language) const {
  return render_number(dbfs + m_full_scale_db, 1, language, true);
}

double ShownLevels::share(double dbfs) const {
  const double share = m_calibrated ? (dbfs + m_full_scale_db - 20) / 70 : (dbfs + 90) / 90;
  return std::clamp(share, 0.0, 1.0);
}

std::string drawn_bar(double share, std::size_t cells) {
  const auto full =
      static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(cells)));
  std::string drawn;
  for (std::size_t cell = 0; cell < cells; ++cell) drawn += cell < full ? "█" : "░";
  return drawn;
}

}  // namespace preshift
