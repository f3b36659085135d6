#include "onboarding_state.hpp"

#include "onboarding_texts.hpp"
#include "utc_time.hpp"
#include "verification.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace preshift {
namespace {

using std::chrono::sys_seconds;

/// The name by which the document is revoked, if it is.
std::optional<std::string> revoked_as(const Json& document, const CredentialEnvelope& envelope,
                                      const OnboardingQuestion& question) {
  if (question.revoked.empty()) return std::nullopt;
  for (std::string name : {envelope.id, envelope.issuer, document_digest(document)})
    if (question.revoked.contains(name)) return name;
  return std::nullopt;
}

enum class InForce { not_yet, now, no_more };

InForce in_force(const Json& document, const CredentialEnvelope& envelope, sys_seconds now) {
  const VerifiedStep dates = verified_dates(document, now);
  if (dates.result == StepResult::passed) return InForce::now;
  const bool is_over = envelope.valid_until <= now || dates.finding.text.id == "dates.proof_expired";
  return is_over ? InForce::no_more : InForce::not_yet;
}

/// Why an approval has nothing to do with this workspace.
std::optional<Text> mismatch(const ApprovedWorkspace& approved, const ApprovedWorkspace& wanted) {
  if (approved.certificate != wanted.certificate) return onboarding_text("approval.other_certificate");
  if (approved.digest != wanted.digest) return onboarding_text("approval.altered_certificate");
  if (approved.agent != wanted.agent) return onboarding_text("approval.other_agent");
  if (approved.room_digest != wanted.room_digest) return onboarding_text("approval.other_room");
  return std::nullopt;
}

/// The approval, if it may count; that it is over does not matter here.
Expected<ApprovalView, Message> examined(const Json& document, const ApprovedWorkspace& workspace,
                                         const OnboardingQuestion& question) {
  auto view = read_approval(document);
  if (!view) return Failure{Message{onboarding_text("approval.no_form"), {view.error()}}};
  if (verified_signature(document, view->issuer).result != StepResult::passed)
    return Failure{Message{onboarding_text("approval.altered"), {}}};
  if (const auto other = mismatch(view->workspace, workspace)) return Failure{Message{*other, {}}};
  if (!question.employers.contains(view->issuer))
    return Failure{Message{onboarding_text("approval.untrusted"), {view->issuer}}};
  if (const auto name = revoked_as(document, *view, question))
    return Failure{Message{onboarding_text("approval.revoked"), {*name}}};
  const InForce force = in_force(document, *view, question.now);
  if (force == InForce::not_yet)
    return Failure{Message{onboarding_text("approval.not_yet"), {to_utc_text(view->valid_from)}}};
  if (force == InForce::no_more) view->valid_until = std::min(view->valid_until, question.now);
  return std::move(*view);
}

/// Whether the first answer counts before the second.
bool overrules(const ApprovalView& first, const ApprovalView& second) {
  if (first.valid_from != second.valid_from) return first.valid_from > second.valid_from;
  return first.decision == ApprovalDecision::refused && second.decision == ApprovalDecision::approved;
}

/// Why the certificate documents no onboarding of this agent in this room.
std::optional<Message> why_missing(const Json& document, const CertificateView& view,
                                   const OnboardingQuestion& question) {
  const auto because = [](const Text& text) { return Message{text, {}}; };
  if (verified_signature(document, view.issuer).result != StepResult::passed)
    return because(onboarding_text("onboarding.altered"));
  if (view.kind != CertificateKind::onboarding) return because(onboarding_text("onboarding.other_kind"));
  if (view.outcome != Outcome::cleared) return because(onboarding_text("onboarding.not_cleared"));
  if (question.agent && view.issuer != *question.agent)
    return because(onboarding_text("onboarding.other_agent"));
  if (!view.room_digest) return because(onboarding_text("onboarding.names_no_room"));
  if (question.room_digest && view.room_digest != question.room_digest)
    return because(onboarding_text("onboarding.other_room"));
  return std::nullopt;
}

void conclude(OnboardingFinding& finding, OnboardingState state, Message reason) {
  finding.state = state;
  finding.reason = std::move(reason);
}

/// What the employer's answer comes to.
void conclude(OnboardingFinding& finding, const ApprovedWorkspace& workspace, ApprovalView decision,
              sys_seconds now) {
  const std::string reason = decision.reason.value_or("");
  const sys_seconds until = std::min(decision.valid_until, finding.certificate->valid_until);
  if (decision.decision == ApprovalDecision::refused) {
    conclude(finding, OnboardingState::refused,
             reason.empty() ? Message{onboarding_text("onboarding.refused"), {}}
                            : Message{onboarding_text("onboarding.refused_because"), {reason}});
  } else if (decision.valid_until <= now) {
    conclude(finding, OnboardingState::expired,
             {onboarding_text("onboarding.approval_expired"), {to_utc_text(decision.valid_until)}});
  } else {
    conclude(finding, OnboardingState::approved,
             {onboarding_text("onboarding.approved"), {decision.issuer, to_utc_text(until)}});
    finding.reference = OnboardingReference{workspace.certificate, workspace.digest, decision.issuer};
  }
  finding.decision = std::move(decision);
}

int rank(OnboardingState state) {
  constexpr std::array k_best_first{OnboardingState::approved, OnboardingState::pending,
                                    OnboardingState::expired, OnboardingState::refused,
                                    OnboardingState::missing};
  return static_cast<int>(std::ranges::find(k_best_first, state) - k_best_first.begin());
}

bool stands_better(const OnboardingFinding& first, const OnboardingFinding& second) {
  if (rank(first.state) != rank(second.state)) return rank(first.state) < rank(second.state);
  if (!first.certificate || !second.certificate)
    return first.certificate.has_value() && !second.certificate.has_value();
  return first.certificate->valid_from > second.certificate->valid_from;
}

std::vector<Json> naming(const std::string& certificate, std::span<const Json> approvals) {
  std::vector<Json> those;
  for (const Json& approval : approvals) {
    const Json* subject = member(approval, "credentialSubject");
    if (subject != nullptr && text_member(*subject, "certificate") == certificate) those.push_back(approval);
  }
  return those;
}

}  // namespace

std::string_view to_string(OnboardingState state) {
  constexpr std::string_view k_names[] = {"missing", "pending", "approved", "refused", "expired"};
  return k_names[static_cast<std::size_t>(state)];
}

Expected<ApprovalView, Message> counting_decision(const ApprovedWorkspace& workspace,
                                                  std::span<const Json> approvals,
                                                  const OnboardingQuestion& question) {
  std::optional<ApprovalView> counting;
  Message why_none{onboarding_text("onboarding.pending"), {}};
  bool is_first = true;
  for (const Json& document : approvals) {
    auto view = examined(document, workspace, question);
    if (view) {
      if (!counting || overrules(*view, *counting)) counting = std::move(*view);
    } else if (std::exchange(is_first, false)) {
      why_none = view.error();
    }
  }
  if (!counting) return Failure{std::move(why_none)};
  return std::move(*counting);
}

OnboardingFinding onboarding_state(const std::optional<Json>& certificate, std::span<const Json> approvals,
                                   const OnboardingQuestion& question) {
  OnboardingFinding finding;
  finding.reason = {onboarding_text("onboarding.none"), {}};
  if (!certificate) return finding;
  auto view = read_certificate(*certificate);
  if (!view) {
    finding.reason = {onboarding_text("onboarding.no_form"), {view.error()}};
    return finding;
  }
  const ApprovedWorkspace workspace = workspace_of(*certificate, *view);
  finding.certificate = std::move(*view);
  if (auto reason = why_missing(*certificate, *finding.certificate, question)) {
    finding.reason = std::move(*reason);
    return finding;
  }
  const InForce force = in_force(*certificate, *finding.certificate, question.now);
  if (const auto name = revoked_as(*certificate, *finding.certificate, question)) {
    conclude(finding, OnboardingState::refused, {onboarding_text("onboarding.revoked"), {*name}});
  } else if (force == InForce::not_yet) {
    finding.reason = {onboarding_text("onboarding.not_yet"), {to_utc_text(finding.certificate->valid_from)}};
  } else if (force == InForce::no_more) {
    conclude(finding, OnboardingState::expired,
             {onboarding_text("onboarding.expired"), {to_utc_text(finding.certificate->valid_until)}});
  } else if (auto decision = counting_decision(workspace, approvals, question)) {
    conclude(finding, workspace, std::move(*decision), question.now);
  } else {
    conclude(finding, OnboardingState::pending, decision.error());
  }
  return finding;
}

OnboardingFinding best_onboarding(std::span<const Json> certificates, std::span<const Json> approvals,
                                  const OnboardingQuestion& question) {
  OnboardingFinding best = onboarding_state(std::nullopt, {}, question);
  for (const Json& certificate : certificates) {
    const auto own = naming(text_member(certificate, "id").value_or(""), approvals);
    OnboardingFinding finding = onboarding_state(certificate, own, question);
    if (stands_better(finding, best)) best = std::move(finding);
  }
  return best;
}

}  // namespace preshift
