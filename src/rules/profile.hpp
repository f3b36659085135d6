#pragma once

#include "parameter.hpp"
#include "place.hpp"
#include "rule.hpp"
#include "shift_terms.hpp"

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A profile that another one extends.
struct Ancestor {
  std::string name;
  int version = 0;
};

/// The rules that a workspace is judged by, resolved: what it extends is applied, what its parameters say is
/// filled in. As read, at least one rule is selected.
struct Profile {
  std::string name;
  int version = 0;  ///< of the profile's content, from 1
  LocalizedText title;
  std::vector<Rule> rules;              ///< those of what it extends first
  std::vector<Ancestor> extends{};      ///< the nearest first
  std::vector<Parameter> parameters{};  ///< that selected rules use, with their values, by name
  /// What the facts may be that this profile says so of, by name.
  std::map<std::string, std::vector<std::string>, std::less<>> facts{};
  ShiftTerms shift{};
  std::optional<std::chrono::days> onboarding_valid_for{};  ///< how long an onboarding by it holds, if said
  std::string digest{};  ///< SHA-256 of its canonical form (canonical_profile.hpp), in hexadecimal digits
};

inline constexpr std::chrono::days k_longest_onboarding{730};            ///< onboarding_valid_for
inline constexpr std::size_t k_longest_extends = 16;                     ///< files in one chain
inline constexpr std::size_t k_largest_extends_bytes = 4 * 1024 * 1024;  ///< of them all

/// All that is wrong with a profile and with what it extends, the bases' problems first.
template <class T>
using RulesResult = Expected<T, PlacedProblems>;

/// The profile of this file, at most 1 MiB of it, or the shipped one of this name (shipped_profiles.hpp),
/// with all that it extends, and with its parameters set so.
[[nodiscard]] RulesResult<Profile> load_profile(const std::string& file_or_name,
                                                std::span<const ParameterSetting> settings = {});

/// The profile in this YAML text. `place` names it in problems; what it extends is found beside that file.
[[nodiscard]] RulesResult<Profile> load_profile_text(std::string_view yaml, const std::string& place,
                                                     std::span<const ParameterSetting> settings = {});

/// The two with the first problem alone.
[[nodiscard]] Result<Profile> read_profile(std::string_view yaml, const std::string& place);
[[nodiscard]] Result<Profile> read_profile_file(const std::filesystem::path& file);

/// A profile that is part of the program (shipped_profiles.hpp).
[[nodiscard]] Result<Profile> shipped_profile(std::string_view name);

}  // namespace preshift
