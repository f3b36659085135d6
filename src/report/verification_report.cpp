#include "verification_report.hpp"

#include "certificate_report_texts.hpp"
#include "json_parts.hpp"
#include "utc_time.hpp"

namespace preshift {
namespace {

constexpr std::size_t k_indent = 4;

RuleResult looks_like(StepResult result) {
  switch (result) {
    case StepResult::passed:
      return RuleResult::pass;
    case StepResult::failed:
      return RuleResult::fail;
    case StepResult::not_checked:
      break;
  }
  return RuleResult::notchecked;
}

constexpr Text k_step_titles[] = {
    {"step.form", "Form", "Forme"},
    {"step.signature", "Signature", "Signature"},
    {"step.issuer", "Issuer", "Émetteur"},
    {"step.dates", "Dates", "Dates"},
    {"step.status", "Status", "Statut"},
    {"step.profile", "Rules", "Règles"},
    {"step.nonce", "Nonce", "Nonce"},
    {"step.agent", "Agent", "Agent"},
    {"step.room", "Room", "Pièce"},
    {"step.onboarding", "Approval", "Approbation"},
    {"step.certificate", "Certificate", "Certificat"},
    {"step.outcome", "Outcome", "Résultat"},
};

void write_step(TextWriter& writer, const VerifiedStep& step) {
  const std::string title = writer.words(k_step_titles[static_cast<std::size_t>(step.step)]);
  writer.marked_paragraph(
      looks_like(step.result),
      writer.words(shown_text("line.step"), {title, render(step.finding, writer.language())}), k_indent);
}

Json summary_of(const CertifiedWaiver& waiver) {
  Json json{{"rule", waiver.rule},
            {"state", to_string(waiver.state)},
            {"approved_by", waiver.approved_by},
            {"justification", waiver.justification},
            {"until", to_utc_text(waiver.until)}};
  if (waiver.from) json["from"] = to_utc_text(*waiver.from);
  return json;
}

Json summary_of(const CertificateView& certificate) {
  Json json{{"id", certificate.id},
            {"issuer", certificate.issuer},
            {"kind", to_string(certificate.kind)},
            {"valid_from", to_utc_text(certificate.valid_from)},
            {"valid_until", to_utc_text(certificate.valid_until)},
            {"outcome", to_string(certificate.outcome)},
            {"assurance", to_string(certificate.assurance)},
            {"profile",
             {{"name", certificate.profile},
              {"version", certificate.profile_version},
              {"digest", certificate.profile_digest}}}};
  if (certificate.agent_id) json["agent_id"] = *certificate.agent_id;
  if (certificate.site) json["site"] = *certificate.site;
  for (const CertifiedWaiver& waiver : certificate.waivers) json["waivers"].push_back(summary_of(waiver));
  if (certificate.nonce) json["nonce"] = *certificate.nonce;
  if (certificate.room_digest) json["room"] = *certificate.room_digest;
  if (certificate.onboarding) json["approver"] = certificate.onboarding->approver;
  return json;
}

Json summary_of(const ApprovalView& approval) {
  Json json{{"id", approval.id},
            {"issuer", approval.issuer},
            {"decision", to_string(approval.decision)},
            {"certificate", approval.workspace.certificate},
            {"digest", approval.workspace.digest},
            {"agent", approval.workspace.agent}};
  if (approval.workspace.room_digest) json["room"] = *approval.workspace.room_digest;
  if (approval.reason) json["reason"] = *approval.reason;
  return json;
}

Json summary_of(const DisputeView& dispute) {
  return {{"id", dispute.id},
          {"issuer", dispute.issuer},
          {"valid_from", to_utc_text(dispute.valid_from)},
          {"certificate", dispute.certificate},
          {"digest", dispute.digest},
          {"note", dispute.note}};
}

Json json_of(const VerifiedFile& file, Language language) {
  Json steps = Json::array();
  for (const VerifiedStep& step : file.verification.steps)
    steps.push_back({{"step", to_string(step.step)},
                     {"result", to_string(step.result)},
                     {"finding", render(step.finding, language)},
                     {"reason", step.finding.text.id}});
  const auto& certificate = file.verification.certificate;
  Json json{{"file", file.file},
            {"valid", file.verification.is_valid()},
            {"steps", std::move(steps)},
            {"certificate", certificate ? summary_of(*certificate) : Json()}};
  if (const auto& approval = file.verification.approval) json["approval"] = summary_of(*approval);
  if (const auto& dispute = file.verification.dispute) json["dispute"] = summary_of(*dispute);
  if (const auto& compact = file.verification.compact)
    json["compact"] = {{"digest", compact->digest}, {"live", compact->is_live}};
  return json;
}

}  // namespace

std::string verification_text(const std::vector<VerifiedFile>& files, const TextStyle& style) {
  TextWriter writer(style);
  for (const VerifiedFile& file : files) {
    const bool valid = file.verification.is_valid();
    writer.paragraph(
        writer.words(valid ? shown_text("verification.valid") : shown_text("verification.not_valid"),
                     {file.file}),
        0);
    for (const VerifiedStep& step : file.verification.steps) write_step(writer, step);
  }
  return writer.take();
}

std::string verification_json(const std::vector<VerifiedFile>& files, Language language) {
  Json list = Json::array();
  for (const VerifiedFile& file : files) list.push_back(json_of(file, language));
  const Json json{{"format", "preshift-verification/1"}, {"files", std::move(list)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace preshift
