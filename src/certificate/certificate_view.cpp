#include "certificate_view.hpp"

#include "document_reading.hpp"
#include "event_names.hpp"
#include "pseudonym.hpp"
#include "vocabulary.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace preshift {
namespace {

const std::string k_subject = "credentialSubject";

std::string within_subject(std::string_view name) {
  return k_subject + "." + std::string(name);
}

void read_rules(DocumentReading& reading, const Json& subject, CertificateView& view) {
  const Json& results = reading.list(subject, "results", within_subject("results"));
  for (std::size_t place = 0; place < results.size(); ++place) {
    const Json& each = results[place];
    const std::string path = within_subject("results[" + std::to_string(place) + "]");
    view.rules.push_back(
        {reading.text(each, "rule", path + ".rule"), reading.text(each, "requirement", path + ".requirement"),
         reading.text(each, "severity", path + ".severity"), reading.text(each, "result", path + ".result"),
         reading.object(each, "judged", path + ".judged"), member(each, "waived") != nullptr});
    if (view.rules.back().is_waived)
      reading.require(reading.flag(each, "waived", path + ".waived"), path + ".waived");
  }
}

/// Each rule that is said to be waived needs a waiver that counts, and the other way round.
void require_waivers(DocumentReading& reading, const CertificateView& view) {
  std::set<std::string> counting;
  std::set<std::string> waived;
  for (const CertifiedWaiver& waiver : view.waivers)
    if (waiver.state == WaiverState::counts) counting.insert(waiver.rule);
  for (const CertifiedRule& rule : view.rules)
    if (rule.is_waived) waived.insert(rule.rule);
  reading.require(counting == waived, within_subject("waivers"));
}

void read_devices(DocumentReading& reading, const Json& subject, CertificateView& view) {
  const Json& devices = reading.list(subject, "devices", within_subject("devices"));
  for (std::size_t place = 0; place < devices.size(); ++place) {
    const Json& each = devices[place];
    const std::string path = within_subject("devices[" + std::to_string(place) + "]");
    const std::string sensor = reading.text(each, "sensor", path + ".sensor");
    reading.require(sensor == name_of(Sensor::microphone) || sensor == name_of(Sensor::camera),
                    path + ".sensor");
    view.devices.push_back({sensor == name_of(Sensor::camera) ? Sensor::camera : Sensor::microphone,
                            reading.flag(each, "live", path + ".live"),
                            reading.optional_text(each, "device", path + ".device").value_or("")});
  }
}

void read_references(DocumentReading& reading, const Json& subject, CertificateView& view) {
  view.nonce = reading.optional_text(subject, "nonce", within_subject("nonce"));
  view.agent_id = reading.optional_text(subject, "agentId", within_subject("agentId"));
  view.site = reading.optional_text(subject, "site", within_subject("site"));
  reading.require(!view.nonce || is_nonce(*view.nonce), within_subject("nonce"));
  reading.require(!view.agent_id || is_agent_id(*view.agent_id), within_subject("agentId"));
  reading.require(!view.site || is_agent_id(*view.site), within_subject("site"));
  if (const Json* room = member(subject, "room"))
    view.room_digest = reading.text(*room, "enrolmentDigest", within_subject("room.enrolmentDigest"));
  if (const Json* onboarding = member(subject, "onboarding")) {
    const std::string path = within_subject("onboarding");
    view.onboarding = OnboardingReference{reading.text(*onboarding, "certificate", path + ".certificate"),
                                          reading.text(*onboarding, "digest", path + ".digest"),
                                          reading.text(*onboarding, "approver", path + ".approver")};
  }
}

/// The level must be what the certificate itself bears out.
void require_assurance(DocumentReading& reading, const CertificateView& view) {
  const bool is_borne_out = view.onboarding ? view.assurance == Assurance::approved
                            : view.nonce    ? view.assurance == Assurance::challenged
                                            : view.assurance == Assurance::self_asserted;
  reading.require(is_borne_out, within_subject("assurance"));
}

void read_subject(DocumentReading& reading, const Json& subject, CertificateView& view) {
  reading.require(text_member(subject, "type") == vocabulary::k_check_type, within_subject("type"));
  view.kind = reading.one_of({CertificateKind::pre_shift, CertificateKind::onboarding}, subject, "kind",
                             within_subject("kind"));
  view.outcome = reading.one_of({Outcome::cleared, Outcome::not_cleared, Outcome::undecided}, subject,
                                "outcome", within_subject("outcome"));
  view.assurance = reading.one_of({Assurance::self_asserted, Assurance::challenged, Assurance::approved},
                                  subject, "assurance", within_subject("assurance"));
  const Json& profile = reading.object(subject, "profile", within_subject("profile"));
  view.profile = reading.text(profile, "profileName", within_subject("profile.profileName"));
  view.profile_version = reading.small_number(profile, "version", within_subject("profile.version"));
  view.profile_digest = reading.text(profile, "digest", within_subject("profile.digest"));
  const Json& tool = reading.object(subject, "tool", within_subject("tool"));
  view.tool_version = reading.text(tool, "toolVersion", within_subject("tool.toolVersion"));
  const Json& confinement = reading.object(subject, "confinement", within_subject("confinement"));
  view.system_calls_confined =
      reading.flag(confinement, "systemCalls", within_subject("confinement.systemCalls"));
  view.file_system_confined =
      reading.flag(confinement, "fileSystem", within_subject("confinement.fileSystem"));
  read_rules(reading, subject, view);
  view.waivers = read_certified_waivers(reading, subject, within_subject("waivers"));
  require_waivers(reading, view);
  read_devices(reading, subject, view);
  read_references(reading, subject, view);
  require_assurance(reading, view);
}

}  // namespace

bool CertificateView::is_live() const {
  return !devices.empty() && std::all_of(devices.begin(), devices.end(),
                                         [](const CertifiedDevice& device) { return device.is_live; });
}

Expected<CertificateView, std::string> read_certificate(const Json& document) {
  DocumentReading reading;
  CertificateView view;
  reading.require(document.is_object(), "{}");
  read_envelope(reading, document, vocabulary::k_certificate_type, view);
  read_subject(reading, reading.object(document, "credentialSubject", k_subject), view);
  if (reading.wrong()) return Failure{*reading.wrong()};
  return view;
}

}  // namespace preshift
