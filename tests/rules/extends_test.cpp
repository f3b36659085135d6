#include "canonical_profile.hpp"
#include "profile.hpp"
#include "profile_examples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace preshift {
namespace {

/// A fresh folder for the files of one test, gone with it.
class Extends : public testing::Test {
 protected:
  Extends()
      : m_folder(std::filesystem::path(testing::TempDir()) /
                 ("extends-" + std::to_string(testing::UnitTest::GetInstance()->random_seed()) + "-" +
                  testing::UnitTest::GetInstance()->current_test_info()->name())) {
    std::filesystem::create_directories(m_folder);
  }
  ~Extends() override { std::filesystem::remove_all(m_folder); }

  std::string write(const std::string& name, std::string_view yaml) const {
    const std::filesystem::path file = m_folder / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << yaml;
    return file.string();
  }

  /// The complaints about this file, its folder left out of them.
  [[nodiscard]] std::vector<std::string> complaints(const std::string& file,
                                                    std::vector<ParameterSetting> settings = {}) const {
    const auto loaded = load_profile(file, settings);
    std::vector<std::string> all;
    if (loaded) return all;
    for (const PlacedProblem& problem : loaded.error()) {
      std::string text = render(problem.message, Language::english);
      const std::string folder = m_folder.string() + "/";
      for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
        text.erase(at, folder.size());
      all.push_back(text);
    }
    return all;
  }

  std::filesystem::path m_folder;
};

TEST_F(Extends, GuessesAMisspeltShippedProfile) {
  EXPECT_EQ(complaints("standrad"), std::vector<std::string>{"standrad: there is no such rules file. Did you "
                                                             "mean the shipped profile 'standard'?"});
  EXPECT_EQ(complaints("strickt"), std::vector<std::string>{"strickt: there is no such rules file. Did you "
                                                            "mean the shipped profile 'strict'?"});
  EXPECT_EQ(complaints("mine"),
            std::vector<std::string>{"mine: there is no such rules file. Check the name."});
  EXPECT_EQ(complaints("./standrad"),
            std::vector<std::string>{"./standrad: there is no such rules file. Check the name."});
  EXPECT_EQ(complaints(write("x.yaml", "profile: x\nversion: 1\ntitle: {en: T, fr: T}\nextends: standrad\n")),
            std::vector<std::string>{
                "x.yaml:4:10: there is no shipped profile 'standrad'. Did you mean 'standard'?"});
}

/// The head of a profile that extends another.
std::string head(std::string_view name, std::string_view base) {
  return "profile: " + std::string(name) +
         "\nversion: 1\ntitle: {en: T, fr: T}\nextends: " + std::string(base) + "\n";
}

const Rule& rule_of(const Profile& profile, std::string_view id) {
  const auto found = std::find_if(profile.rules.begin(), profile.rules.end(),
                                  [&](const Rule& rule) { return rule.id == id; });
  if (found == profile.rules.end()) throw std::runtime_error("no rule " + std::string(id));
  return *found;
}

double limit_of(const Rule& rule) {
  return std::get<Limit>(std::get<MeasureCondition>(rule.condition.node).criterion).value;
}

constexpr std::string_view k_with_parameter =
    "profile: base\n"
    "version: 7\n"
    "title: {en: Base, fr: Base}\n"
    "parameters:\n"
    "  max_noise:\n"
    "    description: {en: Loudest background noise, fr: Bruit de fond maximal}\n"
    "    unit: dB(A)\n"
    "    range: [30 dB(A), 60 dB(A)]\n"
    "    default: 45 dB(A)\n"
    "rules:\n"
    "  - id: quiet.noise\n"
    "    requirement: quiet\n"
    "    severity: required\n"
    "    title: {en: Quiet, fr: Calme}\n"
    "    rationale: {en: Because, fr: Parce que}\n"
    "    remedy: {en: Hush, fr: Chut}\n"
    "    measure: sound.laeq\n"
    "    at_most: $max_noise\n"
    "  - id: separate.nobody\n"
    "    requirement: separate\n"
    "    severity: required\n"
    "    title: {en: Alone, fr: Seul}\n"
    "    rationale: {en: Because, fr: Parce que}\n"
    "    remedy: {en: Leave, fr: Sortez}\n"
    "    measure: people.count\n"
    "    at_most: 1 person\n";

TEST_F(Extends, AppliesOverridesSkipsAndSettingsOverSixLevels) {
  write("l0.yaml", k_with_parameter);
  write("l1.yaml", head("one", "l0.yaml") + "parameters: {max_noise: 44 dB(A)}\n");
  write("l2.yaml", head("two", "./l1.yaml") + "override:\n  - {id: separate.nobody, at_most: 2 people}\n");
  write("sub/l3.yaml", head("three", "../l2.yaml") + "decision: simple\n");
  write("sub/l4.yaml", head("four", "l3.yaml") + "parameters: {max_noise: 40 dB(A)}\n");
  const std::string top =
      write("sub/l5.yaml", head("five", "./l4.yaml") +
                               "override:\n  - {id: quiet.noise, severity: advisory, decision: "
                               "guarded, guard_band: 0.5}\n");
  const auto profile = load_profile(top);
  ASSERT_TRUE(profile) << render(profile.error().front().message, Language::english);
  EXPECT_EQ(profile->name, "five");
  ASSERT_EQ(profile->extends.size(), 5U);
  EXPECT_EQ(profile->extends.front().name, "four");
  EXPECT_EQ(profile->extends.back().name, "base");
  EXPECT_EQ(profile->extends.back().version, 7);
  EXPECT_EQ(limit_of(rule_of(*profile, "quiet.noise")), 40);
  EXPECT_EQ(rule_of(*profile, "quiet.noise").severity, Severity::advisory);
  EXPECT_EQ(rule_of(*profile, "quiet.noise").decision, (Decision{DecisionRule::guarded, 0.5}));
  EXPECT_EQ(limit_of(rule_of(*profile, "separate.nobody")), 2);
  EXPECT_EQ(rule_of(*profile, "separate.nobody").decision.rule, DecisionRule::simple);
}

TEST_F(Extends, RefusesACircleAndNamesIt) {
  write("a.yaml", head("a", "b.yaml"));
  write("b.yaml", head("b", "c.yaml"));
  const std::string c = write("c.yaml", head("c", "./a.yaml"));
  const auto all = complaints(c);
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(
      all.front(),
      "b.yaml:4:10: these profiles extend each other in a circle: c.yaml -> a.yaml -> b.yaml -> c.yaml. "
      "Take one 'extends' out.");
}

TEST_F(Extends, IsReadAgainFromItsCanonicalForm) {
  write("base.yaml", k_with_parameter);
  const std::string top = write("top.yaml", head("top", "base.yaml") + "skip: [separate.nobody]\n");
  const ParameterSetting setting{"max_noise", "38dB(A)"};
  const auto profile = load_profile(top, std::span(&setting, 1));
  ASSERT_TRUE(profile);
  EXPECT_EQ(limit_of(rule_of(*profile, "quiet.noise")), 38);
  const std::string canonical = canonical_yaml(*profile);
  const auto again = load_profile_text(canonical, "canonical.yaml");
  ASSERT_TRUE(again) << render(again.error().front().message, Language::english) << canonical;
  EXPECT_EQ(canonical_yaml(*again), canonical);
  EXPECT_EQ(again->digest, profile->digest);
  EXPECT_FALSE(rule_of(*again, "separate.nobody").is_selected);
  EXPECT_NE(load_profile(top)->digest, profile->digest);
}

TEST_F(Extends, RefusesWhatCannotTakeEffect) {
  write("base.yaml", k_with_parameter);
  const auto with = [&](const std::string& rest, std::vector<ParameterSetting> settings = {}) {
    return complaints(write("top.yaml", head("top", "base.yaml") + rest), std::move(settings));
  };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(with("override:\n  - {id: quiet.nose, severity: advisory}\n"),
            Texts{"top.yaml:6:10: there is no rule 'quiet.nose' to change. Did you mean 'quiet.noise'?"});
  EXPECT_EQ(with("skip: [quiet.nois]\n"),
            Texts{"top.yaml:5:8: there is no rule 'quiet.nois' to change. Did you mean 'quiet.noise'?"});
  EXPECT_EQ(with("parameters: {max_nose: 40 dB(A)}\n"),
            Texts{"top.yaml:5:14: there is no parameter 'max_nose'. Did you mean 'max_noise'?"});
  EXPECT_EQ(
      with("parameters: {max_noise: 40 dB(A)}\nskip: [quiet.noise]\n"),
      Texts{"top.yaml:5:14: the parameter 'max_noise' takes no effect: no rule that is kept uses it. Remove "
            "it, or use it in a limit as $max_noise."});
  EXPECT_EQ(
      with("skip: [quiet.noise]\n", {{"max_noise", "40 dB(A)"}}),
      Texts{
          "--set: the parameter 'max_noise' takes no effect: no rule that is kept uses it. Remove it, or use "
          "it in a limit as $max_noise."});
  EXPECT_EQ(with("", {{"max_nois", "40 dB(A)"}}),
            Texts{"--set: there is no parameter 'max_nois'. Did you mean 'max_noise'?"});
  EXPECT_EQ(with("", {{"max_noise", "70 dB(A)"}}),
            Texts{"--set: '70 dB(A)' is out of range: max_noise goes from 30 to 60 dB(A)."});
  EXPECT_EQ(
      with("skip: [quiet.noise, separate.nobody]\n"),
      Texts{"top.yaml: every rule is skipped, and nothing is cleared by no rules. Leave at least one."});
  EXPECT_EQ(with("skip: [quiet.noise]\noverride:\n  - {id: quiet.noise, severity: advisory}\n"),
            Texts{"top.yaml:5:8: the rule 'quiet.noise' is already changed or skipped, on line 7. Keep one "
                  "of them."});
}

TEST_F(Extends, TellsEveryProblemOfEveryFile) {
  write("base.yaml", night_profile_with("requirement: quiet", "requirement: Quiet"));
  const auto all =
      complaints(write("top.yaml", head("Top", "base.yaml") +
                                       "skip: [a.b]\noverride:\n  - {id: quiet.noise, severty: advisory}\n"));
  ASSERT_EQ(all.size(), 4U);
  EXPECT_TRUE(all[0].starts_with("base.yaml:6:18: 'Quiet' is not a requirement's name."));
  EXPECT_TRUE(all[1].starts_with("top.yaml:1:10: 'Top' is not a profile name."));
  EXPECT_TRUE(all[2].starts_with("top.yaml:7:23: unknown key 'severty'."));
  EXPECT_TRUE(all[3].starts_with("top.yaml:5:8: there is no rule 'a.b' to change."));
}

TEST_F(Extends, TakesHowLongAnOnboardingHoldsFromTheNearestThatSays) {
  const std::string base =
      write("base-of.yaml", head("base-of", "standard") + "onboarding_valid_for: 365 d\n");
  const auto same = load_profile(write("same.yaml", head("same", "./base-of.yaml")));
  const auto own =
      load_profile(write("own.yaml", head("own", "./base-of.yaml") + "onboarding_valid_for: 30 d\n"));
  ASSERT_TRUE(same && own);
  EXPECT_EQ(same->onboarding_valid_for, std::chrono::days(365));
  EXPECT_EQ(own->onboarding_valid_for, std::chrono::days(30));
  EXPECT_EQ(load_profile("standard")->onboarding_valid_for, std::nullopt);
  const auto again = load_profile_text(canonical_yaml(*own), "again.yaml");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->onboarding_valid_for, std::chrono::days(30));
  EXPECT_EQ(again->digest, own->digest);
  for (const char* wrong : {"30", "0 d", "731 d", "-1 d", "1.5 d", "30 days", "[30 d]"})
    EXPECT_EQ(
        complaints(write("wrong.yaml", head("wrong", "standard") + "onboarding_valid_for: " + wrong)).size(),
        1U)
        << wrong;
}

}  // namespace
}  // namespace preshift
