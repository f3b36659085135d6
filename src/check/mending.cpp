#include "mending.hpp"

#include "onboarding_texts.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 24> k_reasons_that_stay{
    // Something is missing on this computer
    "scene.no_detector", "scene.detector_damaged", "scene.no_pet_detector", "scene.pet_detector_damaged",
    "voice.no_detector", "voice.detector_damaged", "hearing.no_model", "hearing.model_damaged",
    "hearing.other_digest", "hearing.no_labels", "check.not_measured",
    // The check must be started otherwise
    "voice.no_reading", "scene.one_picture", "scene.nothing_to_compare", "camera.virtual",
    "camera.route_unknown", "challenge.not_played",
    // The microphone must be calibrated first, or cannot hear so little
    "result.not_calibrated", "result.upper_bound", "uncalibrated.none", "uncalibrated.recording",
    "uncalibrated.expired", "uncalibrated.clock", "uncalibrated.volume_unknown"};

/// What the employer has to say is not mended by measuring again.
bool is_about_an_onboarding(std::string_view reason) {
  return std::any_of(std::begin(k_onboarding_texts), std::end(k_onboarding_texts),
                     [&](const Text& text) { return text.id == reason; });
}

bool may_change(const std::optional<Message>& reason) {
  if (!reason || reason->text.english_remedy.empty() || is_about_an_onboarding(reason->text.id)) return false;
  return std::find(k_reasons_that_stay.begin(), k_reasons_that_stay.end(), reason->text.id) ==
         k_reasons_that_stay.end();
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by k_deepest_condition
bool may_change(const ConditionEvaluation& evaluated) {
  const auto* combination = std::get_if<CombinationEvaluation>(&evaluated.node);
  if (combination == nullptr) {
    const bool is_open = evaluated.result == RuleResult::unknown;
    return evaluated.result == RuleResult::fail || (is_open && may_change(evaluated.reason));
  }
  const auto parts = deciding_parts(*combination, evaluated.result);
  return std::any_of(parts.begin(), parts.end(),
                     [](const ConditionEvaluation* part) { return may_change(*part); });
}

}  // namespace

bool is_worth_repeating(const RuleEvaluation& evaluated) {
  if (evaluated.rule.severity != Severity::required || evaluated.waiver) return false;
  if (evaluated.result == RuleResult::fail) return true;
  const bool follows_from_condition = evaluated.condition.result == RuleResult::unknown;
  return evaluated.result == RuleResult::unknown && follows_from_condition && may_change(evaluated.condition);
}

std::span<const std::string_view> reasons_that_stay() {
  return k_reasons_that_stay;
}

}  // namespace preshift
