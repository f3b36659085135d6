#include "made_documents.hpp"

#include "approval.hpp"
#include "certifying.hpp"
#include "did_key.hpp"
#include "drawn_measurements.hpp"
#include "facts.hpp"
#include "sha256.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace preshift {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

enum : std::uint64_t { k_for_check = 10, k_for_onboarding = 11, k_for_nonce = 12, k_for_approval = 13 };

Profile loaded(const std::string& name, std::vector<ParameterSetting> settings = {}) {
  auto profile = load_profile(name, settings);
  if (!profile) throw std::logic_error("a shipped profile cannot be read: " + name);
  return std::move(*profile);
}

Facts facts_of(const Workforce& workforce, const Agent& agent, sys_seconds at) {
  constexpr std::array<const char*, 7> k_weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                  "thursday", "friday", "saturday"};
  const auto local = at + local_offset(at);
  const auto day = std::chrono::floor<days>(local);
  const auto since_midnight = std::chrono::floor<std::chrono::minutes>(local - day);
  return {{"agent", agent.id},
          {"site", workforce.sites[agent.site].name},
          {"capture", "live"},
          {"room", agent.room_digest ? "enrolled" : "not-enrolled"},
          {"time", written_time_of_day(since_midnight)},
          {"weekday", k_weekdays[std::chrono::weekday{day}.c_encoding()]}};
}

/// While the builders are next door, but for their first two days, and of a pet that is always there.
std::vector<Waiver> waivers_of(const Workforce& workforce, const Agent& agent) {
  std::vector<Waiver> waivers;
  const Site& site = workforce.sites[agent.site];
  if (site.building_works.until != sys_days{}) {
    Waiver& waiver = waivers.emplace_back();
    waiver.rule = "quiet.background-noise";
    waiver.site = site.name;
    waiver.justification =
        "Building works next door; calls are moved to the quiet hours where that can be done.";
    waiver.approver = "C. Moreau, operations";
    waiver.from = site.building_works.from + days(2);
    waiver.until = site.building_works.until - days(2);
  }
  if (agent.has_pet && agent.site % 2 == 0) {
    Waiver& waiver = waivers.emplace_back();
    waiver.rule = "quiet.no-animal";
    waiver.agent = agent.id;
    waiver.justification = "Guide dog, agreed with occupational health.";
    waiver.approver = "L. Petit, health and safety";
    waiver.until = k_last_day - days(30);
  }
  return waivers;
}

/// Both devices, live. Their names leave the report as pseudonyms alone.
CheckReport opened_report(const Agent& agent) {
  CheckReport report;
  report.sources = {{Sensor::microphone, true, "Headset of " + agent.id, "ALSA", 48000, 1, {}},
                    {Sensor::camera, true, "Camera of " + agent.id, "V4L2", 15, 0, {}}};
  report.confined = Confined{true, true, ""};
  return report;
}

/// The four questions of the onboarding, answered with yes.
std::vector<Declaration> declarations_of(const Profile& profile, const Agent& agent, sys_seconds at) {
  std::vector<Declaration> declarations;
  for (const Rule& rule : profile.rules)
    if (std::holds_alternative<ManualQuestion>(rule.condition.node))
      declarations.push_back({rule.id, true, agent.id, Answerer::agent, at});
  return declarations;
}

}  // namespace

DocumentMaker::DocumentMaker(const Workforce& workforce)
    : m_workforce(workforce),
      m_first_profile(loaded("standard", {{"max_noise", "48 dB(A)"}})),
      m_later_profile(loaded("standard")),
      m_onboarding_profile(loaded("onboarding")),
      m_references(workforce.agents.size()) {
  const Sha256 seed = sha256(fmt::format("made certificates: {} employer", workforce.size.seed));
  const auto employer = SigningKey::from_seed(seed);
  m_employer = did_of(employer->public_key());
  const sys_seconds day_before = first_day(workforce.size) - days(1);
  for (std::size_t index = 0; index < workforce.agents.size(); ++index) {
    if (!workforce.agents[index].is_onboarded) continue;
    const Json document = onboarding(index);
    const auto view = read_certificate(document);
    Draw draw({workforce.size.seed, k_for_approval, index});
    ApprovalContents answer;
    answer.workspace = workspace_of(document, *view);
    answer.issued_at = day_before + hours(9) + std::chrono::seconds(draw.below(8 * 3600));
    answer.expires_at = view->valid_until;
    answer.id = draw.uuid();
    m_approvals.push_back(signed_approval(answer, *employer));
    m_references[index] = OnboardingReference{view->id, document_digest(document), m_employer};
  }
}

Json DocumentMaker::certificate(const PlannedCheck& check) const {
  const bool is_onboarding = check.number == 0 && m_workforce.agents[check.agent].is_onboarded;
  return is_onboarding ? onboarding(check.agent) : before_shift(check);
}

/// On a quiet day before the period, so that the approval is there when the first shift starts.
Json DocumentMaker::onboarding(std::size_t index) const {
  const Agent& agent = m_workforce.agents[index];
  Draw draw({m_workforce.size.seed, k_for_onboarding, index});
  Surroundings around;
  around.background_dba = std::min(agent.room_dba, 36.0);
  around.voice_dba = agent.voice_dba + 3;
  around.is_calibrated = agent.is_calibrated;
  around.is_enrolled = true;
  const sys_seconds at = onboarding_time(m_workforce, index);
  CheckReport report = opened_report(agent);
  report.measurements = drawn_measurements(around, draw);
  report.evaluation =
      evaluate(m_onboarding_profile, report.measurements,
               {facts_of(m_workforce, agent, at), {}, declarations_of(m_onboarding_profile, agent, at), at});
  CertificateRequest request;
  request.kind = CertificateKind::onboarding;
  request.validity = days(365);
  request.agent_id = agent.id;
  request.room_digest = agent.room_digest;
  CertificateContents contents =
      certificate_contents(report, m_onboarding_profile, request, agent.record, at);
  contents.id = draw.uuid();
  return signed_certificate(contents, agent.key);
}

/// Two of a thousand answer the nonce of the check before.
std::optional<std::string> DocumentMaker::nonce(const PlannedCheck& check) const {
  const Agent& agent = m_workforce.agents[check.agent];
  if (!m_workforce.sites[agent.site].gives_nonces) return std::nullopt;
  const auto of_check = [&](std::uint32_t number) {
    return Draw({m_workforce.size.seed, k_for_nonce, check.agent, number});
  };
  Draw draw = of_check(check.number);
  const std::string own = draw.hexadecimal(16);
  if (check.number == 0 || !draw.chance(0.002)) return own;
  return of_check(check.number - 1).hexadecimal(16);
}

Json DocumentMaker::before_shift(const PlannedCheck& check) const {
  const Agent& agent = m_workforce.agents[check.agent];
  const sys_days first = first_day(m_workforce.size);
  const Profile& profile = check.at < first + (k_last_day - first) / 2 ? m_first_profile : m_later_profile;
  Draw draw({m_workforce.size.seed, k_for_check, check.agent, check.number});
  CheckReport report = opened_report(agent);
  report.measurements =
      drawn_measurements(drawn_surroundings(agent, m_workforce.sites[agent.site], check.at, draw), draw);
  report.evaluation =
      evaluate(profile, report.measurements,
               {facts_of(m_workforce, agent, check.at), waivers_of(m_workforce, agent), {}, check.at});
  CertificateRequest request;
  request.validity = hours(10);
  request.nonce = nonce(check);
  request.agent_id = agent.id;
  request.room_digest = agent.room_digest;
  request.onboarding = m_references[check.agent];
  CertificateContents contents = certificate_contents(report, profile, request, agent.record, check.at);
  contents.id = draw.uuid();
  return signed_certificate(contents, agent.key);
}

}  // namespace preshift
