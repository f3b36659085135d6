#include "dispute.hpp"
#include "verification_steps.hpp"

#include <utility>
#include <vector>

namespace preshift {
namespace {

/// The certificate that is expected, contested by its own agent.
VerifiedStep disputed_step(const DisputeView& view, const Expectations& expected) {
  VerifiedStep named = certificate_step(view.digest, expected);
  const auto& issuer = expected.certificate_issuer;
  if (named.result != StepResult::passed || !issuer || is_by(view, *issuer)) return named;
  return failed(Step::certificate, certificate_text("disputed.by_another"), *issuer);
}

/// By a trusted key, or by one that follows it.
VerifiedStep disputing_issuer_step(const DisputeView& view, const Expectations& expected) {
  const auto& trusted = expected.trusted_issuers;
  if (trusted && !trusted->contains(view.issuer) && !view.successions.empty()) {
    const std::string first = text_member(view.successions.front(), "from").value_or("");
    if (trusted->contains(first) && is_by(view, first))
      return passed(Step::issuer, certificate_text("issuer.follows"));
  }
  return issuer_step(view.issuer, trusted);
}

/// Who asks for a cleared workspace, and for no certificate that this should be about, takes it for a check.
VerifiedStep disputing_step(const Expectations& expected) {
  const bool takes_it_for_a_check = expected.wants_cleared && !expected.certificate_digest;
  return takes_it_for_a_check ? failed(Step::outcome, certificate_text("disputed.clears_nothing"))
                              : not_checked(Step::outcome, certificate_text("disputed.for_a_person"));
}

std::vector<VerifiedStep> steps_of_a_check(const Expectations& expected) {
  std::vector<VerifiedStep> steps = asked_of_a_check(expected);
  const auto is_asked = [&](Step step, bool asked) {
    if (asked) steps.push_back(failed(step, certificate_text("form.holds_no_check")));
  };
  is_asked(Step::room, expected.room_digest.has_value());
  is_asked(Step::onboarding, expected.employers.has_value());
  return steps;
}

}  // namespace

Verification verify_dispute(const Json& document, const Expectations& expected) {
  auto view = read_dispute(document);
  if (!view)
    return without_form(document, expected,
                        failed(Step::form, certificate_text("form.no_dispute"), view.error()),
                        {Step::issuer, Step::status, Step::certificate, Step::outcome});
  Verification verification;
  verification.steps = {passed(Step::form, certificate_text("form.dispute")),
                        verified_signature(document, view->issuer), disputing_issuer_step(*view, expected),
                        verified_dates(document, expected.now),
                        status_step(
                            *view, [&] { return document_digest(document); }, expected)};
  for (VerifiedStep& step : steps_of_a_check(expected)) verification.steps.push_back(std::move(step));
  verification.steps.push_back(disputed_step(*view, expected));
  verification.steps.push_back(disputing_step(expected));
  verification.dispute = std::move(*view);
  return verification;
}

}  // namespace preshift
