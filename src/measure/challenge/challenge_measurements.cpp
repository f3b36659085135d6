#include "challenge_measurements.hpp"

#include "measures.hpp"
#include "sensing_texts.hpp"

#include <cmath>

namespace preshift {
namespace {

constexpr const char* k_heard = "challenge.heard";
constexpr const char* k_score = "challenge.score";
constexpr const char* k_threshold = "challenge.threshold";
const std::string k_one_unit(units::k_one);

double to_tenths(double value) {
  return std::round(value * 10) / 10;
}

Measurement heard(const ChallengeFindings& findings) {
  if (findings.score >= findings.threshold) return {k_heard, "", State{"heard"}};
  return unknown(
      k_heard, "",
      {sensing_text("challenge.not_heard"), {to_tenths(findings.score), to_tenths(findings.threshold)}});
}

}  // namespace

Measurements challenge_measurements(const ChallengeFindings& findings, const std::optional<Message>& doubt) {
  Measurements all{heard(findings),
                   quantity(k_score, k_one_unit, findings.score, findings.expanded_uncertainty),
                   quantity(k_threshold, k_one_unit, findings.threshold, 0)};
  if (std::holds_alternative<State>(all[0].outcome)) all[0].doubt = doubt;
  all[1].doubt = doubt;
  return all;
}

Measurements no_challenge(const Message& reason) {
  return {unknown(k_heard, "", reason), unknown(k_score, k_one_unit, reason),
          unknown(k_threshold, k_one_unit, reason)};
}

}  // namespace preshift
