#include "onboarding_report.hpp"

#include "certificate_report_texts.hpp"
#include "json_parts.hpp"
#include "utc_time.hpp"

namespace preshift {
namespace {

Text line_of(OnboardingState state) {
  switch (state) {
    case OnboardingState::missing:
      break;
    case OnboardingState::pending:
      return shown_text("onboarding_status.pending");
    case OnboardingState::approved:
      return shown_text("onboarding_status.approved");
    case OnboardingState::refused:
      return shown_text("onboarding_status.refused");
    case OnboardingState::expired:
      return shown_text("onboarding_status.expired");
  }
  return shown_text("onboarding_status.missing");
}

Json certificate_of(const CertificateView& view) {
  Json json{{"id", view.id},
            {"valid_from", to_utc_text(view.valid_from)},
            {"valid_until", to_utc_text(view.valid_until)}};
  if (view.room_digest) json["room"] = *view.room_digest;
  return json;
}

Json decision_of(const ApprovalView& view) {
  Json json{{"id", view.id},
            {"employer", view.issuer},
            {"decision", to_string(view.decision)},
            {"valid_until", to_utc_text(view.valid_until)}};
  if (view.reason) json["reason"] = *view.reason;
  return json;
}

}  // namespace

std::string onboarding_text_report(const OnboardingFinding& finding, const std::vector<Message>& damaged,
                                   const TextStyle& style) {
  TextWriter writer(style);
  writer.paragraph(writer.words(line_of(finding.state), {render(finding.reason, style.language)}), 0);
  if (finding.certificate)
    writer.paragraph(writer.words(shown_text("onboarding_status.certificate"),
                                  {finding.certificate->id, to_utc_text(finding.certificate->valid_until)}),
                     0);
  for (const Message& problem : damaged)
    writer.paragraph(writer.words(shown_text("onboarding_status.damaged"), {render(problem, style.language)}),
                     0);
  if (const std::string remedy = render_remedy(finding.reason, style.language); !remedy.empty())
    writer.paragraph(writer.words(shown_text("onboarding_status.remedy"), {remedy}), 0);
  return writer.take();
}

std::string onboarding_json(const OnboardingFinding& finding, const std::vector<Message>& damaged,
                            Language language) {
  Json json{{"format", "preshift-onboarding/1"},
            {"state", to_string(finding.state)},
            {"reason", finding.reason.text.id},
            {"finding", render(finding.reason, language)},
            {"remedy", render_remedy(finding.reason, language)},
            {"certificate", finding.certificate ? certificate_of(*finding.certificate) : Json()},
            {"decision", finding.decision ? decision_of(*finding.decision) : Json()}};
  json["damaged"] = Json::array();
  for (const Message& problem : damaged) json["damaged"].push_back(render(problem, language));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace preshift
