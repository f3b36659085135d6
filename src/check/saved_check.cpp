#include "saved_check.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

const ManualQuestion* question_of(const std::string& rule, const Profile& profile) {
  const auto found = std::find_if(profile.rules.begin(), profile.rules.end(),
                                  [&](const Rule& each) { return each.id == rule; });
  return found == profile.rules.end() ? nullptr : std::get_if<ManualQuestion>(&found->condition.node);
}

CheckReport judged(const Attempt& attempt, const Profile& profile, const Circumstances& circumstances) {
  return {attempt.sources,      attempt.confined,
          attempt.measurements, evaluate(profile, attempt.measurements, circumstances),
          attempt.calibration,  attempt.problem};
}

}  // namespace

Attempt attempt_of(const CheckReport& report) {
  return {report.sources, report.confined, report.calibration, report.measurements, report.problem};
}

SavedCheck saved_check(std::vector<Attempt> attempts, const Circumstances& circumstances, const Facts& told,
                       const Profile& profile) {
  SavedCheck saved;
  saved.at = circumstances.now;
  saved.told = told;
  for (const auto& [name, value] : circumstances.facts)
    if (!told.contains(name)) saved.given.emplace(name, value);
  for (const Declaration& declaration : circumstances.declarations)
    if (const ManualQuestion* asked = question_of(declaration.rule, profile))
      saved.answers.push_back({declaration, asked->question});
  saved.attempts = std::move(attempts);
  return saved;
}

CheckReport judged_again(const SavedCheck& saved, const Profile& profile,
                         const Circumstances& circumstances) {
  CheckReport report = judged(saved.attempts.front(), profile, circumstances);
  for (std::size_t i = 1; i < saved.attempts.size(); ++i) {
    CheckReport later = judged(saved.attempts[i], profile, circumstances);
    later.evaluation = after(report.evaluation, std::move(later.evaluation));
    report = std::move(later);
  }
  return report;
}

bool is_asked(const RecordedAnswer& answer, const Profile& profile) {
  const ManualQuestion* asked = question_of(answer.declaration.rule, profile);
  return asked != nullptr && asked->question.english == answer.question.english &&
         asked->question.french == answer.question.french;
}

}  // namespace preshift
