#pragma once

#include "circumstances.hpp"
#include "place.hpp"
#include "profile.hpp"
#include "yaml_fields.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// Files that say what a check is judged by beside its measurements. All problems of a file are found.

/// A group of facts: `role: bank`. Whether the profile knows them says check_facts.
[[nodiscard]] RulesResult<Facts> read_facts_file(const std::string& file);

/// `waivers:`, a list, each with rule, agent or site, justification, approver, expires, and if need be from:
/// a day such as 2026-12-31, of which `expires` names the last one, or a moment such as 2026-12-31T12:00:00Z.
/// Days are those of UTC. A rule that the profile does not have is refused.
[[nodiscard]] RulesResult<std::vector<Waiver>> read_waivers_file(const std::string& file,
                                                                 const Profile& profile);

/// `answers:`, a list, each with rule, answer (yes or no), by, at, and if need be role (agent or reviewer).
/// Refuses rules that ask nothing, and two answers to one.
[[nodiscard]] RulesResult<std::vector<Declaration>> read_answers_file(const std::string& file,
                                                                      const Profile& profile);

/// The three of texts that are read already; `place` is the file's name.
[[nodiscard]] RulesResult<Facts> read_facts_text(std::string_view yaml, const std::string& place);
[[nodiscard]] RulesResult<std::vector<Waiver>> read_waivers_text(std::string_view yaml,
                                                                 const std::string& place,
                                                                 const Profile& profile);
[[nodiscard]] RulesResult<std::vector<Declaration>> read_answers_text(std::string_view yaml,
                                                                      const std::string& place,
                                                                      const Profile& profile);

/// The waivers in such a list that stands in another file; all of them, right or not.
[[nodiscard]] std::vector<Waiver> read_waivers(const YamlNode& list, const Profile& profile,
                                               YamlFields& fields);

/// Refuses a fact that neither Preshift nor the profile knows, and a value that it cannot have. The message's
/// first argument is left empty for the place.
[[nodiscard]] Expected<void, Message> check_fact(const std::string& name, const std::string& value,
                                                 const Profile& profile);

/// The same for all of them, with the first problem, told under k_fact_option.
[[nodiscard]] Result<void> check_facts(const Facts& facts, const Profile& profile);

}  // namespace preshift
