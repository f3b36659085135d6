#include "calibration.hpp"

#include "calibration_texts.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace preshift {
namespace {

using std::chrono::sys_seconds;

/// Below this, volumes are the same: rounding on the way through the sound server.
constexpr double k_same_volume_db = 0.05;

double shown_percent(double gain_db) {
  return std::round(10 * volume_percent(gain_db)) / 10;
}

bool same_volume(const std::optional<double>& first, const std::optional<double>& second) {
  if (!first || !second) return first.has_value() == second.has_value();
  return std::abs(*first - *second) <= k_same_volume_db;
}

/// Why a calibration of this microphone is not to be used; nullopt when it is.
std::optional<Message> objection(const Calibration& calibration, const SourceOpened& source,
                                 sys_seconds now) {
  const auto& was = calibration.gain_db;
  const auto& is = source.route.gain_db;
  if (was.has_value() != is.has_value())
    return Message{calibration_text("uncalibrated.volume_unknown"), {source.name}};
  if (!same_volume(was, is))
    return Message{calibration_text("uncalibrated.other_volume"),
                   {source.name, shown_percent(*was), shown_percent(*is)}};
  if (now < calibration.made_at)
    return Message{calibration_text("uncalibrated.clock"), {source.name, to_utc_day(calibration.made_at)}};
  if (now >= calibration.expires_at)
    return Message{calibration_text("uncalibrated.expired"),
                   {source.name, to_utc_day(calibration.expires_at)}};
  return std::nullopt;
}

/// Those of this microphone: first those at its present volume, among them the newest first.
std::vector<Calibration> likeliest_first(const std::vector<Calibration>& calibrations,
                                         const SourceOpened& source) {
  const MicrophoneIdentity microphone = identity_of(source);
  std::vector<Calibration> found;
  std::copy_if(calibrations.begin(), calibrations.end(), std::back_inserter(found),
               [&](const Calibration& each) { return each.microphone == microphone; });
  const auto place = [&](const Calibration& each) {
    return std::pair(!same_volume(each.gain_db, source.route.gain_db), -each.made_at.time_since_epoch());
  };
  std::stable_sort(found.begin(), found.end(), [&](const Calibration& left, const Calibration& right) {
    return place(left) < place(right);
  });
  return found;
}

}  // namespace

std::string_view name_of(CalibrationMethod method) {
  switch (method) {
    case CalibrationMethod::reference:
      return "reference";
    case CalibrationMethod::meter:
      return "meter";
    case CalibrationMethod::sensitivity:
      return "sensitivity";
    case CalibrationMethod::voice:
      return "voice";
  }
  return "";
}

MicrophoneIdentity identity_of(const SourceOpened& source) {
  return {source.host_api, source.name, source.route.source};
}

double volume_percent(double gain_db) {
  return 100 * std::pow(10, gain_db / 60);
}

std::chrono::days default_validity(CalibrationMethod method) {
  constexpr std::chrono::days k_measured{365};
  constexpr std::chrono::days k_spoken{90};
  return method == CalibrationMethod::voice ? k_spoken : k_measured;
}

CalibrationChoice choose_calibration(const SourceOpened& source, const std::vector<Calibration>& calibrations,
                                     sys_seconds now) {
  if (!source.live) return Failure{Message{calibration_text("uncalibrated.recording"), {}}};
  if (source.route.muted) return Failure{Message{calibration_text("uncalibrated.muted"), {source.name}}};
  std::optional<Message> why_none;
  for (const Calibration& calibration : likeliest_first(calibrations, source)) {
    const auto against = objection(calibration, source, now);
    if (!against) return calibration;
    if (!why_none) why_none = against;
  }
  return Failure{why_none.value_or(Message{calibration_text("uncalibrated.none"), {source.name}})};
}

void put_calibration(std::vector<Calibration>& calibrations, Calibration added) {
  std::erase_if(calibrations, [&](const Calibration& each) {
    return each.microphone == added.microphone && same_volume(each.gain_db, added.gain_db);
  });
  calibrations.push_back(std::move(added));
}

}  // namespace preshift
