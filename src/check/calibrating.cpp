#include "calibrating.hpp"

#include "calibration_texts.hpp"
#include "full_scale_finding.hpp"
#include "phase_choice.hpp"

#include <utility>

namespace preshift {
namespace {

using Objection = std::variant<Problem, Message>;
using Heard = Expected<Sensing, Objection>;
using std::chrono::milliseconds;

constexpr milliseconds k_window{10'000};
constexpr milliseconds k_shortest_window{1000};

bool is_voice(const CalibratingRequest& request) {
  return std::holds_alternative<VoiceAtDistance>(request.with);
}

SensingRequest to_learn_its_name(const std::string& microphone) {
  SensingRequest brief;
  brief.purpose = Purpose::meter;
  brief.sound = Device{microphone};
  brief.window = k_shortest_window;
  return brief;
}

SensingRequest to_hear_the_sound(const CalibratingRequest& request) {
  SensingRequest sensing;
  sensing.purpose = is_voice(request) ? Purpose::check : Purpose::meter;
  if (request.recording) {
    sensing.sound = Recorded{*request.recording};
    sensing.phases = request.phases;
    return sensing;
  }
  sensing.sound = Device{request.microphone};
  sensing.window = k_window;
  if (!is_voice(request)) return sensing;
  sensing.phases = live_phases(k_window);
  sensing.window = sensing.phases->silent.to;
  return sensing;
}

Heard hear(const SensingRequest& request, const EventListener& listener) {
  Sensing sensing = run_sensing(sensing_program(), to_arguments(request), listener);
  if (sensing.problem) return Failure{Objection(sensing.problem->problem)};
  if (sensing.sources.empty())
    return Failure{Objection(Message{calibration_text("full_scale.not_measured"), {}})};
  if (sensing.sources.front().route.muted)
    return Failure{
        Objection(Message{calibration_text("uncalibrated.muted"), {sensing.sources.front().name}})};
  return sensing;
}

/// The full scale that a method finds in what was heard.
class Finding {
 public:
  Finding(const Sensing& heard, const std::optional<SelfNoise>& self_noise)
      : m_heard(heard), m_self_noise(self_noise) {}

  FullScaleFinding operator()(const CalibratorLevel& calibrator) const {
    return full_scale_by_reference(m_heard.measurements, m_heard.spectrum, calibrator.level_db);
  }
  FullScaleFinding operator()(const MeterLevel& meter) const {
    return full_scale_by_meter(m_heard.measurements, meter.laeq_dba, m_self_noise);
  }
  FullScaleFinding operator()(const KnownSensitivity& known) const { return known.full_scale; }
  FullScaleFinding operator()(const VoiceAtDistance& voice) const {
    return full_scale_by_voice(m_heard.measurements, voice.distance_m);
  }

 private:
  const Sensing& m_heard;
  const std::optional<SelfNoise>& m_self_noise;
};

/// The same in every language.
std::string note_of(const CalibratingWith& with) {
  const auto number = [](double value) { return render_number(value, 2, Language::english); };
  if (const auto* calibrator = std::get_if<CalibratorLevel>(&with))
    return number(calibrator->level_db) + " dB";
  if (const auto* meter = std::get_if<MeterLevel>(&with)) return number(meter->laeq_dba) + " dB(A)";
  if (const auto* voice = std::get_if<VoiceAtDistance>(&with)) return number(voice->distance_m) + " m";
  return {};
}

Calibration made_of(const CalibratingRequest& request, const SourceOpened& microphone,
                    const FullScale& full_scale) {
  Calibration calibration;
  calibration.microphone = identity_of(microphone);
  calibration.gain_db = microphone.route.gain_db;
  calibration.method = method_of(request);
  calibration.scale = {full_scale, request.self_noise};
  calibration.made_at = request.now;
  calibration.expires_at = request.now + request.validity.value_or(default_validity(calibration.method));
  calibration.note = note_of(request.with);
  return calibration;
}

}  // namespace

CalibrationMethod method_of(const CalibratingRequest& request) {
  if (std::holds_alternative<CalibratorLevel>(request.with)) return CalibrationMethod::reference;
  if (std::holds_alternative<MeterLevel>(request.with)) return CalibrationMethod::meter;
  return is_voice(request) ? CalibrationMethod::voice : CalibrationMethod::sensitivity;
}

CalibratingResult run_calibration(const CalibratingRequest& request, const EventListener& listener) {
  const bool only_name = std::holds_alternative<KnownSensitivity>(request.with);
  const auto heard =
      hear(only_name ? to_learn_its_name(request.microphone) : to_hear_the_sound(request), listener);
  if (!heard) return Failure{heard.error()};
  const auto full_scale = std::visit(Finding(*heard, request.self_noise), request.with);
  if (!full_scale) return Failure{Objection(full_scale.error())};
  SourceOpened microphone = heard->sources.front();
  if (request.recording) {
    const auto opened = hear(to_learn_its_name(request.microphone), listener);
    if (!opened) return Failure{opened.error()};
    microphone = opened->sources.front();
  }
  return made_of(request, microphone, *full_scale);
}

}  // namespace preshift
