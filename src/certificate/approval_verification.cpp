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

}  // namespace

Verification verify_approval(const Json& document, const Expectations& expected) {
  auto view = read_approval(document);
  if (!view)
    return without_form(document, expected,
                        failed(Step::form, certificate_text("form.no_approval"), view.error()),
                        {Step::issuer, Step::status, Step::room, Step::certificate, Step::outcome});
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
  const auto of_a_check = asked_of_a_check(expected);
  const auto before = std::ranges::find(verification.steps, Step::room, &VerifiedStep::step);
  verification.steps.insert(before, of_a_check.begin(), of_a_check.end());
  verification.approval = std::move(*view);
  return verification;
}

}  // namespace preshift
