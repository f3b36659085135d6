#include "calibration_json.hpp"
#include "measurement_json.hpp"
#include "saved_check.hpp"
#include "saved_check_format.hpp"
#include "utc_time.hpp"
#include "version.hpp"

#include <utility>

namespace preshift {
namespace {

Json written(const RecordedAnswer& answer) {
  const Declaration& declaration = answer.declaration;
  return {{"rule", declaration.rule},
          {"question", {{"en", answer.question.english}, {"fr", answer.question.french}}},
          {"answer", declaration.says_yes ? "yes" : "no"},
          {"by", declaration.by},
          {"role", to_string(declaration.role)},
          {"at", to_utc_text(declaration.at)}};
}

Json written(const CalibrationUse& calibration) {
  if (const auto* why_none = std::get_if<Message>(&calibration))
    return {{"none", written_message(*why_none)}};
  const auto& used = std::get<UsedCalibration>(calibration);
  if (used.stored) return {{"stored", written_calibration(*used.stored)}};
  return {{"stated", written_scale(used.scale)}};
}

Json written(const Attempt& attempt) {
  Json sources = Json::array();
  for (const SourceOpened& source : attempt.sources) sources.push_back(written_source(source));
  Json measurements = Json::array();
  for (const Measurement& measurement : attempt.measurements)
    measurements.push_back(written_measurement(measurement));
  Json json{{"sources", std::move(sources)}};
  if (attempt.confined) json["confinement"] = written_confinement(*attempt.confined);
  if (attempt.calibration) json["calibration"] = written(*attempt.calibration);
  json["measurements"] = std::move(measurements);
  if (attempt.problem) json["problem"] = written_problem(*attempt.problem);
  return json;
}

template <class Items>
Json list_of(const Items& items) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(written(item));
  return list;
}

}  // namespace

Json saved_check_json(const SavedCheck& saved) {
  return {{"format", k_saved_check_format},    {"preshift", k_version},
          {"at", to_utc_text(saved.at)},       {"facts", {{"told", saved.told}, {"given", saved.given}}},
          {"answers", list_of(saved.answers)}, {"attempts", list_of(saved.attempts)}};
}

}  // namespace preshift
