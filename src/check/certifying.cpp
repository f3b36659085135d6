#include "certifying.hpp"

#include "atomic_file.hpp"
#include "check_texts.hpp"
#include "pseudonym.hpp"

#include <algorithm>
#include <iterator>

namespace preshift {
namespace {

std::vector<CertifiedDevice> devices_of(const CheckReport& report, const KeyRecord& record) {
  std::vector<CertifiedDevice> devices;
  for (const SourceOpened& source : report.sources)
    devices.push_back({source.sensor, source.live,
                       source.live ? device_pseudonym(record.device_salt, source) : std::string()});
  return devices;
}

/// How the microphone and the camera were themselves judged: whether a person should believe them.
bool is_of_a_sensor(const Measurement& measurement) {
  return measurement.name.starts_with("chain.") || measurement.name.starts_with("camera.");
}

/// The fact `site`, when its form says that it is no address.
std::optional<std::string> site_of(const Facts& facts) {
  const auto site = facts.find("site");
  if (site == facts.end() || !is_agent_id(site->second)) return std::nullopt;
  return site->second;
}

}  // namespace

CertificateContents certificate_contents(const CheckReport& report, const Profile& profile,
                                         const CertificateRequest& request, const KeyRecord& record,
                                         std::chrono::sys_seconds now) {
  CertificateContents contents;
  contents.kind = request.kind;
  contents.issued_at = now;
  contents.expires_at = now + request.validity;
  contents.outcome = report.problem ? Outcome::undecided : report.evaluation.outcome;
  contents.evaluation = report.evaluation;
  contents.profile_digest = profile.digest;
  contents.devices = devices_of(report, record);
  std::copy_if(report.measurements.begin(), report.measurements.end(), std::back_inserter(contents.sensors),
               is_of_a_sensor);
  contents.confined = report.confined;
  contents.nonce = request.nonce;
  contents.agent_id = request.agent_id;
  contents.site = site_of(report.evaluation.facts);
  contents.room_digest = request.room_digest;
  contents.onboarding = request.onboarding;
  return contents;
}

Result<void> write_document_file(const std::filesystem::path& file, const Json& document) {
  const auto written = replace_file(file, written_document(document));
  if (written) return {};
  return unusable_input(check_text("check.document_not_written"), file.string(), written.error());
}

}  // namespace preshift
