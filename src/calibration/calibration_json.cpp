#include "calibration_json.hpp"

#include "calibration_texts.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <utility>

namespace preshift {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::sys_seconds;

constexpr const char* k_format = "preshift-calibrations/1";
constexpr double k_largest_db = 300;
constexpr std::array k_methods{CalibrationMethod::reference, CalibrationMethod::meter,
                               CalibrationMethod::sensitivity, CalibrationMethod::voice};

/// Reads one object's members, each once; remembers the first that is not as it must be.
class StrictObject {
 public:
  explicit StrictObject(const Json& object) : m_object(object) {
    if (!object.is_object()) m_wrong = "{}";
  }

  [[nodiscard]] bool has(const std::string& key) const {
    return m_object.is_object() && m_object.contains(key);
  }

  std::string text(const std::string& key) {
    const Json* member = take(key);
    if (member != nullptr && member->is_string()) return member->get<std::string>();
    return refuse<std::string>(key);
  }

  double decibels(const std::string& key, double lowest) {
    const Json* member = take(key);
    if (member == nullptr || !member->is_number()) return refuse<double>(key);
    const auto value = member->get<double>();
    return value >= lowest && value <= k_largest_db ? value : refuse<double>(key);
  }

  sys_seconds time(const std::string& key) {
    const auto read = from_utc_text(text(key));
    return read ? *read : refuse<sys_seconds>(key);
  }

  CalibrationMethod method(const std::string& key) {
    const std::string word = text(key);
    const auto found = std::find_if(k_methods.begin(), k_methods.end(),
                                    [&](CalibrationMethod each) { return name_of(each) == word; });
    return found != k_methods.end() ? *found : refuse<CalibrationMethod>(key);
  }

  template <class Value>
  Value refuse(const std::string& key) {
    if (!m_wrong) m_wrong = key;
    return {};
  }

  /// After all known members were read: the first that is missing, wrong or not known.
  [[nodiscard]] std::optional<std::string> wrong() const {
    if (m_wrong) return m_wrong;
    for (const auto& [key, value] : m_object.items())
      if (!m_taken.contains(key)) return key;
    return std::nullopt;
  }

 private:
  const Json* take(const std::string& key) {
    m_taken.insert(key);
    return has(key) ? &m_object.at(key) : nullptr;
  }

  const Json& m_object;
  std::set<std::string, std::less<>> m_taken;
  std::optional<std::string> m_wrong;
};

MicrophoneScale read_scale(StrictObject& object) {
  MicrophoneScale scale;
  scale.full_scale = {object.decibels("full_scale_db", -k_largest_db),
                      object.decibels("standard_uncertainty_db", 0)};
  if (object.has("self_noise_dba"))
    scale.self_noise = {object.decibels("self_noise_dba", -k_largest_db),
                        object.decibels("self_noise_standard_uncertainty_db", 0)};
  return scale;
}

Calibration read_calibration(StrictObject& object) {
  Calibration calibration;
  calibration.microphone = {object.text("host_api"), object.text("microphone"), object.text("source")};
  if (object.has("gain_db")) calibration.gain_db = object.decibels("gain_db", -k_largest_db);
  calibration.method = object.method("method");
  calibration.scale = read_scale(object);
  calibration.made_at = object.time("made_at");
  calibration.expires_at = object.time("expires_at");
  if (calibration.expires_at <= calibration.made_at) object.refuse<sys_seconds>("expires_at");
  calibration.note = object.text("note");
  return calibration;
}

/// Of a text that is not JSON: the line on which that shows.
double line_of(std::string_view text, std::size_t byte) {
  const auto before = text.substr(0, byte == 0 ? 0 : byte - 1);
  return 1 + static_cast<double>(std::count(before.begin(), before.end(), '\n'));
}

Result<Json> parsed(std::string_view text, const std::string& file) {
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    return unusable_input(calibration_text("calibrations.not_json"), file, line_of(text, error.byte));
  }
}

/// What `read` makes of the object, or the first member that is wrong.
template <class Value>
Expected<Value, std::string> strictly(const Json& json, Value (*read)(StrictObject&)) {
  StrictObject object(json);
  Value value = read(object);
  if (const auto wrong = object.wrong()) return Failure{*wrong};
  return value;
}

}  // namespace

Json written_scale(const MicrophoneScale& scale) {
  Json json{{"full_scale_db", scale.full_scale.level_db},
            {"standard_uncertainty_db", scale.full_scale.standard_uncertainty_db}};
  if (scale.self_noise) {
    json["self_noise_dba"] = scale.self_noise->level_dba;
    json["self_noise_standard_uncertainty_db"] = scale.self_noise->standard_uncertainty_db;
  }
  return json;
}

Json written_calibration(const Calibration& calibration) {
  const auto& [microphone, gain_db, method, scale, made_at, expires_at, note] = calibration;
  Json json{
      {"host_api", microphone.host_api}, {"microphone", microphone.name}, {"source", microphone.source}};
  if (gain_db) json["gain_db"] = *gain_db;
  json["method"] = name_of(method);
  json.update(written_scale(scale));
  json["made_at"] = to_utc_text(made_at);
  json["expires_at"] = to_utc_text(expires_at);
  json["note"] = note;
  return json;
}

Expected<MicrophoneScale, std::string> scale_in(const Json& json) {
  return strictly(json, read_scale);
}

Expected<Calibration, std::string> calibration_in(const Json& json) {
  return strictly(json, read_calibration);
}

std::string calibrations_to_json(const std::vector<Calibration>& calibrations) {
  Json list = Json::array();
  for (const Calibration& calibration : calibrations) list.push_back(written_calibration(calibration));
  const Json json{{"format", k_format}, {"calibrations", std::move(list)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::vector<Calibration>> calibrations_from_json(std::string_view text, const std::string& file) {
  const auto json = parsed(text, file);
  if (!json) return Failure{json.error()};
  const bool known = json->is_object() && json->size() == 2 && json->value("format", Json()) == k_format &&
                     json->value("calibrations", Json()).is_array();
  if (!known) return unusable_input(calibration_text("calibrations.other_format"), file, k_format);
  std::vector<Calibration> calibrations;
  for (const Json& each : json->at("calibrations")) {
    auto calibration = calibration_in(each);
    if (!calibration)
      return unusable_input(calibration_text("calibrations.damaged"), file,
                            static_cast<double>(calibrations.size() + 1), calibration.error());
    calibrations.push_back(std::move(*calibration));
  }
  return calibrations;
}

}  // namespace preshift
