#include "judging_options.hpp"

#include "circumstance_files.hpp"
#include "cli_texts.hpp"
#include "excerpt.hpp"
#include "facts.hpp"
#include "judging_texts.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace preshift {
namespace {

using Pairs = std::map<std::string, std::string, std::less<>>;

/// The values of a repeatable option that takes NAME=VALUE.
Result<Pairs> pairs_of(const Arguments& arguments, const std::string& option, const char* example) {
  Pairs pairs;
  for (const std::string& given : arguments.all(option)) {
    const std::size_t equals = given.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == given.size())
      return unusable_input(judging_text("judging.not_a_pair"), option, excerpt(given), std::string(example));
    const auto [pair, is_new] = pairs.emplace(given.substr(0, equals), given.substr(equals + 1));
    if (!is_new) return unusable_input(cli_text("cli.given_twice"), option + " " + excerpt(pair->first));
  }
  return pairs;
}

template <class T>
Result<T> with_first_problem(RulesResult<T> read) {
  if (!read) return Failure{to_problem(read.error().front())};
  return std::move(*read);
}

bool is_live(const std::optional<SourceRequest>& source) {
  return !source || std::holds_alternative<Device>(*source);
}

Result<Facts> given_facts(const Arguments& arguments) {
  Facts facts;
  if (const auto file = arguments.value("--facts")) {
    auto read = with_first_problem(read_facts_file(*file));
    if (!read) return read;
    facts = std::move(*read);
  }
  auto single = pairs_of(arguments, std::string(k_fact_option), "role=bank");
  if (!single) return Failure{single.error()};
  for (auto& [name, value] : *single) facts[name] = std::move(value);
  return facts;
}

/// A fact that the profile does not know is told in the result, and asked for by no rule.
bool can_be(const Profile& profile, const std::string& name, const std::string& value) {
  const bool is_known = find_known_fact(name) != nullptr || profile.facts.contains(name);
  return !is_known || check_facts({{name, value}}, profile);
}

bool is_answered(const Circumstances& circumstances, const std::string& rule) {
  return std::any_of(circumstances.declarations.begin(), circumstances.declarations.end(),
                     [&](const Declaration& each) { return each.rule == rule; });
}

}  // namespace

Result<Profile> chosen_profile(const Arguments& arguments) {
  return named_profile(arguments.value("--rules").value_or("standard"), arguments);
}

Result<Profile> named_profile(const std::string& file_or_name, const Arguments& arguments,
                              const std::string& set_option) {
  auto pairs = pairs_of(arguments, set_option, "max_noise=40dB(A)");
  if (!pairs) return Failure{pairs.error()};
  std::vector<ParameterSetting> settings;
  for (auto& [name, value] : *pairs) settings.push_back({name, value, Place{set_option}});
  return with_first_problem(load_profile(file_or_name, settings));
}

Facts own_facts(const SensingRequest& sensing, std::chrono::sys_seconds now) {
  constexpr std::array k_from_sunday{"sunday",   "monday", "tuesday", "wednesday",
                                     "thursday", "friday", "saturday"};
  const bool live = is_live(sensing.sound) && is_live(sensing.pictures);
  Facts facts{{"capture", live ? "live" : "recorded"},
              {"room", sensing.room.empty() ? "not-enrolled" : "enrolled"}};
  if (!live) return facts;
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return facts;
  const std::chrono::minutes since_midnight =
      std::chrono::hours(local.tm_hour) + std::chrono::minutes(local.tm_min);
  facts[std::string(k_time_fact)] = written_time_of_day(since_midnight);
  facts["weekday"] = k_from_sunday.at(static_cast<std::size_t>(local.tm_wday));
  return facts;
}

Result<Circumstances> given_circumstances(const Arguments& arguments, const Profile& profile,
                                          const Facts& told, std::chrono::sys_seconds now) {
  auto facts = given_facts(arguments);
  if (!facts) return Failure{facts.error()};
  if (auto checked = check_facts(*facts, profile); !checked) return Failure{checked.error()};
  for (const auto& [name, value] : told) {
    const auto [fact, is_new] = facts->emplace(name, value);
    if (!is_new && fact->second != value)
      return unusable_input(judging_text("judging.told_by_the_check"), std::string(k_fact_option), name,
                            value);
  }
  Circumstances circumstances;
  circumstances.facts = std::move(*facts);
  circumstances.now = now;
  if (const auto file = arguments.value("--waivers")) {
    auto waivers = with_first_problem(read_waivers_file(*file, profile));
    if (!waivers) return Failure{waivers.error()};
    circumstances.waivers = std::move(*waivers);
  }
  if (const auto file = arguments.value("--answers")) {
    auto answers = with_first_problem(read_answers_file(*file, profile));
    if (!answers) return Failure{answers.error()};
    circumstances.declarations = std::move(*answers);
  }
  return circumstances;
}

Result<Circumstances> recorded_circumstances(const Arguments& arguments, const Profile& profile,
                                             const SavedCheck& saved, const std::string& file) {
  auto circumstances = given_circumstances(arguments, profile, saved.told, saved.at);
  if (!circumstances) return circumstances;
  for (const auto& [name, value] : saved.given) {
    const auto [fact, is_taken] = circumstances->facts.emplace(name, value);
    if (is_taken && !can_be(profile, name, value))
      return unusable_input(judging_text("judging.recorded_fact"), file, name, value);
  }
  for (const RecordedAnswer& answer : saved.answers)
    if (is_asked(answer, profile) && !is_answered(*circumstances, answer.declaration.rule))
      circumstances->declarations.push_back(answer.declaration);
  return circumstances;
}

}  // namespace preshift
