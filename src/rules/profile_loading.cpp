#include "canonical_profile.hpp"
#include "excerpt.hpp"
#include "profile.hpp"
#include "profile_draft.hpp"
#include "profile_inspection.hpp"
#include "rules_texts.hpp"
#include "shipped_profiles.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

bool is_any_selected(const Profile& profile) {
  return std::any_of(profile.rules.begin(), profile.rules.end(),
                     [](const Rule& rule) { return rule.is_selected; });
}

PlacedProblems all_problems(PlacedProblems first, const std::vector<YamlFields>& fields_of_files) {
  for (auto fields = fields_of_files.rbegin(); fields != fields_of_files.rend(); ++fields)
    first.insert(first.end(), fields->problems().begin(), fields->problems().end());
  return first;
}

/// Reads all files of the chain. Without problems the draft's profile is whole, but for its digest.
PlacedProblems read_chain(const ProfileChain& chain, std::span<const ParameterSetting> settings,
                          ProfileDraft& draft) {
  PlacedProblems problems = chain.problems;
  const bool is_complete = chain.problems.empty();
  std::vector<YamlFields> fields;
  for (const auto& file : chain.files) {
    fields.emplace_back(file.yaml->source);
    const PlacedProblems& duplicates = file.yaml->duplicates;
    problems.insert(problems.end(), duplicates.begin(), duplicates.end());
  }
  for (std::size_t i = chain.files.size(); i-- > 0;)
    read_profile_layer(chain.files[i].yaml->root, i, is_complete, draft, fields[i]);
  const bool is_right = all_problems(problems, fields).empty();
  if (is_right) {
    finish_profile(draft, fields, settings, problems);
  } else {
    refuse_unmentioned_parameters(chain, draft, fields);
  }
  problems = all_problems(std::move(problems), fields);
  if (problems.empty() && !is_any_selected(draft.profile))
    problems.push_back(
        placed_problem(chain.files.front().yaml->source.whole(), rules_text("profile.all_skipped")));
  return problems;
}

RulesResult<Profile> load(const ProfileChain& chain, std::span<const ParameterSetting> settings) {
  ProfileDraft draft;
  PlacedProblems problems = read_chain(chain, settings, draft);
  if (!problems.empty()) return Failure{std::move(problems)};
  draft.profile.digest = profile_digest(draft.profile);
  return std::move(draft.profile);
}

std::vector<AuthoredText> texts_of(const ProfileChain& chain, const ProfileDraft& draft) {
  std::vector<AuthoredText> texts;
  const Profile& profile = draft.profile;
  if (chain.files.empty()) return texts;
  const YamlFile& asked_for = *chain.files.front().yaml;
  if (const YamlEntry* title = asked_for.root.find("title"))
    texts.push_back({profile.name, "title", profile.title, asked_for.source.place(title->key_offset)});
  const auto add = [&](const Parameter& parameter) {
    const Origin declared = draft.origins.at(parameter.name).declared;
    texts.push_back({parameter.name, "description", parameter.description,
                     chain.files[declared.file].yaml->source.place(declared.offset)});
  };
  for (const Parameter& parameter : profile.parameters) add(parameter);  // where the profile is whole
  if (profile.rules.empty())
    for (const auto& [name, parameter] : draft.vocabulary.parameters) add(parameter);
  return texts;
}

ProfileInspection inspect(const ProfileChain& chain) {
  ProfileDraft draft;
  ProfileInspection inspection;
  inspection.problems = read_chain(chain, {}, draft);
  inspection.texts = texts_of(chain, draft);
  if (!chain.files.empty()) inspection.file = chain.files.front().yaml->source.place(0).file;
  inspection.rules = std::move(draft.profile.rules);  // where the profile is whole
  if (!inspection.rules.empty()) return inspection;
  for (RuleDraft& rule : draft.rules) {
    if (!rule.has_sound_condition) rule.rule.condition = {Combination{}};
    inspection.rules.push_back(std::move(rule.rule));
  }
  return inspection;
}

Result<Profile> with_first_problem(RulesResult<Profile> loaded) {
  if (!loaded) return Failure{to_problem(loaded.error().front())};
  return std::move(*loaded);
}

}  // namespace

RulesResult<Profile> load_profile(const std::string& file_or_name,
                                  std::span<const ParameterSetting> settings) {
  return load(open_chain(file_or_name), settings);
}

RulesResult<Profile> load_profile_text(std::string_view yaml, const std::string& place,
                                       std::span<const ParameterSetting> settings) {
  return load(open_chain(yaml, place), settings);
}

ProfileInspection inspect_profile(const std::string& file_or_name) {
  return inspect(open_chain(file_or_name));
}

ProfileInspection inspect_profile_text(std::string_view yaml, const std::string& place) {
  return inspect(open_chain(yaml, place));
}

Result<Profile> read_profile(std::string_view yaml, const std::string& place) {
  return with_first_problem(load_profile_text(yaml, place));
}

Result<Profile> read_profile_file(const std::filesystem::path& file) {
  return with_first_problem(load_profile(file.string()));
}

Result<Profile> shipped_profile(std::string_view name) {
  if (find_shipped_profile(name) != nullptr) return with_first_problem(load_profile(std::string(name)));
  std::vector<std::string_view> names;
  for (const ShippedProfile& profile : shipped_profiles()) names.push_back(profile.name);
  return unusable_input(rules_text("shipped.unknown"), excerpt(name), joined(names));
}

}  // namespace preshift
