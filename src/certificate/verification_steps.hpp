#pragma once

#include "approval.hpp"
#include "certificate_texts.hpp"
#include "verification.hpp"

#include <chrono>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace preshift {

// Steps that documents of several kinds share; for the sources of this folder alone.

using Step = VerificationStep;

template <class... Arguments>
VerifiedStep passed(Step step, const Text& text, Arguments... arguments) {
  return {step, StepResult::passed, {text, {Argument(std::move(arguments))...}}};
}
template <class... Arguments>
VerifiedStep failed(Step step, const Text& text, Arguments... arguments) {
  return {step, StepResult::failed, {text, {Argument(std::move(arguments))...}}};
}
template <class... Arguments>
VerifiedStep not_checked(Step step, const Text& text, Arguments... arguments) {
  return {step, StepResult::not_checked, {text, {Argument(std::move(arguments))...}}};
}

[[nodiscard]] VerifiedStep issuer_step(const std::string& issuer,
                                       const std::optional<std::set<std::string>>& trusted);
/// Why a pre-shift certificate is valid for longer than one shift, if it is.
[[nodiscard]] std::optional<VerifiedStep> too_long(const CertificateView& view);

/// Whether the present lies between the two; without an end when there is none.
[[nodiscard]] VerifiedStep validity_step(std::chrono::sys_seconds from,
                                         std::optional<std::chrono::sys_seconds> until,
                                         std::chrono::sys_seconds now);

/// Makes a document's digest when it is wanted.
using DigestSource = std::function<std::string()>;

[[nodiscard]] VerifiedStep status_step(const CredentialEnvelope& envelope, const DigestSource& digest,
                                       const Expectations& expected);
[[nodiscard]] VerifiedStep profile_step(const CertificateView& view, const Expectations& expected);
[[nodiscard]] VerifiedStep nonce_step(const CertificateView& view, const Expectations& expected);
[[nodiscard]] VerifiedStep agent_step(const CertificateView& view, const Expectations& expected);
[[nodiscard]] VerifiedStep room_step(const std::optional<std::string>& room_digest,
                                     const Expectations& expected);
[[nodiscard]] VerifiedStep outcome_step(const CertificateView& view, const Expectations& expected);

/// What is asked of a check, as failed: what says itself that it is something else must not pass in place of
/// one.
[[nodiscard]] std::vector<VerifiedStep> asked_of_a_check(const Expectations& expected);

/// Of a document whose form is wrong: that, its signature and dates, which can still be told, and the steps
/// of its kind that were not looked at.
[[nodiscard]] Verification without_form(const Json& document, const Expectations& expected, VerifiedStep form,
                                        std::initializer_list<Step> others);

/// Whether it names the certificate that is expected, by its digest.
[[nodiscard]] VerifiedStep certificate_step(const std::string& digest, const Expectations& expected);

/// Whether the approval that a certificate says it rests on is there, and counted when the check was made.
[[nodiscard]] VerifiedStep onboarding_step(const CertificateView& view, const Expectations& expected);

/// Of an onboarding certificate, once employers are given: whether one of them approved it.
[[nodiscard]] VerifiedStep answered_step(const Json& document, const CertificateView& view,
                                         const Expectations& expected);

}  // namespace preshift
