#include "verification.hpp"

#include "certificate_texts.hpp"
#include "document_reading.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

using Step = VerificationStep;
using std::chrono::sys_seconds;

constexpr Step k_steps[] = {Step::form,    Step::signature, Step::issuer, Step::dates, Step::status,
                            Step::profile, Step::nonce,     Step::agent,  Step::room,  Step::outcome};

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
  const auto validity = view.valid_until - view.valid_from;
  if (view.kind == CertificateKind::pre_shift && validity > k_longest_shift)
    return failed(Step::dates, certificate_text("dates.too_long"),
                  std::chrono::duration<double, std::ratio<3600>>(validity).count(),
                  static_cast<double>(k_longest_shift.count()));
  return verified_dates(document, now);
}

VerifiedStep issuer_step(const CertificateView& view, const Expectations& expected) {
  if (!expected.trusted_issuers) return not_checked(Step::issuer, certificate_text("issuer.no_list"));
  if (expected.trusted_issuers->contains(view.issuer))
    return passed(Step::issuer, certificate_text("issuer.trusted"));
  return failed(Step::issuer, certificate_text("issuer.unknown"), view.issuer);
}

VerifiedStep status_step(const Json& document, const CertificateView& view, const Expectations& expected) {
  if (!expected.knows_revoked) return not_checked(Step::status, certificate_text("status.no_list"));
  for (const std::string& name : {view.id, view.issuer, document_digest(document)})
    if (expected.revoked.contains(name))
      return failed(Step::status, certificate_text("status.revoked"), name);
  return passed(Step::status, certificate_text("status.good"));
}

VerifiedStep profile_step(const CertificateView& view, const Expectations& expected) {
  const auto version = static_cast<double>(view.profile_version);
  if (!expected.profile_digest)
    return not_checked(Step::profile, certificate_text("profile.not_given"), view.profile, version);
  if (*expected.profile_digest == view.profile_digest)
    return passed(Step::profile, certificate_text("profile.same"));
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

VerifiedStep room_step(const CertificateView& view, const Expectations& expected) {
  if (!expected.room_digest) return not_checked(Step::room, certificate_text("room.not_given"));
  if (view.room_digest == expected.room_digest) return passed(Step::room, certificate_text("room.same"));
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
  constexpr std::string_view k_names[] = {"form",    "signature", "issuer", "dates", "status",
                                          "profile", "nonce",     "agent",  "room",  "outcome"};
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
  if (until <= now) return failed(Step::dates, certificate_text("dates.expired"), to_utc_text(until));
  if (from > now + k_clock_tolerance)
    return failed(Step::dates, certificate_text("dates.not_yet"), to_utc_text(from));
  if (auto wrong = wrong_proof_dates(document, now)) return *wrong;
  return passed(Step::dates, certificate_text("dates.right"), to_utc_text(from),
                is_bounded ? to_utc_text(until) : std::string("-"));
}

Verification verify_certificate(const Json& document, const Expectations& expected) {
  auto view = read_certificate(document);
  if (!view) return without_form(document, expected, view.error());
  Verification verification;
  verification.steps = {passed(Step::form, certificate_text("form.right")),
                        verified_signature(document, view->issuer),
                        issuer_step(*view, expected),
                        dates_step(document, *view, expected.now),
                        status_step(document, *view, expected),
                        profile_step(*view, expected),
                        nonce_step(*view, expected),
                        agent_step(*view, expected),
                        room_step(*view, expected),
                        outcome_step(*view, expected)};
  verification.certificate = std::move(*view);
  return verification;
}

}  // namespace preshift
