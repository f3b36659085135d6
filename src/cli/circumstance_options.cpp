#include "circumstance_options.hpp"

#include "circumstance_files.hpp"
#include "cli_texts.hpp"
#include "facts.hpp"
#include "parameter.hpp"

#include <array>
#include <ctime>
#include <utility>
#include <variant>
#include <vector>

namespace preshift {
namespace {

using NamedValue = std::pair<std::string, std::string>;

Result<NamedValue> named_value(const std::string& option, const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
    return unusable_input(cli_text("cli.bad_setting"), option, text);
  return NamedValue{text.substr(0, equals), text.substr(equals + 1)};
}

/// The first of them; `preshift` shows one and stops.
template <class T>
Result<T> with_first_problem(RulesResult<T> read) {
  if (!read) return Failure{to_problem(read.error().front())};
  return std::move(*read);
}

bool is_recorded(const std::optional<SourceRequest>& source) {
  return source && std::holds_alternative<Recorded>(*source);
}

void add_what_is_known(Facts& facts, const SensingRequest& sensing,
                       std::chrono::system_clock::time_point now) {
  constexpr std::array k_weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                  "thursday", "friday", "saturday"};
  const bool recorded = is_recorded(sensing.sound) || is_recorded(sensing.pictures);
  facts.emplace("capture", recorded ? "recorded" : "live");
  facts.emplace("room", sensing.room.empty() ? "not-enrolled" : "enrolled");
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm local{};
  if (::localtime_r(&seconds, &local) == nullptr) return;
  facts.emplace(k_time_fact, written_time_of_day(std::chrono::minutes(60 * local.tm_hour + local.tm_min)));
  facts.emplace("weekday", k_weekdays.at(static_cast<std::size_t>(local.tm_wday)));
}

Result<Facts> given_facts(const Arguments& arguments, const Profile& profile) {
  Facts facts;
  if (const auto file = arguments.value("--facts")) {
    auto read = with_first_problem(read_facts_file(*file));
    if (!read) return read;
    facts = std::move(*read);
  }
  for (const std::string& text : arguments.all("--fact")) {
    auto fact = named_value("--fact", text);
    if (!fact) return Failure{fact.error()};
    facts[fact->first] = fact->second;
  }
  if (auto checked = check_facts(facts, profile); !checked) return Failure{checked.error()};
  return facts;
}

}  // namespace

Result<Profile> chosen_profile(const Arguments& arguments) {
  std::vector<ParameterSetting> settings;
  for (const std::string& text : arguments.all("--set")) {
    auto setting = named_value("--set", text);
    if (!setting) return Failure{setting.error()};
    settings.push_back({setting->first, setting->second});
  }
  return with_first_problem(load_profile(arguments.value("--rules").value_or("standard"), settings));
}

Result<Circumstances> circumstances_of(const Arguments& arguments, const Profile& profile,
                                       const SensingRequest& sensing,
                                       std::chrono::system_clock::time_point now) {
  Circumstances circumstances;
  circumstances.now = std::chrono::floor<std::chrono::seconds>(now);
  auto facts = given_facts(arguments, profile);
  if (!facts) return Failure{facts.error()};
  circumstances.facts = std::move(*facts);
  add_what_is_known(circumstances.facts, sensing, now);
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

}  // namespace preshift
