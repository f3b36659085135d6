#pragma once

#include "certificate_view.hpp"
#include "profile.hpp"
#include "workforce.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// Makes the documents of a workforce: what `preshift check --certificate` would have written, from drawn
/// measurements. Every document follows from the workforce and the plan alone, so any thread may make any.
class DocumentMaker {
 public:
  /// `workforce` must outlive it. Makes the employer's key and the onboardings.
  explicit DocumentMaker(const Workforce& workforce);

  /// The certificate of this check: the first of an onboarded agent is the onboarding.
  [[nodiscard]] Json certificate(const PlannedCheck& check) const;

  /// The employer's answers to the onboardings, in the agents' order.
  [[nodiscard]] const std::vector<Json>& approvals() const { return m_approvals; }

  [[nodiscard]] const std::string& employer() const { return m_employer; }  ///< did:key

 private:
  [[nodiscard]] Json onboarding(std::size_t agent) const;
  [[nodiscard]] Json before_shift(const PlannedCheck& check) const;
  [[nodiscard]] std::optional<std::string> nonce(const PlannedCheck& check) const;

  const Workforce& m_workforce;
  Profile m_first_profile;  ///< until the middle of the period
  Profile m_later_profile;
  Profile m_onboarding_profile;
  std::string m_employer;
  std::vector<Json> m_approvals;
  std::vector<std::optional<OnboardingReference>> m_references;  ///< for each agent
};

}  // namespace preshift
