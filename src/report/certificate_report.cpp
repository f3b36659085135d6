#include "certificate_report_texts.hpp"
#include "utc_time.hpp"
#include "verification_report.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr std::size_t k_indent = 4;

Text word_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::cleared:
      return shown_text("certificate.cleared");
    case Outcome::not_cleared:
      return shown_text("certificate.not_cleared");
    case Outcome::undecided:
      break;
  }
  return shown_text("certificate.undecided");
}

Text sentence_of(Assurance assurance) {
  switch (assurance) {
    case Assurance::approved:
      return shown_text("certificate.approved");
    case Assurance::challenged:
      return shown_text("certificate.challenged");
    case Assurance::self_asserted:
      break;
  }
  return shown_text("certificate.self_asserted");
}

void write_validity(TextWriter& writer, const CredentialEnvelope& envelope) {
  writer.line(writer.words(shown_text("certificate.issuer"), {envelope.issuer}));
  writer.line(writer.words(shown_text("certificate.dates"),
                           {to_utc_text(envelope.valid_from), to_utc_text(envelope.valid_until)}));
}

void write_heading(TextWriter& writer, const CertificateView& view) {
  const Text kind = view.kind == CertificateKind::onboarding ? shown_text("certificate.onboarding")
                                                             : shown_text("certificate.pre_shift");
  writer.line(writer.words(shown_text("certificate.heading"),
                           {writer.words(kind), writer.words(word_of(view.outcome))}));
  if (view.agent_id) writer.line(writer.words(shown_text("certificate.agent"), {*view.agent_id}));
  if (view.site) writer.line(writer.words(shown_text("certificate.site"), {*view.site}));
  write_validity(writer, view);
}

void write_circumstances(TextWriter& writer, const CertificateView& view, const std::string& approver) {
  if (view.nonce) writer.line(writer.words(shown_text("certificate.nonce"), {*view.nonce}));
  if (view.room_digest) writer.line(writer.words(shown_text("certificate.room"), {*view.room_digest}));
  writer.paragraph(writer.words(sentence_of(view.assurance), {approver}), 0);
}

void write_rules_named(TextWriter& writer, const CertificateView& view) {
  writer.paragraph(
      writer.words(shown_text("certificate.profile"),
                   {view.profile, static_cast<double>(view.profile_version), view.profile_digest}),
      0);
  writer.line(writer.words(shown_text("certificate.tool"), {view.tool_version}));
}

void write_devices(TextWriter& writer, const CertificateView& view) {
  for (const CertifiedDevice& device : view.devices) {
    const std::string sensor =
        writer.words(device.sensor == Sensor::camera ? shown_text("certificate.camera")
                                                     : shown_text("certificate.microphone"));
    writer.line(
        writer.words(device.is_live ? shown_text("certificate.live") : shown_text("certificate.recorded"),
                     {sensor, device.pseudonym}));
  }
  writer.line(writer.words(view.system_calls_confined ? shown_text("certificate.confined")
                                                      : shown_text("certificate.not_confined")));
}

/// The word for a result, in any spelling; an unknown one is shown as it is.
std::pair<RuleResult, std::string> shown_result(const TextWriter& writer, const std::string& word) {
  constexpr RuleResult k_results[] = {RuleResult::pass,  RuleResult::fail,          RuleResult::unknown,
                                      RuleResult::error, RuleResult::notapplicable, RuleResult::notchecked};
  for (const RuleResult result : k_results)
    if (to_string(result) == word) return {result, writer.words(look_of(result).word)};
  return {RuleResult::unknown, word};
}

void write_rule(TextWriter& writer, const CertifiedRule& rule) {
  const auto [result, bare_word] = shown_result(writer, rule.result);
  const std::string word =
      rule.is_waived ? writer.words(shown_text("certificate.waived"), {bare_word}) : bare_word;
  const Json* value = member(rule.judged, "value");
  const Json* uncertainty = member(rule.judged, "uncertainty");
  const bool is_quantity =
      value != nullptr && value->is_number() && uncertainty != nullptr && uncertainty->is_number();
  const std::string text =
      is_quantity ? writer.words(shown_text("certificate.rule_value"),
                                 {rule.rule, word, value->get<double>(),
                                  text_member(rule.judged, "unit").value_or(""), uncertainty->get<double>()})
                  : writer.words(shown_text("certificate.rule"), {rule.rule, word});
  writer.marked_paragraph(result, text, k_indent);
}

Text word_of(WaiverState state) {
  switch (state) {
    case WaiverState::counts:
      return shown_text("certified_waiver.counts");
    case WaiverState::expired:
      return shown_text("certified_waiver.expired");
    default:
      return shown_text("certified_waiver.not_needed");
  }
}

void write_waiver(TextWriter& writer, const CertifiedWaiver& waiver) {
  std::vector<Argument> told{waiver.rule, writer.words(word_of(waiver.state)), waiver.justification,
                             waiver.approved_by};
  if (waiver.from) told.emplace_back(to_utc_text(*waiver.from));
  told.emplace_back(to_utc_text(waiver.until));
  const Text text = waiver.from ? shown_text("certificate.waiver") : shown_text("certificate.waiver_open");
  writer.paragraph(writer.words(text, std::move(told)), k_indent);
}

std::string issuer_of(const Verification& verification) {
  if (verification.approval) return verification.approval->issuer;
  return verification.dispute ? verification.dispute->issuer : verification.certificate->issuer;
}

void write_proof(TextWriter& writer, const Verification& verification) {
  const auto step =
      std::find_if(verification.steps.begin(), verification.steps.end(),
                   [](const VerifiedStep& each) { return each.step == VerificationStep::signature; });
  if (step == verification.steps.end()) return;
  const std::string finding = render(step->finding, writer.language());
  writer.paragraph(step->result == StepResult::passed
                       ? writer.words(shown_text("certificate.proven"), {issuer_of(verification)})
                       : writer.words(shown_text("certificate.not_proven"), {finding}),
                   0);
}

void write_certificate(TextWriter& writer, const CertificateView& view) {
  write_heading(writer, view);
  write_rules_named(writer, view);
  write_circumstances(writer, view, view.onboarding ? view.onboarding->approver : std::string());
  if (view.onboarding) writer.line(writer.words(shown_text("certificate.rests_on"), {view.onboarding->id}));
  write_devices(writer, view);
  writer.line(writer.words(shown_text("certificate.rules")));
  for (const CertifiedRule& rule : view.rules) write_rule(writer, rule);
  if (view.waivers.empty()) return;
  writer.line(writer.words(shown_text("certificate.waivers")));
  for (const CertifiedWaiver& waiver : view.waivers) write_waiver(writer, waiver);
}

void write_compact(TextWriter& writer, const CertificateView& view, const CompactCertificate& compact) {
  write_heading(writer, view);
  write_circumstances(writer, view, compact.approver.value_or(""));
  writer.line(writer.words(compact.is_live ? shown_text("certificate.compact_live")
                                           : shown_text("certificate.compact_recorded")));
  writer.paragraph(writer.words(shown_text("certificate.compact"), {compact.id, compact.digest}), 0);
}

void write_approval(TextWriter& writer, const ApprovalView& view) {
  const bool approves = view.decision == ApprovalDecision::approved;
  writer.line(writer.words(
      shown_text("approval.heading"),
      {writer.words(approves ? shown_text("approval.word_approved") : shown_text("approval.word_refused"))}));
  if (view.reason) writer.paragraph(writer.words(shown_text("approval.reason"), {*view.reason}), 0);
  write_validity(writer, view);
  writer.paragraph(
      writer.words(shown_text("approval.of"), {view.workspace.certificate, view.workspace.digest}), 0);
  writer.line(writer.words(shown_text("approval.agent"), {view.workspace.agent}));
  if (view.workspace.room_digest)
    writer.line(writer.words(shown_text("certificate.room"), {*view.workspace.room_digest}));
}

void write_dispute(TextWriter& writer, const DisputeView& view) {
  writer.line(writer.words(shown_text("dispute.heading")));
  writer.paragraph(writer.words(shown_text("dispute.note"), {view.note}), 0);
  write_validity(writer, view);
  writer.paragraph(writer.words(shown_text("dispute.of"), {view.certificate, view.digest}), 0);
  writer.line(writer.words(shown_text("dispute.answer")));
}

}  // namespace

std::string certificate_text(const VerifiedFile& file, const TextStyle& style) {
  TextWriter writer(style);
  const Verification& verification = file.verification;
  if (verification.approval) {
    write_approval(writer, *verification.approval);
  } else if (verification.dispute) {
    write_dispute(writer, *verification.dispute);
  } else if (verification.certificate && verification.compact) {
    write_compact(writer, *verification.certificate, *verification.compact);
  } else if (verification.certificate) {
    write_certificate(writer, *verification.certificate);
  } else {
    writer.paragraph(writer.words(shown_text("certificate.no_form"),
                                  {file.file, render(verification.steps.front().finding, style.language)}),
                     0);
    return writer.take();
  }
  write_proof(writer, verification);
  return writer.take();
}

}  // namespace preshift
