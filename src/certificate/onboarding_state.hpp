#pragma once

#include "approval.hpp"
#include "certificate_view.hpp"

#include <chrono>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

enum class OnboardingState {
  missing,   ///< no onboarding certificate that counts
  pending,   ///< one, and no answer of the employer that counts
  approved,  ///< approved, and neither has expired
  refused,   ///< refused, or revoked later
  expired,   ///< the certificate, or the approval that counted
};

/// "missing", "pending", ...: as in JSON.
[[nodiscard]] std::string_view to_string(OnboardingState state);

/// What an onboarding is held against.
struct OnboardingQuestion {
  std::chrono::sys_seconds now{};
  std::set<std::string> employers{};         ///< did:keys whose approvals count
  std::set<std::string> revoked{};           ///< ids and digests of documents, and did:keys
  std::optional<std::string> agent{};        ///< did:key that must have issued it; none: anybody's
  std::optional<std::string> room_digest{};  ///< of the room it must be of; none: of any
};

struct OnboardingFinding {
  OnboardingState state = OnboardingState::missing;
  Message reason;                                  ///< why, with what to do about it
  std::optional<CertificateView> certificate{};    ///< where there is one that can be read
  std::optional<ApprovalView> decision{};          ///< the employer's answer that counts
  std::optional<OnboardingReference> reference{};  ///< of an approved one, for a certificate that rests on it
};

/// How the onboarding stands that this certificate documents. Pure: no clock, no files.
///
/// A certificate counts that its issuer signed, of a cleared onboarding, of this agent and room, not revoked.
/// An approval counts that names it by id, digest, agent and room, signed by one of the employer's keys, not
/// revoked and begun; one that has expired still overrules older ones. Of several the newest counts, of two
/// equally new ones a refusal. A refusal does not expire.
[[nodiscard]] OnboardingFinding onboarding_state(const std::optional<Json>& certificate,
                                                 std::span<const Json> approvals,
                                                 const OnboardingQuestion& question);

/// That of the certificate that stands best: approved before pending, expired, refused and missing; of equal
/// ones the newest. Each sees those approvals alone that name its id.
[[nodiscard]] OnboardingFinding best_onboarding(std::span<const Json> certificates,
                                                std::span<const Json> approvals,
                                                const OnboardingQuestion& question);

/// The employer's answer to this workspace that counts, or the reason why the first does not.
[[nodiscard]] Expected<ApprovalView, Message> counting_decision(const ApprovedWorkspace& workspace,
                                                                std::span<const Json> approvals,
                                                                const OnboardingQuestion& question);

}  // namespace preshift
