#include "made_certificate.hpp"

#include "measures.hpp"
#include "profile.hpp"

namespace preshift::testing {
namespace {

/// A value for every measure, such as a quiet room with one person gives.
Measurements fit_workspace() {
  Measurements all;
  for (const Measure& measure : measures()) {
    if (!measure.words.empty()) {
      all.push_back({std::string(measure.name), "", State{std::string(measure.words.front())}});
    } else {
      const double value = measure.unit == units::k_person    ? 1
                           : measure.unit == units::k_percent ? 0.5
                                                              : 31.25;
      all.push_back(quantity(std::string(measure.name), std::string(measure.unit), value, 0.125));
    }
  }
  return all;
}

}  // namespace

CertificateContents made_contents() {
  CertificateContents contents;
  contents.issued_at = k_issued;
  contents.expires_at = k_issued + std::chrono::hours(8);
  contents.evaluation = evaluate(*shipped_profile("standard"), fit_workspace(), {{{"room", "enrolled"}}});
  contents.outcome = Outcome::cleared;
  contents.profile_digest = std::string(64, 'a');
  contents.devices = {{Sensor::microphone, true, std::string(32, '1')},
                      {Sensor::camera, true, std::string(32, '2')}};
  contents.sensors = {{"chain.processing", "", State{"none"}},
                      quantity("chain.bandwidth", "Hz", 20000, 100),
                      unknown("camera.frozen", "%", Message{{"reason.id", "a device's name", "un nom"}, {}})};
  contents.confined = Confined{true, true, ""};
  contents.nonce = "a-nonce";
  contents.agent_id = "agent-17";
  return contents;
}

CertificateContents little_contents() {
  CertificateContents contents = made_contents();
  contents.evaluation.rules.resize(2);
  contents.evaluation.requirements.resize(1);
  return contents;
}

CertificateContents onboarding_contents(const std::string& room_digest) {
  CertificateContents contents = little_contents();
  contents.kind = CertificateKind::onboarding;
  contents.expires_at = k_issued + std::chrono::days(365);
  contents.room_digest = room_digest;
  return contents;
}

}  // namespace preshift::testing
