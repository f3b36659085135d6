#include "verification_steps.hpp"

#include <utility>

namespace preshift {
namespace {

VerifiedStep compact_form_step(const CompactCertificate& compact) {
  return compact.is_live ? passed(Step::form, certificate_text("form.compact"), compact.digest)
                         : passed(Step::form, certificate_text("form.compact_recorded"), compact.digest);
}

VerifiedStep compact_signature_step(bool is_signed) {
  return is_signed ? passed(Step::signature, certificate_text("signature.right"))
                   : failed(Step::signature, certificate_text("signature.wrong"));
}

VerifiedStep compact_dates_step(const CertificateView& view, std::chrono::sys_seconds now) {
  if (auto wrong = too_long(view)) return std::move(*wrong);
  return validity_step(view.valid_from, view.valid_until, now);
}

/// Who approved it is in the compact form; what, is not.
VerifiedStep compact_onboarding_step(const CompactCertificate& compact, const Expectations& expected) {
  constexpr Step k_step = Step::onboarding;
  if (!compact.approver)
    return expected.employers ? failed(k_step, certificate_text("rests_on.nothing"))
                              : not_checked(k_step, certificate_text("rests_on.nothing"));
  if (expected.employers && !expected.employers->contains(*compact.approver))
    return failed(k_step, certificate_text("rests_on.other_employer"), *compact.approver);
  return not_checked(k_step, certificate_text("rests_on.compact_claim"), *compact.approver);
}

}  // namespace

Verification verify_compact(std::string_view text, const Expectations& expected) {
  const auto read = read_compact(text);
  Verification verification;
  if (!read) {
    verification.steps.push_back(failed(Step::form, certificate_text("form.no_compact")));
    return verification;
  }
  CertificateView view = view_of(read->compact);
  verification.steps = {compact_form_step(read->compact),
                        compact_signature_step(read->is_signed),
                        issuer_step(view.issuer, expected.trusted_issuers),
                        compact_dates_step(view, expected.now),
                        status_step(
                            view, [&] { return read->compact.digest; }, expected),
                        profile_step(view, expected),
                        nonce_step(view, expected),
                        agent_step(view, expected),
                        room_step(view.room_digest, expected)};
  if (view.kind == CertificateKind::pre_shift)
    verification.steps.push_back(compact_onboarding_step(read->compact, expected));
  if (view.kind == CertificateKind::onboarding && expected.employers)
    verification.steps.push_back(failed(Step::onboarding, certificate_text("answered.compact")));
  verification.steps.push_back(certificate_step(read->compact.digest, expected));
  verification.steps.push_back(outcome_step(view, expected));
  verification.certificate = std::move(view);
  verification.compact = read->compact;
  return verification;
}

}  // namespace preshift
