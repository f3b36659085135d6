#include "evaluation.hpp"
#include "measures.hpp"
#include "profile.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

// Any bytes as a rules file: they are refused in words of both languages, or they are a profile that keeps
// its promises.

namespace preshift {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_problem(const Problem& problem) {
  require(problem.kind == ProblemKind::unusable_input);
  for (const Language language : {Language::english, Language::french}) {
    const std::string words = render(problem.message, language);
    require(words.starts_with("fuzz.yaml") && words.size() < 2000);
    require(words.find('\x1B') == std::string::npos && words.find('\n') == std::string::npos);
  }
}

void check_rule(const Rule& rule) {
  const Measure* measure = find_measure(rule.measure);
  require(measure != nullptr && !rule.id.empty() && !rule.requirement.empty());
  for (const LocalizedText* text : {&rule.title, &rule.rationale, &rule.remedy}) {
    require(!text->english.empty() && !text->french.empty());
  }
  if (const auto* limit = std::get_if<Limit>(&rule.condition)) {
    require(std::isfinite(limit->value) && limit->unit == measure->unit);
  } else {
    require(!measure->words.empty());
  }
}

Measurements everything_measured_as(double value) {
  Measurements measurements;
  for (const Measure& measure : measures()) {
    measurements.push_back(quantity(std::string(measure.name), std::string(measure.unit), value, 0.5));
  }
  return measurements;
}

void check_profile(const Profile& profile) {
  require(!profile.rules.empty() && profile.version >= 1);
  for (const Rule& rule : profile.rules) check_rule(rule);
  require(evaluate(profile, {}).outcome == Outcome::undecided);
  require(evaluate(profile, everything_measured_as(std::nan(""))).outcome == Outcome::undecided);
  require(evaluate(profile, everything_measured_as(1)).rules.size() == profile.rules.size());
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string yaml(data, data + size);
  const auto profile = preshift::read_profile(yaml, "fuzz.yaml");
  if (profile) {
    preshift::check_profile(*profile);
  } else {
    preshift::check_problem(profile.error());
  }
  return 0;
}
