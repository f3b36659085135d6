#include "json_parts.hpp"

#include "event_names.hpp"
#include "utc_time.hpp"

#include <string>

namespace preshift {
namespace {

/// `unknown` holds the reason in words, `reason` its stable id, `absence` what kind of absence it is.
void put_absence(Json& json, const Absence& absence, Language language) {
  json["unknown"] = render(absence.reason, language);
  json["reason"] = absence.reason.text.id;
  json["absence"] = name_of(absence.kind);
}

}  // namespace

Json json_of(const SoundRoute& route) {
  Json json{{"kind", name_of(route.kind)}};
  if (!route.source.empty()) json["source"] = route.source;
  if (!route.evidence.empty()) json["evidence"] = route.evidence;
  if (route.gain_db) json["gain_db"] = *route.gain_db;
  if (route.muted) json["muted"] = true;
  return json;
}

Json json_of(const SourceOpened& source) {
  Json json{{"sensor", name_of(source.sensor)}, {"live", source.live}, {"name", source.name}};
  if (!source.host_api.empty()) json["host_api"] = source.host_api;
  if (source.rate > 0) json["rate"] = source.rate;
  if (source.channels > 0) json["channels"] = source.channels;
  if (source.live && source.sensor == Sensor::microphone) json["route"] = json_of(source.route);
  return json;
}

Json json_of(const std::optional<Confined>& confined) {
  if (!confined) return nullptr;
  Json json{{"system_calls", confined->system_calls}, {"file_system", confined->file_system}};
  if (!confined->detail.empty()) json["detail"] = confined->detail;
  return json;
}

Json json_of(const Measurement& measurement, Language language) {
  Json json{{"name", measurement.name}};
  if (const auto* quantity = std::get_if<Quantity>(&measurement.outcome)) {
    json["value"] = quantity->value;
    json["unit"] = measurement.unit;
    json["uncertainty"] = quantity->expanded_uncertainty;
    if (quantity->is_upper_bound) json["upper_bound"] = true;
  } else if (const auto* state = std::get_if<State>(&measurement.outcome)) {
    json["value"] = state->value;
  } else {
    if (!measurement.unit.empty()) json["unit"] = measurement.unit;
    put_absence(json, std::get<Absence>(measurement.outcome), language);
  }
  if (measurement.doubt) {
    json["doubtful"] = render(*measurement.doubt, language);
    json["reason"] = measurement.doubt->text.id;
  }
  if (measurement.note) json["note"] = render(*measurement.note, language);
  return json;
}

Json json_of(std::span<const Measurement> measurements, Language language) {
  Json list = Json::array();
  for (const Measurement& measurement : measurements) list.push_back(json_of(measurement, language));
  return list;
}

Json json_of(const CalibrationUse& calibration, Language language) {
  const auto* used = std::get_if<UsedCalibration>(&calibration);
  if (used == nullptr) {
    const auto& reason = std::get<Message>(calibration);
    return {{"unknown", render(reason, language)}, {"reason", reason.text.id}};
  }
  Json json{{"full_scale", used->scale.full_scale.level_db},
            {"uncertainty", 2 * used->scale.full_scale.standard_uncertainty_db}};
  if (used->scale.self_noise) json["self_noise"] = used->scale.self_noise->level_dba;
  json["method"] = used->stored ? name_of(used->stored->method) : std::string_view("stated");
  if (used->stored) {
    json["made_at"] = to_utc_text(used->stored->made_at);
    json["expires_at"] = to_utc_text(used->stored->expires_at);
  }
  return json;
}

void put_problem(Json& json, const SourceProblem& problem, Language language) {
  json["problem"] = {{"message", render(problem.problem.message, language)},
                     {"reason", problem.problem.message.text.id}};
  if (problem.sensor) json["problem"]["sensor"] = name_of(*problem.sensor);
}

}  // namespace preshift
