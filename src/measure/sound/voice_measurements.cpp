#include "voice_measurements.hpp"

#include "measures.hpp"

#include <string>

namespace preshift {
namespace {

Measurement voice_measurement(const char* name, std::string_view unit, const VoiceResult& result) {
  if (!result) return unknown(name, std::string(unit), result.error());
  return quantity(name, std::string(unit), result->value, 2 * result->standard_uncertainty);
}

}  // namespace

Measurements voice_measurements(const VoiceFindings& findings, const std::optional<Message>& no_sound,
                                const std::optional<Message>& doubt) {
  const auto trusted = [&](const char* name, std::string_view unit, const VoiceResult& result) {
    if (no_sound) return unknown(name, std::string(unit), *no_sound);
    Measurement measurement = voice_measurement(name, unit, result);
    if (result) measurement.doubt = doubt;
    return measurement;
  };
  return {trusted("voice.level", units::k_dbfs, findings.voice_level_dbfs),
          trusted("voice.background", units::k_dbfs, findings.background_level_dbfs),
          trusted("voice.to_background", units::k_db, findings.voice_to_background_db),
          voice_measurement("voice.read", units::k_second, findings.reading_speech_seconds),
          trusted("voice.others", units::k_percent, findings.silent_speech_share)};
}

}  // namespace preshift
