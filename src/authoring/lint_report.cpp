#include "lint_report.hpp"

#include "authoring_texts.hpp"
#include "sarif_log.hpp"
#include "utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace preshift {
namespace {

std::ptrdiff_t count(const Findings& findings, FindingLevel level) {
  return std::count_if(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.level == level; });
}

/// What is wrong, without the place that every message begins with.
std::string unplaced(const Finding& finding, Language language) {
  std::string text = render(finding.message, language);
  const std::string place = printable(to_string(finding.place));
  if (!text.starts_with(place)) return text;
  const std::size_t begin = text.find_first_not_of(" :", place.size());
  return begin == std::string::npos ? text : text.substr(begin);
}

/// What kind of finding it is: ids that differ only in whether a word was near are one kind.
std::string kind_of(const Finding& finding) {
  std::string_view id = finding.message.text.id;
  constexpr std::string_view k_near = "_near";
  if (id.ends_with(k_near) && !id.starts_with("lint.")) id.remove_suffix(k_near.size());
  return std::string(id);
}

}  // namespace

Json finding_json(const Finding& finding, Language language) {
  Json json{{"level", to_string(finding.level)}, {"kind", kind_of(finding)}, {"file", finding.place.file}};
  if (finding.place.line > 0) {
    json["line"] = finding.place.line;
    json["column"] = finding.place.column;
  }
  json["message"] = unplaced(finding, language);
  return json;
}

std::string lint_text(const std::vector<std::string>& files, const Findings& findings,
                      const TextStyle& style) {
  TextWriter writer(style);
  for (const Finding& finding : findings) {
    const bool is_error = finding.level == FindingLevel::error;
    const Text level = is_error ? authoring_text("lint.error") : authoring_text("lint.warning");
    const std::string colon = style.language == Language::french ? " : " : ": ";
    writer.line(printable(to_string(finding.place)) + ": " +
                writer.coloured(writer.words(level), is_error ? "\x1b[31m" : "\x1b[33m") + colon +
                unplaced(finding, style.language));
  }
  std::string names;
  for (const std::string& file : files) names += (names.empty() ? "" : ", ") + file;
  if (findings.empty()) {
    writer.line(writer.words(authoring_text("lint.clean"), {names}));
  } else {
    writer.line(
        writer.words(authoring_text("lint.sum"), {std::to_string(count(findings, FindingLevel::error)),
                                                  std::to_string(count(findings, FindingLevel::warning))}));
  }
  return writer.take();
}

std::string lint_json(const std::vector<std::string>& files, const Findings& findings, Language language) {
  Json list = Json::array();
  for (const Finding& finding : findings) list.push_back(finding_json(finding, language));
  const Json json{{"format", "preshift-lint/1"},
                  {"files", files},
                  {"errors", count(findings, FindingLevel::error)},
                  {"warnings", count(findings, FindingLevel::warning)},
                  {"findings", std::move(list)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string lint_sarif(const Findings& findings, int exit_status, Language language) {
  SarifRun run;
  run.exit_status = exit_status;
  for (const Finding& finding : findings) {
    const std::string kind = kind_of(finding);
    const bool is_known = std::any_of(run.rules.begin(), run.rules.end(),
                                      [&](const SarifRule& rule) { return rule.id == kind; });
    if (!is_known) run.rules.push_back({kind, "", "", "", std::string(to_string(finding.level))});
    run.results.push_back({kind, "fail", std::string(to_string(finding.level)), unplaced(finding, language),
                           SarifPlace{finding.place.file, finding.place.line, finding.place.column}});
  }
  return sarif_log(run, language);
}

}  // namespace preshift
