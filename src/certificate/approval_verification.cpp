#include "verification_steps.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace preshift {
namespace {

VerifiedStep approving_step(const ApprovalView& view, const Expectations& expected) {
  if (view.decision == ApprovalDecision::approved)
    return passed(Step::outcome, certificate_text("decided.approved"));
  const std::string reason = view.reason.value_or("-");
  return expected.wants_cleared ? failed(Step::outcome, certificate_text("decided.refused"), reason)
                                : not_checked(Step::outcome, certificate_text("decided.refused"), reason);
}

/// What is no approval: form, signature and dates, as of a certificate.
Verification without_form(const Json& document, const Expectations& expected, const std::string& wrong) {
  Verification verification;
  verification.steps = {failed(Step::form, certificate_text("form.no_approval"), wrong),
                        verified_signature(document, text_member(document, "issuer").value_or("")),
                        verified_dates(document, expected.now)};
  for (const Step step : {Step::issuer, Step::status, Step::room, Step::certificate, Step::outcome})
    verification.steps.push_back(not_checked(step, certificate_text("form.unread")));
  std::ranges::sort(verification.steps, {}, &VerifiedStep::step);
  return verification;
}

/// What is asked of a check: an approval, which the document itself says it is, must not pass in place of
/// one.
std::vector<VerifiedStep> steps_of_a_check(const Expectations& expected) {
  std::vector<VerifiedStep> steps;
  const auto is_asked = [&](Step step, bool asked) {
    if (asked) steps.push_back(failed(step, certificate_text("form.holds_no_check")));
  };
  is_asked(Step::profile, expected.profile_digest.has_value());
  is_asked(Step::nonce, expected.nonce.has_value());
  is_asked(Step::agent, expected.agent_id.has_value());
  return steps;
}

}  // namespace

Verification verify_approval(const Json& document, const Expectations& expected) {
  auto view = read_approval(document);
  if (!view) return without_form(document, expected, view.error());
  const auto& trusted = expected.employers ? expected.employers : expected.trusted_issuers;
  Verification verification;
  verification.steps = {passed(Step::form, certificate_text("form.approval")),
                        verified_signature(document, view->issuer),
                        issuer_step(view->issuer, trusted),
                        verified_dates(document, expected.now),
                        status_step(
                            *view, [&] { return document_digest(document); }, expected),
                        room_step(view->workspace.room_digest, expected),
                        certificate_step(view->workspace.digest, expected),
                        approving_step(*view, expected)};
  const auto of_a_check = steps_of_a_check(expected);
  const auto before = std::ranges::find(verification.steps, Step::room, &VerifiedStep::step);
  verification.steps.insert(before, of_a_check.begin(), of_a_check.end());
  verification.approval = std::move(*view);
  return verification;
}

}  // namespace preshift
