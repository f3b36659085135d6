#include "history_record.hpp"

#include "canonical_json.hpp"
#include "document_reading.hpp"
#include "strict_json.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

constexpr const char* k_format = "preshift-history/1";
constexpr std::size_t k_most_listed = 64;  ///< requirements or rules; a profile rarely has as many
constexpr std::size_t k_longest_name = 128;
constexpr int k_most_offset_minutes = 24 * 60;

/// What is in doubt is not the workspace's, and what is only an upper bound would pretend to be known.
std::optional<double> known_value(const CheckReport& report, std::string_view name, std::string_view unit) {
  const auto found = std::find_if(report.measurements.begin(), report.measurements.end(),
                                  [&](const Measurement& each) { return each.name == name; });
  if (found == report.measurements.end() || found->unit != unit || found->doubt) return std::nullopt;
  const auto* quantity = std::get_if<Quantity>(&found->outcome);
  if (quantity == nullptr || quantity->is_upper_bound) return std::nullopt;
  return std::round(quantity->value * 10) / 10;
}

bool is_to_mend(const RuleEvaluation& evaluated) {
  return evaluated.result == RuleResult::fail && evaluated.rule.severity != Severity::informational;
}

std::optional<double> optional_number(DocumentReading& reading, const Json& json, std::string_view name) {
  const Json* found = member(json, name);
  if (found == nullptr) return std::nullopt;
  const bool fits = found->is_number() && std::abs(found->get<double>()) <= 500;
  reading.require(fits, std::string(name));
  return fits ? std::optional(found->get<double>()) : std::nullopt;
}

std::string name_of(DocumentReading& reading, const Json& value, const std::string& path) {
  const bool fits = value.is_string() && value.get_ref<const std::string&>().size() <= k_longest_name;
  reading.require(fits, path);
  return fits ? value.get<std::string>() : std::string();
}

void read_lists(DocumentReading& reading, const Json& json, HistoryRecord& record) {
  const Json& requirements = reading.object(json, "requirements", "requirements");
  const Json& rules = reading.list(json, "to_mend", "to_mend");
  reading.require(requirements.size() <= k_most_listed && rules.size() <= k_most_listed, "to_mend");
  if (reading.wrong()) return;
  for (const auto& [name, result] : requirements.items())
    record.requirements.push_back({name, name_of(reading, result, "requirements")});
  for (const Json& rule : rules) record.to_mend.push_back(name_of(reading, rule, "to_mend"));
}

}  // namespace

HistoryRecord history_record(const CheckReport& report, const ClockReading& now) {
  HistoryRecord record;
  record.at = now.utc;
  record.local_offset = now.local_offset;
  record.outcome = to_string(report.problem ? Outcome::undecided : report.evaluation.outcome);
  record.is_live =
      !report.sources.empty() && std::all_of(report.sources.begin(), report.sources.end(),
                                             [](const SourceOpened& source) { return source.live; });
  record.profile = report.evaluation.profile;
  record.level_dba = known_value(report, "sound.laeq", units::k_dba);
  record.voice_to_background_db = known_value(report, "voice.to_background", units::k_db);
  for (const RequirementEvaluation& requirement : report.evaluation.requirements)
    if (record.requirements.size() < k_most_listed)
      record.requirements.push_back({requirement.name, std::string(to_string(requirement.result))});
  for (const RuleEvaluation& evaluated : report.evaluation.rules)
    if (is_to_mend(evaluated) && record.to_mend.size() < k_most_listed)
      record.to_mend.push_back(evaluated.rule.id);
  return record;
}

std::string written(const HistoryRecord& record) {
  Json requirements = Json::object();
  for (const RequirementRecord& each : record.requirements) requirements[each.name] = each.result;
  Json json{{"format", k_format},
            {"at", to_utc_text(record.at)},
            {"utc_offset_minutes", record.local_offset.count()},
            {"outcome", record.outcome},
            {"live", record.is_live},
            {"profile", record.profile},
            {"requirements", std::move(requirements)},
            {"to_mend", record.to_mend}};
  if (record.level_dba) json["level_dba"] = *record.level_dba;
  if (record.voice_to_background_db) json["voice_to_background_db"] = *record.voice_to_background_db;
  return canonical_json(json);
}

std::optional<HistoryRecord> read_history_record(std::string_view line) {
  const auto json = read_strict_json(line);
  if (!json) return std::nullopt;
  DocumentReading reading;
  HistoryRecord record;
  reading.require(text_member(*json, "format") == k_format, "format");
  record.at = reading.moment(*json, "at", "at");
  const Json& offset = reading.any(*json, "utc_offset_minutes", "utc_offset_minutes");
  const bool is_offset =
      offset.is_number_integer() && offset >= -k_most_offset_minutes && offset <= k_most_offset_minutes;
  reading.require(is_offset, "utc_offset_minutes");
  if (is_offset) record.local_offset = std::chrono::minutes(offset.get<int>());
  record.outcome = to_string(reading.one_of({Outcome::cleared, Outcome::not_cleared, Outcome::undecided},
                                            *json, "outcome", "outcome"));
  record.is_live = reading.flag(*json, "live", "live");
  record.profile = reading.text(*json, "profile", "profile");
  record.level_dba = optional_number(reading, *json, "level_dba");
  record.voice_to_background_db = optional_number(reading, *json, "voice_to_background_db");
  read_lists(reading, *json, record);
  if (reading.wrong()) return std::nullopt;
  return record;
}

}  // namespace preshift
