#include "verification_steps.hpp"

#include "onboarding_state.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <utility>

namespace preshift {

VerifiedStep issuer_step(const std::string& issuer, const std::optional<std::set<std::string>>& trusted) {
  if (!trusted) return not_checked(Step::issuer, certificate_text("issuer.no_list"));
  if (trusted->contains(issuer)) return passed(Step::issuer, certificate_text("issuer.trusted"));
  return failed(Step::issuer, certificate_text("issuer.unknown"), issuer);
}

std::optional<VerifiedStep> too_long(const CertificateView& view) {
  const auto validity = view.valid_until - view.valid_from;
  if (view.kind != CertificateKind::pre_shift || validity <= k_longest_shift) return std::nullopt;
  return failed(Step::dates, certificate_text("dates.too_long"),
                std::chrono::duration<double, std::ratio<3600>>(validity).count(),
                static_cast<double>(k_longest_shift.count()));
}

VerifiedStep validity_step(std::chrono::sys_seconds from, std::optional<std::chrono::sys_seconds> until,
                           std::chrono::sys_seconds now) {
  if (until && *until <= now)
    return failed(Step::dates, certificate_text("dates.expired"), to_utc_text(*until));
  if (from > now + k_clock_tolerance)
    return failed(Step::dates, certificate_text("dates.not_yet"), to_utc_text(from));
  return passed(Step::dates, certificate_text("dates.right"), to_utc_text(from),
                until ? to_utc_text(*until) : std::string("-"));
}

VerifiedStep status_step(const CredentialEnvelope& envelope, const DigestSource& digest,
                         const Expectations& expected) {
  if (!expected.knows_revoked) return not_checked(Step::status, certificate_text("status.no_list"));
  const auto is_revoked = [&](const std::string& name) { return expected.revoked.contains(name); };
  for (const std::string& name : {envelope.id, envelope.issuer})
    if (is_revoked(name)) return failed(Step::status, certificate_text("status.revoked"), name);
  if (!expected.revoked.empty())
    if (const std::string name = digest(); is_revoked(name))
      return failed(Step::status, certificate_text("status.revoked"), name);
  return passed(Step::status, certificate_text("status.good"));
}

VerifiedStep profile_step(const CertificateView& view, const Expectations& expected) {
  const auto version = static_cast<double>(view.profile_version);
  const bool is_named = !view.profile.empty();
  if (!expected.profile_digest && !is_named)
    return not_checked(Step::profile, certificate_text("profile.digest_alone"), view.profile_digest);
  if (!expected.profile_digest)
    return not_checked(Step::profile, certificate_text("profile.not_given"), view.profile, version);
  if (*expected.profile_digest == view.profile_digest)
    return passed(Step::profile, certificate_text("profile.same"));
  if (!is_named) return failed(Step::profile, certificate_text("profile.other_digest"), view.profile_digest);
  return failed(Step::profile, certificate_text("profile.other"), view.profile, version);
}

VerifiedStep nonce_step(const CertificateView& view, const Expectations& expected) {
  if (!expected.nonce) return not_checked(Step::nonce, certificate_text("nonce.not_given"));
  if (!view.nonce) return failed(Step::nonce, certificate_text("nonce.missing"));
  if (*view.nonce == *expected.nonce) return passed(Step::nonce, certificate_text("nonce.same"));
  return failed(Step::nonce, certificate_text("nonce.other"));
}

VerifiedStep agent_step(const CertificateView& view, const Expectations& expected) {
  if (!expected.agent_id) return not_checked(Step::agent, certificate_text("agent.not_given"));
  if (view.agent_id == expected.agent_id) return passed(Step::agent, certificate_text("agent.same"));
  return failed(Step::agent, certificate_text("agent.other"));
}

VerifiedStep room_step(const std::optional<std::string>& room_digest, const Expectations& expected) {
  if (!expected.room_digest) return not_checked(Step::room, certificate_text("room.not_given"));
  if (room_digest == expected.room_digest) return passed(Step::room, certificate_text("room.same"));
  return failed(Step::room, certificate_text("certified_room.other"));
}

VerifiedStep outcome_step(const CertificateView& view, const Expectations& expected) {
  if (view.outcome == Outcome::cleared)
    return passed(Step::outcome, certificate_text("certified_outcome.cleared"));
  if (!expected.wants_cleared)
    return not_checked(Step::outcome, certificate_text("outcome.any"), std::string(to_string(view.outcome)));
  return failed(Step::outcome, view.outcome == Outcome::not_cleared
                                   ? certificate_text("certified_outcome.not_cleared")
                                   : certificate_text("certified_outcome.undecided"));
}

std::vector<VerifiedStep> asked_of_a_check(const Expectations& expected) {
  std::vector<VerifiedStep> steps;
  const auto is_asked = [&](Step step, bool asked) {
    if (asked) steps.push_back(failed(step, certificate_text("form.holds_no_check")));
  };
  is_asked(Step::profile, expected.profile_digest.has_value());
  is_asked(Step::nonce, expected.nonce.has_value());
  is_asked(Step::agent, expected.agent_id.has_value());
  return steps;
}

Verification without_form(const Json& document, const Expectations& expected, VerifiedStep form,
                          std::initializer_list<Step> others) {
  Verification verification;
  verification.steps = {std::move(form),
                        verified_signature(document, text_member(document, "issuer").value_or("")),
                        verified_dates(document, expected.now)};
  for (const Step step : others)
    verification.steps.push_back(not_checked(step, certificate_text("form.unread")));
  std::ranges::sort(verification.steps, {}, &VerifiedStep::step);
  return verification;
}

VerifiedStep certificate_step(const std::string& digest, const Expectations& expected) {
  if (!expected.certificate_digest)
    return not_checked(Step::certificate, certificate_text("certified.not_given"), digest);
  if (*expected.certificate_digest == digest)
    return passed(Step::certificate, certificate_text("certified.same"));
  return failed(Step::certificate, certificate_text("certified.other"));
}

VerifiedStep onboarding_step(const CertificateView& view, const Expectations& expected) {
  constexpr Step k_step = Step::onboarding;
  if (!view.onboarding)
    return expected.employers ? failed(k_step, certificate_text("rests_on.nothing"))
                              : not_checked(k_step, certificate_text("rests_on.nothing"));
  const OnboardingReference& claimed = *view.onboarding;
  if (expected.employers && !expected.employers->contains(claimed.approver))
    return failed(k_step, certificate_text("rests_on.other_employer"), claimed.approver);
  if (!expected.employers || expected.approvals.empty())
    return not_checked(k_step, certificate_text("rests_on.claim"), claimed.approver);
  for (const std::string& name : {claimed.id, claimed.digest})
    if (expected.revoked.contains(name)) return failed(k_step, certificate_text("status.revoked"), name);
  const OnboardingQuestion when_checked{view.valid_from, *expected.employers, expected.revoked};
  const auto decision = counting_decision({claimed.id, claimed.digest, view.issuer, view.room_digest},
                                          expected.approvals, when_checked);
  if (!decision) return {k_step, StepResult::failed, decision.error()};
  if (decision->decision == ApprovalDecision::refused)
    return failed(k_step, certificate_text("rests_on.refusal"));
  if (decision->valid_until <= view.valid_from)
    return failed(k_step, certificate_text("rests_on.expired"), to_utc_text(decision->valid_until));
  return passed(k_step, certificate_text("rests_on.approval"), decision->issuer);
}

VerifiedStep answered_step(const Json& document, const CertificateView& view, const Expectations& expected) {
  constexpr Step k_step = Step::onboarding;
  const OnboardingQuestion now{expected.now, *expected.employers, expected.revoked};
  const ApprovedWorkspace workspace{view.id, document_digest(document), view.issuer, view.room_digest};
  const auto decision = counting_decision(workspace, expected.approvals, now);
  if (!decision) return {k_step, StepResult::failed, decision.error()};
  if (decision->decision == ApprovalDecision::refused)
    return failed(k_step, certificate_text("answered.refused"), decision->issuer);
  if (decision->valid_until <= expected.now)
    return failed(k_step, certificate_text("answered.expired"), to_utc_text(decision->valid_until));
  return passed(k_step, certificate_text("answered.approved"), decision->issuer);
}

}  // namespace preshift
