#include "shift_admission.hpp"

#include "journal_texts.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

struct StepMeaning {
  VerificationStep step;
  RefusalKind kind;
  Text explanation;
};

constexpr StepMeaning k_meanings[] = {
    {VerificationStep::profile, RefusalKind::other_rules, journal_text("admission.other_rules")},
    {VerificationStep::nonce, RefusalKind::other_nonce, journal_text("admission.other_nonce")},
    {VerificationStep::agent, RefusalKind::other_agent, journal_text("admission.other_agent")},
    {VerificationStep::room, RefusalKind::other_room, journal_text("admission.other_room")},
};

/// In whole minutes, rounded up: "31 min".
std::string minutes(std::chrono::seconds duration) {
  return std::to_string(std::chrono::ceil<std::chrono::minutes>(duration).count()) + " min";
}

/// Steps without which nothing else counts.
bool is_basic(VerificationStep step) {
  return step == VerificationStep::form || step == VerificationStep::signature ||
         step == VerificationStep::dates || step == VerificationStep::status;
}

Refusal of_step(const VerifiedStep& step, const CertificateView& certificate) {
  if (step.step == VerificationStep::issuer)
    return {RefusalKind::other_key, {journal_text("admission.other_key"), {certificate.issuer}}};
  for (const StepMeaning& meaning : k_meanings)
    if (meaning.step == step.step) return {meaning.kind, {meaning.explanation, {}}};
  if (certificate.outcome == Outcome::undecided)
    return {RefusalKind::undecided, {journal_text("admission.undecided"), {}}};
  return {RefusalKind::not_cleared, {journal_text("admission.not_cleared"), {}}};
}

}  // namespace

std::string_view to_string(RefusalKind kind) {
  constexpr std::array<std::string_view, 11> k_names{
      "not_valid",   "not_cleared", "undecided",   "too_old",    "other_key",       "other_room",
      "other_rules", "other_nonce", "other_agent", "wrong_kind", "already_on_shift"};
  return k_names.at(static_cast<std::size_t>(kind));
}

std::vector<Refusal> refusals(const Verification& verified, std::chrono::seconds within,
                              std::chrono::sys_seconds now) {
  std::vector<Refusal> reasons;
  for (const VerifiedStep& step : verified.steps)  // the first says it: the others may follow from it
    if (reasons.empty() && is_basic(step.step) && step.result == StepResult::failed)
      reasons.push_back({RefusalKind::not_valid, step.finding});
  if (!reasons.empty() || !verified.certificate) return reasons;
  const CertificateView& certificate = *verified.certificate;
  for (const VerifiedStep& step : verified.steps)
    if (step.result == StepResult::failed) reasons.push_back(of_step(step, certificate));
  if (certificate.kind != CertificateKind::pre_shift)
    reasons.push_back({RefusalKind::wrong_kind, {journal_text("admission.wrong_kind"), {}}});
  const auto age = now - certificate.valid_from;
  if (age > within)
    reasons.push_back(
        {RefusalKind::too_old, {journal_text("admission.too_old"), {minutes(age), minutes(within)}}});
  return reasons;
}

Refusal already_on_shift(const SignIn& shift) {
  return {RefusalKind::already_on_shift,
          {journal_text("admission.already_on_shift"), {to_utc_text(shift.clock.utc)}}};
}

Json refusal_details(const std::vector<Refusal>& refusals) {
  Json reasons = Json::array();
  for (const Refusal& refusal : refusals) reasons.push_back(to_string(refusal.kind));
  return {{"reasons", reasons}};
}

}  // namespace preshift
