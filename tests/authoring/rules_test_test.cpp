#include "rules_test_run.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace preshift {
namespace {

using Kinds = std::vector<std::string>;

/// A file of one case, for the shipped base profile unless it says otherwise.
std::string case_with(const std::string& more) {
  return "profile: base\n"        // line 1
         "cases:\n"               // line 2
         "  - name: one\n    " +  // line 3
         more +
         "\n";  // line 4
}

Kinds kinds_in(const std::string& yaml) {
  const auto test = read_rules_test_text(yaml, "x.test.yaml");
  Kinds kinds;
  if (test) return kinds;
  for (const PlacedProblem& problem : test.error())
    kinds.push_back(std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " +
                    std::string(problem.message.text.id));
  return kinds;
}

/// What the case says of one measure.
Measurement given(const std::string& measure) {
  const auto test =
      read_rules_test_text(case_with("outcome: undecided\n    given: {" + measure + "}"), "x.yaml");
  if (!test) {
    ADD_FAILURE() << measure << ": " << render(test.error().front().message, Language::english);
    return {};
  }
  return test->cases.at(0).given.at(0);
}

void expect_number(const Measurement& measured, const std::string& unit, double value, double uncertainty) {
  const auto* quantity = std::get_if<Quantity>(&measured.outcome);
  ASSERT_NE(quantity, nullptr);
  EXPECT_EQ(measured.unit, unit);
  EXPECT_EQ(quantity->value, value);
  EXPECT_EQ(quantity->expanded_uncertainty, uncertainty);
}

TEST(GivenMeasurement, IsANumberInTheUnitOfItsMeasure) {
  expect_number(given("sound.laeq: 38 dB(A)"), "dB(A)", 38, 0);
  expect_number(given("sound.laeq: 38.5 ± 2 dB(A)"), "dB(A)", 38.5, 2);
  expect_number(given("sound.laeq: 38.5 dB(A) +- 2 dB"), "dB(A)", 38.5, 2);
  expect_number(given("sound.laeq: -60 ± 1.5 dBFS"), "dBFS", -60, 1.5);
  expect_number(given("sound.laeq: {value: 38 dB(A), uncertainty: 0.5 dB(A)}"), "dB(A)", 38, 0.5);
  expect_number(given("sound.duration: 500 ms"), "s", 0.5, 0);
  expect_number(given("sound.duration: 1 min +/- 500 ms"), "s", 60, 0.5);
  expect_number(given("voice.to_background: -3 ± 3 dB"), "dB", -3, 3);
  expect_number(given("people.count: {value: 1 person, uncertainty: 0.5 people}"), "person", 1, 0.5);
  expect_number(given("pets.count: 0"), "1", 0, 0);
  expect_number(given("door.probability: 0.7 ± 0.1"), "1", 0.7, 0.1);
}

TEST(GivenMeasurement, MayBeABoundInDoubtOrAbsent) {
  const Measurement bound = given("sound.laeq: {at_most: 30 dB(A), uncertainty: 2 dB}");
  expect_number(bound, "dB(A)", 30, 2);
  EXPECT_TRUE(std::get<Quantity>(bound.outcome).is_upper_bound);
  const Measurement doubted = given("sound.laeq: {value: 30 dB(A), doubt: gain moved}");
  ASSERT_TRUE(doubted.doubt);
  EXPECT_EQ(render(*doubted.doubt, Language::french), "gain moved");
  EXPECT_EQ(std::get<Absence>(given("door.state: {unknown: dark}").outcome).kind, AbsenceKind::unknown);
  EXPECT_EQ(std::get<Absence>(given("door.state: {declined: no}").outcome).kind, AbsenceKind::declined);
  EXPECT_EQ(std::get<Absence>(given("door.state: {failed: no}").outcome).kind, AbsenceKind::failed);
  EXPECT_EQ(std::get<State>(given("door.state: open").outcome).value, "open");
}

struct Refusal {
  const char* yaml;  ///< in the place of what a case holds
  const char* kind;
};

constexpr Refusal k_refusals[] = {
    {"given: {sound.laek: 3 dB}\n    outcome: cleared", "4:13 rule.measure_near"},
    {"given: {sound.laeq: 38}\n    outcome: cleared", "4:25 limit.no_unit"},
    {"given: {sound.laeq: 38 dB}\n    outcome: cleared", "4:25 limit.unit"},
    {"given: {sound.laeq: 38 ± 2}\n    outcome: cleared", "4:25 limit.no_unit"},
    {"given: {sound.laeq: quiet}\n    outcome: cleared", "4:25 limit.not_a_number"},
    {"given: {sound.laeq: 38 ± -2 dB(A)}\n    outcome: cleared", "4:25 limit.range"},
    {"given: {people.count: 1.5 people}\n    outcome: cleared", "4:27 limit.not_whole"},
    {"given: {door.state: close}\n    outcome: cleared", "4:25 word.unknown_near"},
    {"given: {door.state: {uncertainty: 2}}\n    outcome: cleared", "4:25 test.given_group"},
    {"given: {door.state: {value: open, uncertainty: 2 dB}}\n    outcome: cleared", "4:39 test.no_number"},
    {"given: {door.state: {unknown: dark, uncertainty: 2 dB}}\n    outcome: cleared", "4:41 test.no_value"},
    {"given: {sound.laeq: }\n    outcome: cleared", "4:25 value.empty"},
    {"given: 3\n    outcome: cleared", "4:12 test.not_a_group"},
    {"given: {pets.count: 0}", "3:5 test.expects_nothing"},
    {"expect: {quiet.background-nose: pass}", "4:14 list.unknown_rule_near"},
    {"expect: {quiet.background-noise: passed}", "4:38 test.result_near"},
    {"expect: {quiet.background-noise: fixed}", "4:38 test.result"},
    {"expect: []", "4:13 test.expect_not_keys"},
    {"outcome: clear", "4:14 word.unknown"},
    {"outcome: not_clered", "4:14 word.unknown_near"},
    {"outcome: cleared\n    facts: {rooom: enrolled}", "5:13 fact.unknown_near"},
    {"outcome: cleared\n    facts: {room: small}", "5:13 word.unknown"},
    {"outcome: cleared\n    now: tomorrow", "5:10 test.now"},
    {"outcome: cleared\n    set: {max_nose: 40 dB(A)}", "5:11 parameter.unknown_near"},
    {"outcome: cleared\n    set: {max_noise: 400 dB(A)}", "5:11 limit.range"},
    {"outcome: cleared\n    answers: {quiet.background-noise: yes}", "5:15 answer.no_question"},
    {"outcome: cleared\n    waivers: []", "5:5 test.waivers_need_now"},
    {"outcome: cleared\n    expects: {}", "5:5 key.unknown_near"},
    {"outcome: cleared\n    outcome: cleared", "5:5 yaml.duplicate_key"},
};

TEST(RulesTest, RefusesWithThePlace) {
  for (const Refusal& refusal : k_refusals)
    EXPECT_EQ(kinds_in(case_with(refusal.yaml)), Kinds{refusal.kind}) << refusal.yaml;
}

TEST(RulesTest, RefusesFilesThatTestNothing) {
  EXPECT_EQ(kinds_in(""), Kinds{"0:0 test.empty"});
  EXPECT_EQ(kinds_in("profile: base\ncases: []\n"), Kinds{"2:8 test.no_cases"});
  EXPECT_EQ(kinds_in("profile: base\n"), Kinds{"1:1 key.missing"});
  EXPECT_EQ(kinds_in("- profile\n"), Kinds{"1:1 test.not_keys"});
  EXPECT_EQ(kinds_in("profile: bass\ncases: [{name: a, outcome: cleared}]\n"),
            Kinds{"1:10 extends.unknown_near"});
  EXPECT_EQ(kinds_in("profile: ./none.yaml\ncases: [{name: a, outcome: cleared}]\n"),
            Kinds{"1:10 test.profile_unreadable"});
  EXPECT_EQ(kinds_in("profile: night\nversion: 1\nrules: []\n"), Kinds{"1:1 test.rules_file"});
}

TEST(RulesTest, LooksAtMeasurementsWhereTheProfileIsUnknown) {
  EXPECT_EQ(
      kinds_in("profile: bass\ngiven: {sound.laek: 3 dB}\ncases: [{name: a, given: {pets.count: x}}]\n"),
      (Kinds{"1:10 extends.unknown_near", "2:9 rule.measure_near", "3:9 test.expects_nothing",
             "3:39 limit.not_a_number"}));
}

TEST(RulesTest, FindsAllThatIsWrongAtOnce) {
  const std::string yaml =
      "profile: base\n"                            // line 1
      "given: {sound.laek: 3 dB(A)}\n"             // line 2
      "cases:\n"                                   // line 3
      "  - name: one\n"                            // line 4
      "  - name: one\n"                            // line 5
      "    expect: {no.such-rule-at-all: pass}\n"  // line 6
      "    outcome: clear\n"                       // line 7
      "  - 3\n";                                   // line 8
  EXPECT_EQ(kinds_in(yaml),
            (Kinds{"2:9 rule.measure_near", "4:5 test.expects_nothing", "5:11 test.name_twice",
                   "6:14 list.unknown_rule", "7:14 word.unknown", "8:5 test.case_not_keys"}));
}

TEST(RulesTest, ACaseSaysOtherwiseThanTheFile) {
  const std::string yaml =
      "profile: base\n"
      "set: {max_noise: 40 dB(A)}\n"
      "given: {voice.to_background: 5 dB, sound.laeq: 42 dB(A)}\n"
      "cases:\n"
      "  - {name: of the file, expect: {quiet.background-noise: fail}}\n"
      "  - {name: louder allowed, set: {max_noise: 43 dB(A)}, expect: {quiet.background-noise: pass}}\n"
      "  - {name: quieter, given: {sound.laeq: 39 dB(A)}, expect: {quiet.background-noise: pass}}\n"
      "  - {name: wrong, expect: {quiet.background-noise: unknown}, outcome: not_cleared}\n";
  const auto test = read_rules_test_text(yaml, "x.yaml");
  ASSERT_TRUE(test);
  std::vector<bool> held;
  for (const RulesCase& each : test->cases) held.push_back(run_case(each).holds());
  EXPECT_EQ(held, (std::vector<bool>{true, true, true, false}));
  const CheckedCase wrong = run_case(test->cases.back());
  EXPECT_EQ(wrong.rules.at(0).got.result, RuleResult::fail);
  EXPECT_EQ(wrong.outcome->got, Outcome::not_cleared);
  EXPECT_TRUE(wrong.outcome->holds());
}

TEST(RulesTest, MomentsAnswersAndFactsCount) {
  const std::string yaml =
      "profile: strict\n"
      "facts: {agent: a1, room: enrolled}\n"
      "cases:\n"
      "  - {name: yes, answers: {conduct.no-listening-device: yes}, expect: {conduct.no-listening-device: "
      "pass}}\n"
      "  - {name: no, answers: {conduct.no-listening-device: {answer: no, role: reviewer}},\n"
      "     expect: {conduct.no-listening-device: fail}}\n"
      "  - {name: open, expect: {conduct.no-listening-device: notchecked, closed.door-closed: unknown}}\n";
  const auto test = read_rules_test_text(yaml, "x.yaml");
  ASSERT_TRUE(test);
  for (const RulesCase& each : test->cases) EXPECT_TRUE(run_case(each).holds()) << each.name;
}

}  // namespace
}  // namespace preshift
