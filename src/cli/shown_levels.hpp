#pragma once

#include "calibration_use.hpp"
#include "text.hpp"

#include <cstddef>
#include <string>

namespace preshift {

/// How the momentary levels of a source are shown on a terminal: in dB(A) where a calibration holds, else in
/// dBFS.
class ShownLevels {
 public:
  ShownLevels() = default;
  explicit ShownLevels(const CalibrationUse& calibration);

  [[nodiscard]] std::string_view unit() const;

  /// "43.2", one decimal.
  [[nodiscard]] std::string number(double dbfs, Language language) const;

  /// Where it lies between a very quiet (0) and a very loud (1) room; -90 to 0 dBFS, 20 to 90 dB(A).
  [[nodiscard]] double share(double dbfs) const;

 private:
  bool m_calibrated = false;
  double m_full_scale_db = 0;
};

/// `cells` characters, of which this share (0 to 1) is full.
[[nodiscard]] std::string drawn_bar(double share, std::size_t cells);

}  // namespace preshift
