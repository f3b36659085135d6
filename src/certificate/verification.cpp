#include "verification.hpp"

#include "canonical_json.hpp"
#include "certificate_texts.hpp"
#include "document_reading.hpp"
#include "utc_time.hpp"
#include "verification_steps.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

using std::chrono::sys_seconds;

constexpr Step k_steps[] = {Step::form,   Step::signature,  Step::issuer, Step::dates,
                            Step::status, Step::profile,    Step::nonce,  Step::agent,
                            Step::room,   Step::onboarding, Step::outcome};

Text text_of(ProofFault fault) {
  switch (fault) {
    case ProofFault::missing:
      return certificate_text("signature.missing");
    case ProofFault::several:
      return certificate_text("signature.several");
    case ProofFault::other_cryptosuite:
      return certificate_text("signature.other_cryptosuite");
    case ProofFault::malformed:
      return certificate_text("signature.malformed");
    case ProofFault::other_context:
      return certificate_text("signature.other_context");
    case ProofFault::other_key:
      return certificate_text("signature.other_key");
    case ProofFault::wrong_signature:
      break;
  }
  return certificate_text("signature.wrong");
}

VerifiedStep signature_step(const Expected<VerifiedProof, ProofFault>& proof, const std::string& issuer) {
  if (!proof) return failed(Step::signature, text_of(proof.error()));
  if (proof->did != issuer)
    return failed(Step::signature, certificate_text("signature.other_issuer"), proof->did);
  return passed(Step::signature, certificate_text("signature.right"));
}

/// Of the proof, as far as it says so.
std::optional<VerifiedStep> wrong_proof_dates(const Json& document, sys_seconds now) {
  DocumentReading reading;
  const Json* proof = member(document, "proof");
  if (proof == nullptr) return std::nullopt;
  if (member(*proof, "created") != nullptr) {
    const auto created = reading.moment(*proof, "created", "created");
    if (created > now + k_clock_tolerance)
      return failed(Step::dates, certificate_text("dates.signed_later"), to_utc_text(created));
  }
  if (member(*proof, "expires") != nullptr) {
    const auto expires = reading.moment(*proof, "expires", "expires");
    if (expires <= now)
      return failed(Step::dates, certificate_text("dates.proof_expired"), to_utc_text(expires));
  }
  if (reading.wrong()) return failed(Step::dates, certificate_text("dates.malformed"));
  return std::nullopt;
}

VerifiedStep dates_step(const Json& document, const CertificateView& view, sys_seconds now) {
  if (auto wrong = too_long(view)) return std::move(*wrong);
  return verified_dates(document, now);
}

/// The issuer as far as a document of unknown form names one.
std::string issuer_of(const Json& document) {
  if (const auto issuer = text_member(document, "issuer")) return *issuer;
  const Json* object = member(document, "issuer");
  return object != nullptr ? text_member(*object, "id").value_or("") : "";
}

/// Of what is no certificate: the signature and the dates can still be told.
Verification without_form(const Json& document, const Expectations& expected, const std::string& wrong) {
  Verification verification;
  for (const Step step : k_steps) {
    if (step == Step::form) {
      verification.steps.push_back(failed(step, certificate_text("form.wrong"), wrong));
    } else if (step == Step::signature) {
      verification.steps.push_back(verified_signature(document, issuer_of(document)));
    } else if (step == Step::dates) {
      verification.steps.push_back(verified_dates(document, expected.now));
    } else {
      verification.steps.push_back(not_checked(step, certificate_text("form.unread")));
    }
  }
  return verification;
}

}  // namespace

std::string_view to_string(VerificationStep step) {
  constexpr std::string_view k_names[] = {"form",   "signature",  "issuer",      "dates",
                                          "status", "profile",    "nonce",       "agent",
                                          "room",   "onboarding", "certificate", "outcome"};
  return k_names[static_cast<std::size_t>(step)];
}

std::string_view to_string(StepResult result) {
  switch (result) {
    case StepResult::passed:
      return "passed";
    case StepResult::failed:
      return "failed";
    case StepResult::not_checked:
      break;
  }
  return "not_checked";
}

bool Verification::is_valid() const {
  return std::all_of(steps.begin(), steps.end(), [](const VerifiedStep& step) {
    const bool must_pass =
        step.step == Step::form || step.step == Step::signature || step.step == Step::dates;
    return must_pass ? step.result == StepResult::passed : step.result != StepResult::failed;
  });
}

VerifiedStep verified_signature(const Json& document, const std::string& issuer) {
  return signature_step(verify_proof(document), issuer);
}

VerifiedStep verified_dates(const Json& document, sys_seconds now) {
  DocumentReading reading;
  const bool is_bounded = member(document, "validUntil") != nullptr;
  const auto from = reading.moment(document, "validFrom", "validFrom");
  const auto until = is_bounded ? reading.moment(document, "validUntil", "validUntil") : sys_seconds::max();
  if (reading.wrong()) return failed(Step::dates, certificate_text("dates.malformed"));
  VerifiedStep dates = validity_step(from, is_bounded ? std::optional(until) : std::nullopt, now);
  if (dates.result == StepResult::failed) return dates;
  return wrong_proof_dates(document, now).value_or(std::move(dates));
}

Verification verify_certificate(const Json& document, const Expectations& expected) {
  return verify_certificate(document, expected,
                            document.is_object() ? canonical_json_without(document, "proof") : std::string());
}

Verification verify_certificate(const Json& document, const Expectations& expected,
                                std::string_view canonical_without_proof) {
  auto view = read_certificate(document);
  if (!view) return without_form(document, expected, view.error());
  Verification verification;
  verification.steps = {passed(Step::form, certificate_text("form.right")),
                        signature_step(verify_proof(document, canonical_without_proof), view->issuer),
                        issuer_step(view->issuer, expected.trusted_issuers),
                        dates_step(document, *view, expected.now),
                        status_step(
                            *view, [&] { return document_digest(document); }, expected),
                        profile_step(*view, expected),
                        nonce_step(*view, expected),
                        agent_step(*view, expected),
                        room_step(view->room_digest, expected)};
  if (view->kind == CertificateKind::pre_shift)
    verification.steps.push_back(onboarding_step(*view, expected));
  if (view->kind == CertificateKind::onboarding && expected.employers)
    verification.steps.push_back(answered_step(document, *view, expected));
  verification.steps.push_back(outcome_step(*view, expected));
  verification.certificate = std::move(*view);
  return verification;
}

Verification verify_document(const Json& document, const Expectations& expected) {
  if (is_approval(document)) return verify_approval(document, expected);
  return is_dispute(document) ? verify_dispute(document, expected) : verify_certificate(document, expected);
}

}  // namespace preshift
