#include "calibration_json.hpp"
#include "calibration_texts.hpp"
#include "check_texts.hpp"
#include "excerpt.hpp"
#include "facts.hpp"
#include "json_members.hpp"
#include "json_texts.hpp"
#include "limit_unit.hpp"
#include "measurement_json.hpp"
#include "names.hpp"
#include "onboarding_texts.hpp"
#include "saved_check.hpp"
#include "saved_check_format.hpp"
#include "utc_time.hpp"
#include "utf8.hpp"
#include "version.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

constexpr std::size_t k_most_sources = 16;
constexpr std::size_t k_most_answers = 1000;

/// Of all that can be said of a measurement, a source or a calibration.
std::optional<Text> find_measuring_text(std::string_view id) {
  if (const auto text = find_sensing_text(id)) return text;
  for (const std::span<const Text> table :
       {std::span<const Text>(k_check_texts), {k_calibration_texts}, {k_onboarding_texts}, {k_json_texts}})
    for (const Text& text : table)
      if (text.id == id) return text;
  return std::nullopt;
}

/// A text that reports show as it is.
std::string shown_text(Members& in, const char* key) {
  std::string text = in.text(key);
  in.require(!text.empty() && is_printable(text), key);
  return text;
}

std::chrono::sys_seconds moment(Members& in, const char* key) {
  const auto time = from_utc_text(in.text(key));
  in.require(time.has_value(), key);
  return time.value_or(std::chrono::sys_seconds{});
}

/// Whether a check can tell this of itself.
bool can_be_told(const std::string& name, const std::string& value) {
  const KnownFact* known = find_known_fact(name);
  if (known == nullptr) return false;
  if (name == k_time_fact) return parse_time_of_day(value).has_value();
  return std::find(known->values.begin(), known->values.end(), value) != known->values.end();
}

Facts read_told(Members& in) {
  Facts told = in.texts("told");
  for (const auto& [name, value] : told) in.require(can_be_told(name, value), "told." + name);
  return told;
}

Facts read_given(Members& in) {
  Facts given = in.texts("given");
  for (const auto& [name, value] : given)
    in.require(is_name(name, "-_") && !value.empty() && is_printable(value), "given." + name);
  return given;
}

LocalizedText read_question(Members& in) {
  return {shown_text(in, "en"), shown_text(in, "fr")};
}

RecordedAnswer read_answer(Members& in) {
  RecordedAnswer read;
  Declaration& declaration = read.declaration;
  declaration.rule = in.text("rule");
  in.require(is_name(declaration.rule, ".-"), "rule");
  read.question = in.nested("question", read_question);
  const std::string answer = in.text("answer");
  in.require(answer == "yes" || answer == "no", "answer");
  declaration.says_yes = answer == "yes";
  declaration.by = shown_text(in, "by");
  const std::string role = in.text("role");
  declaration.role = role == to_string(Answerer::reviewer) ? Answerer::reviewer : Answerer::agent;
  in.require(role == to_string(declaration.role), "role");
  declaration.at = moment(in, "at");
  return read;
}

CalibrationUse read_calibration(Members& in) {
  if (in.has("none")) return in.message("none");
  if (in.has("stated")) {
    const auto scale = scale_in(in.json("stated"));
    if (scale) return UsedCalibration{*scale, std::nullopt};
    in.require(false, "stated." + scale.error());
    return {};
  }
  const auto stored = calibration_in(in.json("stored"));
  if (stored) return UsedCalibration{stored->scale, *stored};
  in.require(false, "stored." + stored.error());
  return {};
}

bool can_be_in(std::string_view unit, const Measure& measure) {
  const LimitUnit* usual = find_limit_unit(measure.unit);
  return unit == measure.unit || (usual != nullptr && usual->sound_level && unit == units::k_dbfs);
}

/// A measurement of the catalogue that says what such a one can.
Measurement read_known_measurement(Members& in) {
  Measurement read = read_measurement(in);
  const Measure* measure = find_measure(read.name);
  in.require(measure != nullptr, "name");
  if (measure == nullptr) return read;
  in.require(can_be_in(read.unit, *measure), "unit");
  if (const auto* quantity = std::get_if<Quantity>(&read.outcome)) {
    in.require(measure->words.empty(), "value");
    in.require(quantity->expanded_uncertainty >= 0, "uncertainty");
  } else if (const auto* state = std::get_if<State>(&read.outcome)) {
    const auto found = std::find(measure->words.begin(), measure->words.end(), state->value);
    in.require(found != measure->words.end(), "state");
  }
  return read;
}

/// Every measure of the catalogue once, in its order.
Measurements completed(const Measurements& read, Members& in) {
  Measurements all;
  std::size_t taken = 0;
  for (const Measure& measure : measures()) {
    const auto is_it = [&](const Measurement& each) { return each.name == measure.name; };
    const auto found = std::find_if(read.begin(), read.end(), is_it);
    if (found == read.end()) {
      all.push_back(unknown(std::string(measure.name), std::string(measure.unit),
                            {check_text("saved.not_measured"), {}}));
    } else {
      all.push_back(*found);
      ++taken;
    }
  }
  in.require(taken == read.size(), "measurements");  // else one is there twice
  return all;
}

Attempt read_attempt(Members& in) {
  Attempt attempt;
  attempt.sources = in.list("sources", k_most_sources, read_source);
  if (in.has("confinement")) attempt.confined = in.nested("confinement", read_confinement);
  if (in.has("calibration")) attempt.calibration = in.nested("calibration", read_calibration);
  attempt.measurements = completed(in.list("measurements", measures().size(), read_known_measurement), in);
  if (in.has("problem")) attempt.problem = in.nested("problem", read_problem);
  return attempt;
}

std::pair<Facts, Facts> read_facts(Members& in) {
  Facts told = read_told(in);
  Facts given = read_given(in);
  for (const auto& [name, value] : given) in.require(!told.contains(name), "given." + name);
  return {std::move(told), std::move(given)};
}

SavedCheck read_saved_check(Members& in) {
  SavedCheck saved;
  saved.at = moment(in, "at");
  std::tie(saved.told, saved.given) = in.nested("facts", read_facts);
  saved.answers = in.list("answers", k_most_answers, read_answer);
  saved.attempts = in.list("attempts", k_most_attempts, read_attempt);
  in.require(!saved.attempts.empty(), "attempts");
  return saved;
}

}  // namespace

Result<SavedCheck> saved_check_in(const Json& document, const std::string& file) {
  const std::string version = text_member(document, "preshift").value_or(std::string(k_version));
  if (text_member(document, "format") != k_saved_check_format)
    return unusable_input(check_text("saved.other_format"), file, std::string(k_saved_check_format));
  Members members(document, find_measuring_text, OtherMembers::refused);
  static_cast<void>(members.text("format"));
  static_cast<void>(members.text("preshift"));
  SavedCheck saved = read_saved_check(members);
  members.end();
  if (members.good()) return saved;
  return unusable_input(check_text("saved.wrong"), file, excerpt(*members.wrong()), excerpt(version));
}

}  // namespace preshift
