#pragma once

#include "check_report.hpp"
#include "circumstances.hpp"
#include "json_document.hpp"
#include "problem.hpp"
#include "profile.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// What one measuring came to, before any rule looked at it.
struct Attempt {
  std::vector<SourceOpened> sources;
  std::optional<Confined> confined;
  std::optional<CalibrationUse> calibration;
  Measurements measurements;  ///< every measure of the catalogue once, in its order
  std::optional<SourceProblem> problem;
};

/// A declaration, and the question that it answers: to another question it is no answer.
struct RecordedAnswer {
  Declaration declaration;
  LocalizedText question;
};

/// A check without its judgement: all that it takes to judge it again, by the same profile or another.
/// docs/measurements-file.md describes the file.
struct SavedCheck {
  std::chrono::sys_seconds at{};  ///< the moment that waivers and answers are judged by
  Facts told;                     ///< by the check itself
  Facts given;                    ///< by whoever started it
  std::vector<RecordedAnswer> answers;
  std::vector<Attempt>
      attempts;  ///< at least one; the last one counts, an earlier failure makes a pass `fixed`
};

inline constexpr std::size_t k_most_attempts = 10;  ///< the first and those of --again

[[nodiscard]] Attempt attempt_of(const CheckReport& report);

/// The check that came to these attempts under these circumstances. `told`: the facts that it told itself.
[[nodiscard]] SavedCheck saved_check(std::vector<Attempt> attempts, const Circumstances& circumstances,
                                     const Facts& told, const Profile& profile);

/// What the check would have come to under this profile and these circumstances. With those that it was
/// judged by, that is its own report, bit for bit.
[[nodiscard]] CheckReport judged_again(const SavedCheck& saved, const Profile& profile,
                                       const Circumstances& circumstances);

/// Whether the profile still asks what was answered.
[[nodiscard]] bool is_asked(const RecordedAnswer& answer, const Profile& profile);

[[nodiscard]] Json saved_check_json(const SavedCheck& saved);

/// Trusts nothing in the document: what is missing, unknown or makes no sense is refused with its path. Only
/// measures of the catalogue may be missing: they are unknown. `file` names it in problems.
[[nodiscard]] Result<SavedCheck> saved_check_in(const Json& document, const std::string& file);

}  // namespace preshift
