#include "certified_waiver.hpp"

#include "utc_time.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace preshift {
namespace {

using std::chrono::sys_seconds;

/// The last moment that a date of four digits can name.
constexpr sys_seconds k_last_moment = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31} +
                                      std::chrono::hours{24} - std::chrono::seconds{1};

/// Not longer than this many bytes, and no half of a character at its end.
std::string cut(std::string_view text, std::size_t longest) {
  std::string whole = printable(text);
  if (whole.size() <= longest) return whole;
  whole.resize(longest);
  if (const auto half = find_invalid_utf8(whole)) whole.resize(*half);
  return whole;
}

CertifiedWaiver told(const WaiverEvaluation& evaluated) {
  const Waiver& waiver = evaluated.waiver;
  CertifiedWaiver certified{waiver.rule,
                            evaluated.state,
                            cut(waiver.approver, k_longest_approver),
                            cut(waiver.justification, k_longest_justification),
                            std::nullopt,
                            std::min(waiver.until, k_last_moment)};
  if (waiver.from > sys_seconds{}) certified.from = waiver.from;
  return certified;
}

}  // namespace

std::vector<CertifiedWaiver> certified_waivers(const Evaluation& evaluation) {
  std::vector<CertifiedWaiver> waivers;
  for (const WaiverEvaluation& each : evaluation.waivers)
    if (each.state == WaiverState::counts) waivers.push_back(told(each));
  for (const WaiverEvaluation& each : evaluation.waivers)
    if (each.state == WaiverState::not_needed || each.state == WaiverState::expired)
      waivers.push_back(told(each));
  if (waivers.size() > k_most_certified_waivers) waivers.resize(k_most_certified_waivers);
  return waivers;
}

Json certified(const CertifiedWaiver& waiver) {
  Json json{{"rule", waiver.rule},
            {"state", to_string(waiver.state)},
            {"approvedBy", waiver.approved_by},
            {"justification", waiver.justification},
            {"until", to_utc_text(waiver.until)}};
  if (waiver.from) json["from"] = to_utc_text(*waiver.from);
  return json;
}

std::vector<CertifiedWaiver> read_certified_waivers(DocumentReading& reading, const Json& subject,
                                                    const std::string& path) {
  std::vector<CertifiedWaiver> waivers;
  if (member(subject, "waivers") == nullptr) return waivers;
  const Json& list = reading.list(subject, "waivers", path);
  reading.require(list.size() <= k_most_certified_waivers, path);
  for (std::size_t place = 0; place < list.size() && !reading.wrong(); ++place) {
    const Json& each = list[place];
    const std::string at = path + "[" + std::to_string(place) + "].";
    CertifiedWaiver waiver;
    waiver.rule = reading.text(each, "rule", at + "rule");
    waiver.state = reading.one_of({WaiverState::counts, WaiverState::not_needed, WaiverState::expired}, each,
                                  "state", at + "state");
    waiver.approved_by = reading.text(each, "approvedBy", at + "approvedBy");
    reading.require(waiver.approved_by.size() <= k_longest_approver, at + "approvedBy");
    waiver.justification = reading.text(each, "justification", at + "justification");
    reading.require(waiver.justification.size() <= k_longest_justification, at + "justification");
    waiver.until = reading.moment(each, "until", at + "until");
    if (member(each, "from") != nullptr) waiver.from = reading.moment(each, "from", at + "from");
    waivers.push_back(std::move(waiver));
  }
  return waivers;
}

}  // namespace preshift
