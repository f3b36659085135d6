#pragma once

#include "calibration_use.hpp"
#include "certificate.hpp"
#include "check_report.hpp"
#include "circumstances.hpp"
#include "profile.hpp"
#include "sensing.hpp"

#include <optional>

namespace preshift {

struct CheckRequest {
  SensingRequest sensing;
  bool microphone_declined = false;
  bool camera_declined = false;
  KnownScales scales;
  Circumstances circumstances{};
  Measurements known{};                             ///< of the catalogue, that no sensor measures
  std::optional<OnboardingReference> onboarding{};  ///< the approved one that covers this check
};

/// Measures what is asked for and judges it by the profile. With a problem the report still stands: what the
/// failed sensor should have measured is absent as failed, what was not reached is unknown.
[[nodiscard]] CheckReport run_check(const CheckRequest& request, const Profile& profile,
                                    const EventListener& listener);

/// The exit status that this report stands for (exit_status.hpp).
[[nodiscard]] int exit_status_of(const CheckReport& report);

/// Every measure of the catalogue once, in its order: as measured or, where it was not, absent with the
/// reason.
[[nodiscard]] Measurements complete(const CheckRequest& request, const Sensing& sensing);

}  // namespace preshift
