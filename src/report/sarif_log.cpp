#include "sarif_log.hpp"

#include "version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace preshift {
namespace {

using Json = nlohmann::ordered_json;

Json message(const std::string& text) {
  return {{"text", text}};
}

Json written(const SarifRule& rule) {
  Json json{{"id", rule.id}};
  if (!rule.title.empty()) json["shortDescription"] = message(rule.title);
  if (!rule.description.empty()) json["fullDescription"] = message(rule.description);
  if (!rule.help.empty()) json["help"] = message(rule.help);
  json["defaultConfiguration"] = {{"level", rule.level}};
  return json;
}

/// A file's name as a relative reference of a URI (RFC 3986): all but unreserved characters and '/' in
/// percent.
std::string uri_of(const std::string& file) {
  std::string uri;
  for (const char c : file) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    if (is_letter || is_digit || std::string_view("/-._~").find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

Json written(const SarifPlace& place) {
  Json physical{{"artifactLocation", {{"uri", uri_of(place.file)}}}};
  if (place.line > 0) physical["region"]["startLine"] = place.line;
  if (place.line > 0 && place.column > 0) physical["region"]["startColumn"] = place.column;
  return {{"physicalLocation", std::move(physical)}};
}

Json locations_of(const SarifResult& result) {
  Json locations = Json::array();
  if (result.place) locations.push_back(written(*result.place));
  for (const std::string& subject : result.subjects)
    locations.push_back({{"logicalLocations", Json::array({{{"fullyQualifiedName", subject}}})}});
  return locations;
}

Json written(const SarifResult& result, const std::vector<SarifRule>& rules) {
  const auto rule =
      std::find_if(rules.begin(), rules.end(), [&](const SarifRule& each) { return each.id == result.rule; });
  Json json{{"ruleId", result.rule}};
  if (rule != rules.end()) json["ruleIndex"] = std::distance(rules.begin(), rule);
  json["kind"] = result.kind;
  json["level"] = result.level;
  json["message"] = message(result.message);
  if (Json locations = locations_of(result); !locations.empty()) json["locations"] = std::move(locations);
  if (!result.properties.is_null()) json["properties"] = result.properties;
  return json;
}

}  // namespace

std::string sarif_log(const SarifRun& run, Language language) {
  Json rules = Json::array();
  for (const SarifRule& rule : run.rules) rules.push_back(written(rule));
  Json results = Json::array();
  for (const SarifResult& result : run.results) results.push_back(written(result, run.rules));
  Json json_run{
      {"tool", {{"driver", {{"name", "Preshift"}, {"version", k_version}, {"rules", std::move(rules)}}}}},
      {"language", language == Language::french ? "fr" : "en"},
      {"columnKind", "unicodeCodePoints"},
      {"invocations",
       Json::array({{{"executionSuccessful", run.successful}, {"exitCode", run.exit_status}}})},
      {"results", std::move(results)}};
  if (!run.properties.is_null()) json_run["properties"] = run.properties;
  const Json log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({std::move(json_run)})}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace preshift
