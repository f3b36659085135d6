#include "circumstance_files.hpp"
#include "condition_examples.hpp"
#include "evaluation.hpp"
#include "facts.hpp"
#include "profile_examples.hpp"
#include "utc_time.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace preshift {
namespace {

using std::chrono::sys_seconds;

sys_seconds at(std::string_view text) {
  return from_utc_text(text).value();
}

/// A profile of the night example and a manual rule, changed as the test needs.
Profile profile_of(const std::string& yaml) {
  const auto profile = read_profile(yaml, "x.yaml");
  if (!profile) throw std::runtime_error(render(profile.error().message, Language::english));
  return *profile;
}

std::string with_rule_keys(std::string_view more) {
  return std::string(k_night_profile) + std::string(more);
}

std::string manual_profile(std::string_view more = {}) {
  return night_profile_with(
      "    measure: sound.laeq\n    at_most: 45 dB(A)\n",
      "    manual:\n      question: {en: May you?, fr: Pouvez-vous ?}\n" + std::string(more));
}

Measurements noise(double value, double expanded = 1) {
  return {quantity("sound.laeq", "dB(A)", value, expanded)};
}

/// The first rule's result.
const RuleEvaluation& first(const Evaluation& evaluation) {
  return evaluation.rules.at(0);
}

TEST(Facts, DecideWhetherARuleApplies) {
  const Profile profile =
      profile_of(with_rule_keys("    applies_when: {role: [bank, medical], capture: live}\n"));
  const auto result = [&](Facts facts) {
    return first(evaluate(profile, noise(40), {std::move(facts)})).result;
  };
  EXPECT_EQ(result({{"role", "bank"}, {"capture", "live"}}), RuleResult::pass);
  EXPECT_EQ(result({{"role", "retail"}, {"capture", "live"}}), RuleResult::notapplicable);
  EXPECT_EQ(result({{"role", "bank"}, {"capture", "recorded"}}), RuleResult::notapplicable);
  EXPECT_EQ(result({{"role", "retail"}}), RuleResult::notapplicable);
}

TEST(Facts, ThatAreNotGivenLeaveARuleUnknownAndNeverClear) {
  const Profile profile = profile_of(with_rule_keys("    applies_when: {role: bank}\n"));
  const Evaluation evaluation = evaluate(profile, noise(40));
  EXPECT_EQ(first(evaluation).result, RuleResult::unknown);
  EXPECT_EQ(reason_of(first(evaluation).reason),
            "whether it applies is not known: the fact 'role' is not given");
  EXPECT_EQ(evaluation.outcome, Outcome::undecided);
}

TEST(Facts, OfTheTimeOfDayReachOverMidnight) {
  const Profile profile = profile_of(with_rule_keys("    applies_when: {time: 22:00 to 06:00}\n"));
  const auto applies_at = [&](const char* time) {
    return first(evaluate(profile, noise(40), {{{"time", time}}})).result == RuleResult::pass;
  };
  EXPECT_TRUE(applies_at("22:00"));
  EXPECT_TRUE(applies_at("23:59"));
  EXPECT_TRUE(applies_at("05:59"));
  EXPECT_FALSE(applies_at("06:00"));
  EXPECT_FALSE(applies_at("21:59"));
}

TEST(Facts, CombineAsKleeneSays) {
  const Profile profile = profile_of(
      with_rule_keys("    applies_when:\n      any:\n        - role: bank\n        - {none: [{site: a}]}\n"));
  const auto result = [&](Facts facts) {
    return first(evaluate(profile, noise(40), {std::move(facts)})).result;
  };
  EXPECT_EQ(result({{"role", "bank"}}), RuleResult::pass);  // whatever the site is
  EXPECT_EQ(result({{"site", "b"}}), RuleResult::pass);     // whatever the role is
  EXPECT_EQ(result({{"site", "a"}}), RuleResult::unknown);
  EXPECT_EQ(result({{"site", "a"}, {"role", "x"}}), RuleResult::notapplicable);
}

TEST(Facts, ThatNobodyKnowsAreRefused) {
  const Profile profile = profile_of(night_profile_with("rules:", "facts: {team: [red, blue]}\nrules:"));
  const auto refusal = [&](Facts facts) {
    const auto checked = check_facts(facts, profile);
    return checked ? std::string{} : render(checked.error().message, Language::english);
  };
  EXPECT_EQ(refusal({{"team", "red"}, {"role", "bank"}, {"agent", "Marie Dupont"}, {"time", "08:30"}}), "");
  EXPECT_EQ(refusal({{"rol", "bank"}}), "--fact: unknown fact 'rol'. Did you mean 'role'?");
  EXPECT_EQ(refusal({{"team", "rouge"}}), "--fact: team is never 'rouge'. Write one of: red, blue.");
  EXPECT_EQ(refusal({{"capture", "film"}}), "--fact: capture is never 'film'. Write one of: live, recorded.");
  EXPECT_EQ(refusal({{"time", "8:30"}}), "--fact: '8:30' is not a time of day. Write it as in 22:30.");
  EXPECT_FALSE(refusal({{"role", "Bank"}}).empty());
}

TEST(InformationalRules, AreShownAndNotJudged) {
  const Profile limited = profile_of(night_profile_with("required", "informational"));
  EXPECT_EQ(first(evaluate(limited, noise(60))).result, RuleResult::informational);
  EXPECT_EQ(first(evaluate(limited, noise(45))).result, RuleResult::informational);
  EXPECT_EQ(first(evaluate(limited, {})).result, RuleResult::unknown);
  std::string yaml = night_profile_with("required", "informational");
  yaml.erase(yaml.find("    at_most"));
  EXPECT_EQ(first(evaluate(profile_of(yaml), noise(60))).result, RuleResult::informational);
  EXPECT_EQ(refusal_of(std::string(k_night_profile).erase(k_night_profile.find("    at_most"))),
            "x.yaml:5:5: nothing is asked of sound.laeq here. Add one of: at_most, at_least, between.");
}

TEST(SkippedRules, HaveNoSay) {
  const Profile profile =
      profile_of(std::string(k_night_profile) +
                 "  - id: quiet.other\n    requirement: quiet\n    severity: required\n"
                 "    title: {en: A, fr: A}\n    rationale: {en: A, fr: A}\n"
                 "    remedy: {en: A, fr: A}\n    measure: sound.laeq\n    at_most: 10 dB(A)\n"
                 "skip: [quiet.other]\n");
  const Evaluation evaluation = evaluate(profile, noise(40));
  EXPECT_EQ(evaluation.rules.at(1).result, RuleResult::notselected);
  EXPECT_EQ(evaluation.outcome, Outcome::cleared);
  EXPECT_EQ(evaluation.requirements.at(0).result, RuleResult::pass);
}

Waiver waiver_for(std::string agent) {
  Waiver waiver;
  waiver.rule = "quiet.noise";
  waiver.agent = std::move(agent);
  waiver.justification = "Works.";
  waiver.approver = "boss";
  waiver.until = at("2026-12-01T00:00:00Z");
  return waiver;
}

Circumstances with_waiver(Waiver waiver, const char* now = "2026-11-25T08:00:00Z") {
  return {{{"agent", "marie"}}, {std::move(waiver)}, {}, at(now)};
}

TEST(Waivers, TakeTheSayFromARuleAndLeaveItsResult) {
  const Profile profile =
      profile_of(std::string(k_night_profile) +
                 "  - id: separate.alone\n    requirement: separate\n    severity: required\n"
                 "    title: {en: A, fr: A}\n    rationale: {en: A, fr: A}\n"
                 "    remedy: {en: A, fr: A}\n    measure: people.count\n    at_most: 1 person\n");
  Measurements measurements = noise(60);
  measurements.push_back(quantity("people.count", "person", 1, 0));
  EXPECT_EQ(evaluate(profile, measurements).outcome, Outcome::not_cleared);
  const Evaluation evaluation = evaluate(profile, measurements, with_waiver(waiver_for("marie")));
  EXPECT_EQ(evaluation.outcome, Outcome::cleared);
  EXPECT_EQ(first(evaluation).result, RuleResult::fail);
  ASSERT_TRUE(first(evaluation).waiver);
  EXPECT_EQ(evaluation.waivers.at(0).state, WaiverState::counts);
  EXPECT_EQ(evaluation.requirements.at(0).waived, 1U);
}

TEST(Waivers, OfEveryRuleClearNothing) {
  const Evaluation evaluation =
      evaluate(profile_of(std::string(k_night_profile)), noise(60), with_waiver(waiver_for("marie")));
  EXPECT_EQ(evaluation.outcome, Outcome::undecided);
}

TEST(Waivers, ThatDoNotCountSayWhy) {
  const Profile profile = profile_of(std::string(k_night_profile));
  const auto state = [&](Waiver waiver, const char* now = "2026-11-25T08:00:00Z", double level = 60) {
    const Evaluation evaluation = evaluate(profile, noise(level), with_waiver(std::move(waiver), now));
    EXPECT_EQ(first(evaluation).waiver.has_value(), evaluation.waivers.at(0).state == WaiverState::counts);
    return evaluation.waivers.at(0).state;
  };
  EXPECT_EQ(state(waiver_for("marie")), WaiverState::counts);
  EXPECT_EQ(state(waiver_for("paul")), WaiverState::other_agent);
  EXPECT_EQ(state(waiver_for("marie"), "2026-11-30T23:59:59Z"), WaiverState::counts);
  EXPECT_EQ(state(waiver_for("marie"), "2026-12-01T00:00:00Z"), WaiverState::expired);
  EXPECT_EQ(state(waiver_for("marie"), "2026-11-25T08:00:00Z", 30), WaiverState::not_needed);
  Waiver later = waiver_for("marie");
  later.from = at("2026-11-26T00:00:00Z");
  EXPECT_EQ(state(later), WaiverState::not_yet_valid);
  Waiver elsewhere = waiver_for("marie");
  elsewhere.site = "lyon";
  EXPECT_EQ(state(elsewhere), WaiverState::other_site);
  const Profile strict = profile_of(with_rule_keys("    waivable: no\n"));
  EXPECT_EQ(evaluate(strict, noise(60), with_waiver(waiver_for("marie"))).waivers.at(0).state,
            WaiverState::not_waivable);
}

TEST(ManualRules, AreNotCheckedUntilAnswered) {
  const Profile profile = profile_of(manual_profile());
  Circumstances circumstances;
  circumstances.now = at("2026-11-25T08:00:00Z");
  EXPECT_EQ(first(evaluate(profile, {}, circumstances)).result, RuleResult::notchecked);
  circumstances.declarations = {{"quiet.noise", true, "marie", Answerer::agent, at("2026-11-25T07:00:00Z")}};
  EXPECT_EQ(evaluate(profile, {}, circumstances).outcome, Outcome::cleared);
  circumstances.declarations[0].says_yes = false;
  const Evaluation refused = evaluate(profile, {}, circumstances);
  EXPECT_EQ(first(refused).result, RuleResult::fail);
  EXPECT_EQ(reason_of(first(refused).reason), "marie answered no");
  circumstances.declarations[0].at = at("2026-11-25T09:00:00Z");
  EXPECT_EQ(first(evaluate(profile, {}, circumstances)).result, RuleResult::notchecked);
}

TEST(ManualRules, MayAskForNoAndForAReviewer) {
  const Profile profile = profile_of(manual_profile("      expects: no\n      answered_by: reviewer\n"));
  Circumstances circumstances;
  circumstances.now = at("2026-11-25T08:00:00Z");
  circumstances.declarations = {{"quiet.noise", false, "marie", Answerer::agent, at("2026-11-25T07:00:00Z")}};
  const Evaluation by_agent = evaluate(profile, {}, circumstances);
  EXPECT_EQ(first(by_agent).result, RuleResult::notchecked);
  EXPECT_EQ(reason_of(first(by_agent).reason), "the agent has answered, and a reviewer must");
  circumstances.declarations[0].role = Answerer::reviewer;
  EXPECT_EQ(first(evaluate(profile, {}, circumstances)).result, RuleResult::pass);
}

TEST(MeasuringAgain, FixesWhatFailedAndPassesNow) {
  const Profile profile = profile_of(std::string(k_night_profile));
  const auto measured = [&](double level) { return evaluate(profile, noise(level)); };
  const Evaluation fixed = after(measured(60), measured(40));
  EXPECT_EQ(first(fixed).result, RuleResult::fixed);
  EXPECT_EQ(fixed.outcome, Outcome::cleared);
  EXPECT_EQ(fixed.requirements.at(0).result, RuleResult::fixed);
  EXPECT_EQ(fixed.attempts, 2);
  ASSERT_TRUE(first(fixed).failed_before);
  EXPECT_EQ(std::get<Quantity>(std::get<MeasureEvaluation>(first(fixed).failed_before->node).measured.outcome)
                .value,
            60);
  EXPECT_EQ(first(after(measured(45), measured(40))).result, RuleResult::pass);  // it was unknown, not failed
  EXPECT_EQ(first(after(measured(40), measured(60))).result, RuleResult::fail);  // the last time counts
  EXPECT_EQ(first(after(after(measured(60), measured(45)), measured(40))).result, RuleResult::fixed);
}

/// A file of the test, gone with it.
class CircumstanceFiles : public testing::Test {
 protected:
  CircumstanceFiles()
      : m_file(std::filesystem::path(testing::TempDir()) /
               (std::string("preshift-") + testing::UnitTest::GetInstance()->current_test_info()->name() +
                ".yaml")) {}
  ~CircumstanceFiles() override { std::filesystem::remove(m_file); }

  [[nodiscard]] std::string write(std::string_view yaml) const {
    std::ofstream(m_file, std::ios::binary) << yaml;
    return m_file.string();
  }

  /// The complaints without the file's name.
  [[nodiscard]] std::vector<std::string> told(const PlacedProblems& problems) const {
    std::vector<std::string> all;
    for (const PlacedProblem& problem : problems)
      all.push_back(render(problem.message, Language::english).substr(m_file.string().size()));
    return all;
  }

  std::filesystem::path m_file;
};

TEST_F(CircumstanceFiles, OfWaiversAreRead) {
  const auto waivers = read_waivers_file(write("waivers:\n  - rule: quiet.noise\n    agent: marie\n"
                                               "    justification: Works next door.\n    approver: jean\n"
                                               "    from: 2026-11-01\n    expires: 2026-11-30\n"),
                                         profile_of(std::string(k_night_profile)));
  ASSERT_TRUE(waivers);
  ASSERT_EQ(waivers->size(), 1U);
  EXPECT_EQ(waivers->at(0).agent, "marie");
  EXPECT_EQ(waivers->at(0).from, at("2026-11-01T00:00:00Z"));
  EXPECT_EQ(waivers->at(0).until, at("2026-12-01T00:00:00Z"));
}

TEST_F(CircumstanceFiles, OfWaiversTellEveryMistake) {
  const auto waivers =
      read_waivers_file(write("waivers:\n  - rule: quiet.nose\n    expires: tomorrow\n"
                              "  - {rule: quiet.noise, site: a, justification: J, approver: B, "
                              "from: 2026-12-01, expires: 2026-11-30}\n"),
                        profile_of(std::string(k_night_profile)));
  ASSERT_FALSE(waivers);
  EXPECT_EQ(told(waivers.error()),
            (std::vector<std::string>{
                ":2:11: the profile night has no rule 'quiet.nose'. Did you mean 'quiet.noise'?",
                ":2:5: whom is this waiver for? Add 'agent:' or 'site:'.",
                ":2:5: the key 'justification' is missing here. Add it.",
                ":2:5: the key 'approver' is missing here. Add it.",
                ":3:14: 'tomorrow' is not a day. Write it as in 2026-12-31, or 2026-12-31T12:00:00Z.",
                ":4:5: this waiver ends before it begins. Correct 'from' or 'expires'."}));
}

TEST_F(CircumstanceFiles, OfAnswersAreRead) {
  const auto answers =
      read_answers_file(write("answers:\n  - rule: quiet.noise\n    answer: yes\n    by: jean\n"
                              "    role: reviewer\n    at: 2026-11-25T07:00:00Z\n"),
                        profile_of(manual_profile()));
  ASSERT_TRUE(answers);
  EXPECT_TRUE(answers->at(0).says_yes);
  EXPECT_EQ(answers->at(0).role, Answerer::reviewer);
  EXPECT_EQ(answers->at(0).at, at("2026-11-25T07:00:00Z"));
}

TEST_F(CircumstanceFiles, OfAnswersRefuseWhatIsNotAskedOrAskedOnce) {
  const std::string answer = "  - {rule: quiet.noise, answer: perhaps, by: jean, at: 2026-11-25}\n";
  const auto answers =
      read_answers_file(write("answers:\n" + answer + answer), profile_of(std::string(k_night_profile)));
  ASSERT_FALSE(answers);
  EXPECT_EQ(told(answers.error()),
            (std::vector<std::string>{":2:12: the rule 'quiet.noise' asks no question. Remove this answer.",
                                      ":2:33: answer is never 'perhaps'. Write one of: yes, no.",
                                      ":3:12: the rule 'quiet.noise' asks no question. Remove this answer.",
                                      ":3:12: 'quiet.noise' is answered already, on line 2. Keep one answer.",
                                      ":3:33: answer is never 'perhaps'. Write one of: yes, no."}));
}

TEST_F(CircumstanceFiles, OfFactsAreRead) {
  const auto facts = read_facts_file(write("role: bank\nsite: lyon\n"));
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->at("role"), "bank");
  EXPECT_EQ(facts->at("site"), "lyon");
}

}  // namespace
}  // namespace preshift
