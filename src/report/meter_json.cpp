#include "meter_json.hpp"

#include "json_parts.hpp"
#include "measures.hpp"
#include "third_octaves.hpp"
#include "version.hpp"

#include <utility>

namespace preshift {
namespace {

constexpr const char* k_format = "preshift-meter/1";

Json json_of(const std::optional<SpectrumBand>& band, double nominal_hz) {
  Json json{{"hz", nominal_hz}, {"level", nullptr}};
  if (!band) return json;
  json["level"] = band->level;
  json["uncertainty"] = band->expanded_uncertainty;
  return json;
}

Json json_of(const std::optional<Spectrum>& spectrum, std::string_view unit) {
  if (!spectrum) return nullptr;
  Json json{{"unit", unit}, {"third_octave", Json::array()}, {"octave", Json::array()}};
  for (std::size_t i = 0; i < spectrum->third.size(); ++i)
    json["third_octave"].push_back(json_of(spectrum->third[i], k_nominal_thirds_hz[i]));
  for (std::size_t i = 0; i < spectrum->octave.size(); ++i)
    json["octave"].push_back(json_of(spectrum->octave[i], k_nominal_thirds_hz[3 * i + 1]));
  return json;
}

Json json_of(std::span<const SecondPassed> history) {
  Json list = Json::array();
  for (const SecondPassed& second : history) {
    Json each{{"laeq", second.laeq}, {"lafmax", second.lafmax}};
    if (second.overloaded) each["overloaded"] = true;
    list.push_back(std::move(each));
  }
  return list;
}

}  // namespace

std::string meter_json(const MeterReport& report, Language language) {
  const bool is_calibrated = std::holds_alternative<UsedCalibration>(report.calibration);
  Json json{{"format", k_format},
            {"preshift", k_version},
            {"source", report.source ? preshift::json_of(*report.source) : Json()},
            {"confinement", preshift::json_of(report.confined)},
            {"calibration", preshift::json_of(report.calibration, language)},
            {"coverage_factor", 2},
            {"measurements", preshift::json_of(report.measurements, language)},
            {"spectrum", json_of(report.spectrum, is_calibrated ? units::k_dbz : units::k_dbfs)},
            {"history", json_of(report.history)}};
  if (report.problem) put_problem(json, *report.problem, language);
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace preshift
