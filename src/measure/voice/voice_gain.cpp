#include "voice_gain.hpp"

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

// The target was chosen on the sounds of bench/voice_table (models/README.md): at -20 dBFS more noises pass
// for speech, at -40 speech is lost.
constexpr double k_target_dbfs = -26;
constexpr double k_forgetting_db_per_s = 6;
constexpr double k_most_gain_db = 80;

double amplitude(double level_db) {
  return std::pow(10.0, level_db / 20);
}

double rms_of(std::span<const float, k_voice_window> window) {
  double squares = 0;
  for (const float sample : window) squares += static_cast<double>(sample) * static_cast<double>(sample);
  return std::sqrt(squares / static_cast<double>(window.size()));
}

}  // namespace

float VoiceGain::factor_for(std::span<const float, k_voice_window> window) {
  static const double forgotten = amplitude(-k_forgetting_db_per_s * k_voice_window_s);
  static const double target = amplitude(k_target_dbfs);
  static const double quietest = target / amplitude(k_most_gain_db);
  m_loudest_rms = std::max(rms_of(window), m_loudest_rms * forgotten);
  return static_cast<float>(target / std::max(m_loudest_rms, quietest));
}

}  // namespace preshift
