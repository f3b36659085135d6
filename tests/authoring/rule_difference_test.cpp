#include "rule_difference.hpp"

#include "condition_evaluation.hpp"
#include "measures.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace preshift {
namespace {

/// Makes rules and measurements on a grid where sums are exact.
class Maker {
 public:
  explicit Maker(unsigned seed) : m_random(seed) {}

  [[nodiscard]] int number(int lowest, int highest) {
    return std::uniform_int_distribution<int>(lowest, highest)(m_random);
  }

  [[nodiscard]] Decision decision() {
    constexpr std::array k_bands{0.5, 1.0, 2.0};
    const auto rule = static_cast<DecisionRule>(number(0, 2));
    if (rule == DecisionRule::simple) return {rule, 0};
    return {rule, k_bands.at(static_cast<std::size_t>(number(0, 2)))};
  }

  [[nodiscard]] Criterion number_criterion(const std::string& unit) {
    const double one = number(40, 46);
    const double other = number(40, 46);
    if (number(0, 3) == 0) return Range{std::min(one, other), std::max(one, other), unit};
    return Limit{number(0, 1) == 0 ? Comparison::at_most : Comparison::at_least, one, unit};
  }

  [[nodiscard]] Condition leaf() {
    const int kind = number(0, 4);
    if (kind == 0) return {MeasureCondition{"camera.route", words()}};
    if (kind < 3) return {MeasureCondition{"sound.laeq", number_criterion("dB(A)")}};
    return {MeasureCondition{"voice.to_background", number_criterion("dB")}};
  }

  [[nodiscard]] AllowedWords words() {
    AllowedWords allowed;
    for (const char* word : {"physical", "network", "virtual"})
      if (number(0, 1) == 1) allowed.words.emplace_back(word);
    if (allowed.words.empty()) allowed.words.emplace_back("physical");
    return allowed;
  }

  [[nodiscard]] Condition condition(int depth) {
    if (depth == 0 || number(0, 2) == 0) return leaf();
    Combination combination{static_cast<Combinator>(number(0, 2)), {}};
    for (int i = number(1, 3); i > 0; --i) combination.conditions.push_back(condition(depth - 1));
    return {std::move(combination)};
  }

  [[nodiscard]] Rule rule(int depth) {
    Rule made;
    made.id = "made";
    made.condition = condition(depth);
    made.decision = decision();
    return made;
  }

  /// The rule with one thing in it changed, or maybe the same.
  [[nodiscard]] Rule changed(Rule rule) {
    if (number(0, 3) == 0) {
      rule.decision = decision();
    } else {
      change(rule.condition);
    }
    return rule;
  }

  [[nodiscard]] Measurements measurements() {
    Measurements made;
    for (const char* name : {"sound.laeq", "voice.to_background"}) {
      if (number(0, 9) == 0) continue;
      const Quantity quantity{number(70, 102) / 2.0, number(0, 3) / 2.0, number(0, 7) == 0};
      made.push_back({name, std::string(find_measure(name)->unit), quantity});
    }
    constexpr std::array k_words{"physical", "network", "virtual"};
    if (number(0, 9) != 0)
      made.push_back({"camera.route", "", State{k_words.at(static_cast<std::size_t>(number(0, 2)))}});
    return made;
  }

 private:
  void change(Condition& condition) {
    if (auto* leaf = std::get_if<MeasureCondition>(&condition.node)) {
      if (std::holds_alternative<AllowedWords>(leaf->criterion)) {
        leaf->criterion = words();
      } else {
        leaf->criterion = number_criterion(std::string(find_measure(leaf->measure)->unit));
      }
      return;
    }
    auto& combination = std::get<Combination>(condition.node);
    const int what = number(0, 5);
    if (what == 0) {
      combination.combinator = static_cast<Combinator>(number(0, 2));
    } else if (what == 1) {
      combination.conditions.push_back(leaf());
    } else if (what == 2 && combination.conditions.size() > 1) {
      combination.conditions.pop_back();
    } else {
      change(combination.conditions[static_cast<std::size_t>(
          number(0, static_cast<int>(combination.conditions.size()) - 1))]);
    }
  }

  std::mt19937 m_random;
};

bool do_pass(const Rule& rule, const Measurements& measurements) {
  return evaluate(rule.condition, Evidence{MeasurementIndex(measurements), rule.decision}).result ==
         RuleResult::pass;
}

Strictness strictness_of(const Rule& a, const Rule& b) {
  const auto found = difference(&a, &b, {});
  return found ? found->strictness : Strictness::same;
}

Rule rule_with(Criterion criterion, Decision decision = {}) {
  Rule rule;
  rule.id = "made";
  rule.condition = {MeasureCondition{"sound.laeq", std::move(criterion)}};
  rule.decision = decision;
  return rule;
}

Limit at_most(double value) {
  return {Comparison::at_most, value, "dB(A)"};
}

Limit at_least(double value) {
  return {Comparison::at_least, value, "dB(A)"};
}

Rule none_of(const Rule& rule) {
  Rule forbidden = rule;
  forbidden.condition = {Combination{Combinator::none, {rule.condition}}};
  return forbidden;
}

TEST(RuleDifference, IsWhatRandomMeasurementsShow) {
#ifdef PRESHIFT_SANITIZED
  constexpr int k_rules = 300;
#else
  constexpr int k_rules = 3000;
#endif
  constexpr int k_samples = 300;
  Maker maker(20261125);
  std::map<Strictness, int> found;
  int undecided = 0;
  for (int i = 0; i < k_rules; ++i) {
    const Rule a = maker.rule(i % 4);
    const Rule b = maker.changed(a);
    const auto compared = difference(&a, &b, {});
    const Strictness strictness = compared ? compared->strictness : Strictness::same;
    ++found[strictness];
    bool passes_a_only = compared && compared->passes_a_only;
    bool passes_b_only = compared && compared->passes_b_only;
    if (passes_a_only) {
      EXPECT_TRUE(do_pass(a, *compared->passes_a_only) && !do_pass(b, *compared->passes_a_only));
    }
    if (passes_b_only) {
      EXPECT_TRUE(do_pass(b, *compared->passes_b_only) && !do_pass(a, *compared->passes_b_only));
    }
    EXPECT_TRUE(strictness != Strictness::stricter || passes_a_only) << i;
    EXPECT_TRUE(strictness != Strictness::laxer || passes_b_only) << i;
    for (int j = 0; j < k_samples; ++j) {
      const Measurements measured = maker.measurements();
      const bool passes_a = do_pass(a, measured);
      const bool passes_b = do_pass(b, measured);
      passes_a_only = passes_a_only || (passes_a && !passes_b);
      passes_b_only = passes_b_only || (passes_b && !passes_a);
    }
    const bool may_pass_a_only = strictness == Strictness::stricter || strictness == Strictness::changed;
    const bool may_pass_b_only = strictness == Strictness::laxer || strictness == Strictness::changed;
    EXPECT_TRUE(!passes_a_only || may_pass_a_only) << i << ' ' << to_string(strictness);
    EXPECT_TRUE(!passes_b_only || may_pass_b_only) << i << ' ' << to_string(strictness);
    if (strictness == Strictness::changed && !(passes_a_only && passes_b_only)) ++undecided;
  }
  for (const Strictness each :
       {Strictness::same, Strictness::stricter, Strictness::laxer, Strictness::changed})
    EXPECT_GT(found[each], k_rules / 50) << to_string(each);
  RecordProperty("changed", found[Strictness::changed]);
  RecordProperty("changed_but_not_shown_both_ways", undecided);
  EXPECT_LT(undecided, k_rules / 20) << "of one condition, little should be left unsaid";
}

TEST(RuleDifference, OfOneLimitIsAlwaysSaid) {
  constexpr int k_rules = 1000;
  Maker maker(7);
  for (int i = 0; i < k_rules; ++i) {
    const double before = maker.number(20, 60);
    const double after = maker.number(20, 60);
    const Decision decision = maker.decision();
    const auto expected = [&](bool is_lower_stricter) {
      if (before == after) return Strictness::same;
      return (after < before) == is_lower_stricter ? Strictness::stricter : Strictness::laxer;
    };
    const Rule a = rule_with(at_most(before), decision);
    const Rule b = rule_with(at_most(after), decision);
    EXPECT_EQ(strictness_of(a, b), expected(true));
    EXPECT_EQ(strictness_of(none_of(a), none_of(b)), expected(false));
    EXPECT_EQ(strictness_of(none_of(none_of(a)), none_of(none_of(b))), expected(true));
    const Rule c = rule_with(at_least(before), decision);
    const Rule d = rule_with(at_least(after), decision);
    EXPECT_EQ(strictness_of(c, d), expected(false));
    EXPECT_EQ(strictness_of(none_of(c), none_of(d)), expected(true));
  }
}

TEST(RuleDifference, OrdersDecisions) {
  const std::array decisions{Decision{DecisionRule::guarded, 2}, Decision{DecisionRule::guarded, 1},
                             Decision{DecisionRule::simple, 0}, Decision{DecisionRule::lenient, 1},
                             Decision{DecisionRule::lenient, 2}};
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    for (std::size_t j = 0; j < decisions.size(); ++j) {
      const Strictness later = i < j ? Strictness::laxer : Strictness::stricter;
      const Strictness expected = i == j ? Strictness::same : later;
      EXPECT_EQ(
          strictness_of(rule_with(at_most(45), decisions.at(i)), rule_with(at_most(45), decisions.at(j))),
          expected);
      EXPECT_EQ(strictness_of(rule_with(Range{30, 45, "dB(A)"}, decisions.at(i)),
                              rule_with(Range{30, 45, "dB(A)"}, decisions.at(j))),
                expected);
    }
  }
}

TEST(RuleDifference, SaysByHowMuch) {
  const Rule a = rule_with(at_most(45));
  const Rule b = rule_with(at_most(42.5));
  const auto found = difference(&a, &b, {});
  ASSERT_TRUE(found && found->changes.size() == 1 && found->changes[0].limit);
  EXPECT_EQ(found->changes[0].limit->by, 2.5);
  EXPECT_EQ(found->changes[0].limit->unit, "dB");
  const Rule ranges_a = rule_with(Range{30, 45, "dB(A)"});
  const Rule ranges_b = rule_with(Range{33, 45, "dB(A)"});
  const auto narrowed = difference(&ranges_a, &ranges_b, {});
  ASSERT_TRUE(narrowed && narrowed->changes.at(0).limit);
  EXPECT_EQ(narrowed->strictness, Strictness::stricter);
  EXPECT_EQ(narrowed->changes[0].limit->by, 3);
}

TEST(RuleDifference, OfWhatCannotBeComparedIsChanged) {
  EXPECT_EQ(strictness_of(rule_with(at_most(45)), rule_with(at_least(45))), Strictness::changed);
  EXPECT_EQ(strictness_of(rule_with(Range{30, 40, "dB(A)"}), rule_with(Range{35, 45, "dB(A)"})),
            Strictness::changed);
  EXPECT_EQ(strictness_of(rule_with(at_most(45), {DecisionRule::guarded, 1}),
                          rule_with(at_most(40), {DecisionRule::lenient, 1})),
            Strictness::changed);
}

TEST(RuleDifference, OfSeverityWaiversAndSelection) {
  Rule a = rule_with(at_most(45));
  Rule b = a;
  b.severity = Severity::advisory;
  EXPECT_EQ(strictness_of(a, b), Strictness::laxer);
  EXPECT_EQ(strictness_of(b, a), Strictness::stricter);
  Rule rigid = a;
  rigid.is_waivable = false;
  EXPECT_EQ(strictness_of(a, rigid), Strictness::stricter);
  EXPECT_EQ(strictness_of(rigid, a), Strictness::laxer);
  EXPECT_EQ(strictness_of(b, rigid), Strictness::stricter);
  Rule skipped = a;
  skipped.is_selected = false;
  EXPECT_EQ(strictness_of(a, skipped), Strictness::laxer);
  EXPECT_EQ(strictness_of(skipped, a), Strictness::stricter);
  EXPECT_FALSE(difference(&skipped, nullptr, {}));
  EXPECT_EQ(difference(nullptr, &a, {})->strictness, Strictness::stricter);
  a.severity = Severity::informational;
  EXPECT_EQ(difference(nullptr, &a, {})->strictness, Strictness::same)
      << "what is only shown refuses nothing";
}

TEST(RuleDifference, OfWordsAloneChangesNothing) {
  const Rule a = rule_with(at_most(45));
  Rule b = a;
  b.title.french = "Autre";
  b.weight = 3;
  const auto found = difference(&a, &b, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->changes.size(), 2);
  EXPECT_EQ(found->strictness, Strictness::same);
}

Rule asked(bool expects_yes, Answerer by) {
  Rule rule;
  rule.id = "made";
  rule.condition = {ManualQuestion{{"Is it locked?", "Est-ce fermé ?"}, expects_yes, by}};
  return rule;
}

TEST(RuleDifference, OfQuestions) {
  const Rule by_agent = asked(true, Answerer::agent);
  const Rule by_reviewer = asked(true, Answerer::reviewer);
  EXPECT_EQ(strictness_of(by_agent, by_reviewer), Strictness::stricter);
  EXPECT_EQ(strictness_of(by_reviewer, by_agent), Strictness::laxer);
  EXPECT_EQ(strictness_of(by_agent, asked(false, Answerer::agent)), Strictness::changed);
  EXPECT_EQ(strictness_of(by_agent, rule_with(at_most(45))), Strictness::changed);
}

TEST(Applicability, IsComparedOverEverySituation) {
  const Applicability bank{FactIs{"role", {"bank"}}};
  const Applicability bank_or_retail{FactIs{"role", {"bank", "retail"}}};
  const Applicability night{TimeIsIn{{{std::chrono::hours(22), std::chrono::hours(6)}}}};
  const Applicability late_night{TimeIsIn{{{std::chrono::hours(23), std::chrono::hours(6)}}}};
  const Applicability not_bank{ApplicabilityCombination{Combinator::none, {bank}}};
  const Applicability both{ApplicabilityCombination{Combinator::all, {bank, night}}};
  const auto compare = [](const std::optional<Applicability>& a, const std::optional<Applicability>& b) {
    return compare_applicability(a, b, {});
  };
  EXPECT_EQ(compare(std::nullopt, bank), Strictness::laxer);
  EXPECT_EQ(compare(bank, std::nullopt), Strictness::stricter);
  EXPECT_EQ(compare(bank, bank_or_retail), Strictness::stricter);
  EXPECT_EQ(compare(night, late_night), Strictness::laxer);
  EXPECT_EQ(compare(bank, not_bank), Strictness::changed);
  EXPECT_EQ(compare(bank, both), Strictness::laxer);
  EXPECT_EQ(compare(both, night), Strictness::stricter);
  EXPECT_EQ(compare(bank, night), Strictness::changed);
  const Applicability every_room{FactIs{"room", {"enrolled", "not-enrolled"}}};
  EXPECT_EQ(compare(std::nullopt, every_room), Strictness::same) << "a room is one of the two";
  EXPECT_EQ(compare_applicability(std::nullopt, bank, {{"role", {"bank"}}}), Strictness::same)
      << "the profile says that a role is nothing else";
}

}  // namespace
}  // namespace preshift
