#pragma once

#include "profile.hpp"
#include "profile_chain.hpp"
#include "rule_reader.hpp"
#include "vocabulary.hpp"
#include "yaml_fields.hpp"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace preshift {

inline constexpr std::size_t k_asked_for = 0;  ///< the file of the chain that was asked for

/// Where something stands: a file of the chain and an offset into it.
struct Origin {
  std::size_t file = 0;
  std::size_t offset = 0;
};

/// Where a parameter is declared and, if it is, set last.
struct ParameterOrigins {
  Origin declared;
  std::optional<Origin> set;
};

/// A profile while the files of its chain are read, the furthest base first.
struct ProfileDraft {
  Profile profile;  ///< of the file that is read now; its rules, facts and parameters are below
  std::vector<RuleDraft> rules;
  std::unordered_map<std::string, std::size_t> rule_of_id;  ///< index into `rules`
  DecisionDraft decision;
  Vocabulary vocabulary;
  std::map<std::string, ParameterOrigins, std::less<>> origins;  ///< of every parameter of the vocabulary
};

/// Reads one file of the chain into the draft. `is_complete`: all that the file extends is read, so that what
/// is not there is a mistake. What is wrong is noted in `fields`.
void read_profile_layer(const YamlNode& root, std::size_t file, bool is_complete, ProfileDraft& draft,
                        YamlFields& fields);

/// Fills in what parameters and the profile's decision say, and notes what cannot take effect, each in the
/// fields of its file. `settings` are those of the command line.
void finish_profile(ProfileDraft& draft, std::vector<YamlFields>& fields_of_files,
                    std::span<const ParameterSetting> settings, PlacedProblems& problems);

/// In place of finish_profile where something else is wrong, so that it cannot be known what a rule uses:
/// notes the parameters of the file that was asked for that no file of the chain mentions.
void refuse_unmentioned_parameters(const ProfileChain& chain, const ProfileDraft& draft,
                                   std::vector<YamlFields>& fields_of_files);

}  // namespace preshift
