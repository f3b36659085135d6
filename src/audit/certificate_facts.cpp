#include "certificate_facts.hpp"

#include "canonical_json.hpp"
#include "hex.hpp"
#include "measures.hpp"
#include "sha256.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>

namespace preshift {
namespace {

/// Fewer measured numbers than this can be alike by chance.
constexpr std::size_t k_fewest_numbers = 4;

RuleResult result_of(std::string_view word) {
  for (const RuleResult result :
       {RuleResult::pass, RuleResult::fail, RuleResult::unknown, RuleResult::error, RuleResult::notapplicable,
        RuleResult::notchecked, RuleResult::notselected, RuleResult::informational, RuleResult::fixed})
    if (to_string(result) == word) return result;
  return RuleResult::unknown;
}

double number(const Json& object, std::string_view name) {
  const Json* found = member(object, name);
  return found != nullptr && found->is_number() ? found->get<double>() : 0;
}

/// Calls `take` with every measurement that a rule was judged by.
template <class Take>
// NOLINTNEXTLINE(misc-no-recursion): read_strict_json bounds the depth
void each_measurement(const Json& judged, const Take& take) {
  if (const Json* conditions = member(judged, "conditions");
      conditions != nullptr && conditions->is_array()) {
    for (const Json& condition : *conditions) each_measurement(condition, take);
  } else {
    take(judged);
  }
}

std::optional<JudgedLevel> level_in(const Json& measured) {
  const Json* value = member(measured, "value");
  const bool is_level = text_member(measured, "measure") == "sound.laeq" && value != nullptr &&
                        value->is_number() && text_member(measured, "unit") == units::k_dba &&
                        member(measured, "upperBound") == nullptr;
  if (!is_level) return std::nullopt;
  JudgedLevel level{value->get<double>(), number(measured, "uncertainty"), std::nullopt};
  if (const Json* limit = member(measured, "limit"))
    if (const Json* most = member(*limit, "atMost"); most != nullptr && most->is_number())
      level.limit_dba = most->get<double>();
  return level;
}

std::optional<JudgedLevel> level_of(const CertificateView& view) {
  std::optional<JudgedLevel> found;
  for (const CertifiedRule& rule : view.rules)
    each_measurement(rule.judged, [&](const Json& measured) {
      const auto level = level_in(measured);
      if (level && (!found || (!found->limit_dba && level->limit_dba))) found = level;
    });
  return found;
}

/// Of every number that was measured. A room never gives all of them to the last digit a second time.
std::string measurements_digest(const Json& subject, const CertificateView& view) {
  std::string numbers;
  std::size_t count = 0;
  const auto take = [&](const Json& measured) {
    const Json* value = member(measured, "value");
    if (value == nullptr || !value->is_number()) return;
    numbers += text_member(measured, "measure").value_or("") + "=" + ecmascript_number(value->get<double>()) +
               "+-" + ecmascript_number(number(measured, "uncertainty")) + "\n";
    ++count;
  };
  for (const CertifiedRule& rule : view.rules) each_measurement(rule.judged, take);
  if (const Json* sensors = member(subject, "sensors"); sensors != nullptr && sensors->is_array())
    for (const Json& sensor : *sensors) take(sensor);
  return count >= k_fewest_numbers ? to_hex(sha256(numbers)) : std::string();
}

/// Why a rule did not pass: the certificate's word for it, else that of the first measurement that is absent.
std::string reason_of(const Json& result) {
  if (const auto reason = text_member(result, "reason")) return *reason;
  std::string found;
  if (const Json* judged = member(result, "judged"))
    each_measurement(*judged, [&](const Json& measured) {
      if (found.empty()) found = text_member(measured, "reason").value_or("");
    });
  return found;
}

std::vector<FailedRule> failed_rules(const Json& subject, const CertificateView& view) {
  std::vector<FailedRule> failed;
  const Json* results = member(subject, "results");
  for (std::size_t place = 0; place < view.rules.size(); ++place) {
    const CertifiedRule& rule = view.rules[place];
    const RuleResult result = result_of(rule.result);
    if (!has_say(result) || is_passed(result)) continue;
    const Json& written = results->at(place);
    failed.push_back({rule.rule, rule.requirement, rule.severity == "required", result, reason_of(written),
                      rule.is_waived});
  }
  return failed;
}

std::vector<ListedWaiver> waivers_of(const CertificateView& view) {
  std::vector<ListedWaiver> waivers;
  for (const CertifiedWaiver& each : view.waivers)
    waivers.push_back({each.rule, each.approved_by, each.justification, each.until, each.state});
  return waivers;
}

}  // namespace

CertificateRecord certificate_record(const Json& document, const CertificateView& view, std::string canonical,
                                     const std::string& site) {
  const Json& subject = document.at("credentialSubject");
  CertificateRecord record;
  record.id = view.id;
  record.digest = to_hex(sha256(canonical));
  record.issuer = view.issuer;
  record.agent = view.agent_id.value_or(view.issuer);
  record.site = view.site.value_or(site);
  record.kind = view.kind;
  record.outcome = view.outcome;
  record.assurance = view.assurance;
  record.is_live = view.is_live();
  record.profile = view.profile;
  record.profile_version = view.profile_version;
  record.issued_at = view.valid_from;
  record.valid_until = view.valid_until;
  record.level = level_of(view);
  record.nonce = view.nonce.value_or("");
  record.measurements_digest = measurements_digest(subject, view);
  record.failed_rules = failed_rules(subject, view);
  record.waivers = waivers_of(view);
  record.document = std::move(canonical);
  return record;
}

}  // namespace preshift
