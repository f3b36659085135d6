#include "evaluation.hpp"
#include "measures.hpp"
#include "profile_examples.hpp"
#include "shipped_profiles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace preshift {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

const MeasureCondition& leaf_of(const Condition& condition) {
  return std::get<MeasureCondition>(condition.node);
}

TEST(Profile, HoldsEverythingTheFileSays) {
  const auto profile = read_profile(k_night_profile, "x.yaml");
  ASSERT_TRUE(profile) << render(profile.error().message, Language::english);
  EXPECT_EQ(profile->name, "night");
  EXPECT_EQ(profile->version, 3);
  EXPECT_EQ(profile->title.in(Language::french), "Nuit");
  ASSERT_EQ(profile->rules.size(), 1U);
  const Rule& rule = profile->rules[0];
  EXPECT_EQ(rule.id, "quiet.noise");
  EXPECT_EQ(rule.requirement, "quiet");
  EXPECT_EQ(rule.severity, Severity::required);
  EXPECT_EQ(rule.title.english, "Quiet");
  EXPECT_EQ(rule.rationale.french, "Parce que");
  EXPECT_EQ(rule.remedy.english, "Hush");
  EXPECT_EQ(leaf_of(rule.condition).measure, "sound.laeq");
  const auto& limit = std::get<Limit>(leaf_of(rule.condition).criterion);
  EXPECT_EQ(limit.comparison, Comparison::at_most);
  EXPECT_EQ(limit.value, 45);
  EXPECT_EQ(limit.unit, "dB(A)");
}

TEST(Profile, ReadsAWordAsACondition) {
  const auto profile = read_profile(night_profile_with("measure: sound.laeq\n    at_most: 45 dB(A)",
                                                       "measure: door.state\n    equals: closed"),
                                    "x");
  ASSERT_TRUE(profile) << render(profile.error().message, Language::english);
  EXPECT_EQ(std::get<AllowedWords>(leaf_of(profile->rules[0].condition).criterion).words,
            (std::vector<std::string>{"closed"}));
}

TEST(Profile, ReadsALowerLimit) {
  const auto profile = read_profile(night_profile_with("at_most", "at_least"), "x");
  ASSERT_TRUE(profile);
  EXPECT_EQ(std::get<Limit>(leaf_of(profile->rules[0].condition).criterion).comparison, Comparison::at_least);
}

TEST(Profile, ReadsARange) {
  for (const char* written : {"[35 dB(A), 45.5 dB(A)]", "\n      - 35 dB(A)\n      - 45.5 dB(A)"}) {
    const auto profile =
        read_profile(night_profile_with("at_most: 45 dB(A)", "between: " + std::string(written)), "x");
    ASSERT_TRUE(profile) << render(profile.error().message, Language::english);
    const auto& range = std::get<Range>(leaf_of(profile->rules[0].condition).criterion);
    EXPECT_EQ(range.lowest, 35);
    EXPECT_EQ(range.highest, 45.5);
    EXPECT_EQ(range.unit, "dB(A)");
  }
}

TEST(Profile, ReadsAListOfWords) {
  const auto profile = read_profile(night_profile_with("measure: sound.laeq\n    at_most: 45 dB(A)",
                                                       "measure: door.state\n    one_of: [closed, open]"),
                                    "x");
  ASSERT_TRUE(profile) << render(profile.error().message, Language::english);
  EXPECT_EQ(std::get<AllowedWords>(leaf_of(profile->rules[0].condition).criterion).words,
            (std::vector<std::string>{"closed", "open"}));
}

TEST(Profile, ReadsConditionsWithinConditions) {
  const auto profile =
      read_profile(night_profile_with("    measure: sound.laeq\n    at_most: 45 dB(A)\n",
                                      "    any:\n"
                                      "      - measure: sound.laeq\n"
                                      "        at_most: 45 dB(A)\n"
                                      "      - none:\n"
                                      "          - {measure: people.count, at_least: 2 people}\n"
                                      "          - all: [{measure: door.state, equals: open}]\n"),
                   "x");
  ASSERT_TRUE(profile) << render(profile.error().message, Language::english);
  const auto& any = std::get<Combination>(profile->rules[0].condition.node);
  EXPECT_EQ(any.combinator, Combinator::any);
  ASSERT_EQ(any.conditions.size(), 2U);
  EXPECT_EQ(leaf_of(any.conditions[0]).measure, "sound.laeq");
  const auto& none = std::get<Combination>(any.conditions[1].node);
  EXPECT_EQ(none.combinator, Combinator::none);
  ASSERT_EQ(none.conditions.size(), 2U);
  EXPECT_EQ(std::get<Limit>(leaf_of(none.conditions[0]).criterion).value, 2);
  const auto& all = std::get<Combination>(none.conditions[1].node);
  EXPECT_EQ(all.combinator, Combinator::all);
  EXPECT_EQ(leaf_of(all.conditions.at(0)).measure, "door.state");
}

TEST(Profile, ReadsEverySeverity) {
  for (const Severity severity : {Severity::required, Severity::advisory, Severity::informational}) {
    const auto profile = read_profile(night_profile_with("required", to_string(severity)), "x");
    ASSERT_TRUE(profile);
    EXPECT_EQ(profile->rules[0].severity, severity);
  }
}

TEST(Profile, MakesOneLineOfAFoldedText) {
  const auto profile = read_profile(
      night_profile_with("{en: Hush, fr: Chut}", "\n      en: >\n        Be\n        quiet.\n      fr: Chut"),
      "x");
  ASSERT_TRUE(profile) << render(profile.error().message, Language::english);
  EXPECT_EQ(profile->rules[0].remedy.english, "Be quiet.");
}

TEST(Profile, IsTheSameWithWindowsLineEndsAndAByteOrderMark) {
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : k_night_profile) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const auto profile = read_profile(windows, "x");
  ASSERT_TRUE(profile) << render(profile.error().message, Language::english);
  EXPECT_EQ(profile->rules[0].remedy.french, "Chut");
}

class ProfileFile : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    m_folder = std::filesystem::temp_directory_path() / ("preshift_profile_" + name);
    std::filesystem::remove_all(m_folder);
    std::filesystem::create_directories(m_folder);
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }

  [[nodiscard]] std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(m_folder / name, std::ios::binary) << bytes;
    return m_folder / name;
  }

  [[nodiscard]] static std::string refusal(const std::filesystem::path& file) {
    const auto profile = read_profile_file(file);
    return profile ? std::string{} : render(profile.error().message, Language::english);
  }

  std::filesystem::path m_folder;
};

TEST_F(ProfileFile, IsRead) {
  const auto profile = read_profile_file(write("night.yaml", k_night_profile));
  ASSERT_TRUE(profile);
  EXPECT_EQ(profile->name, "night");
}

TEST_F(ProfileFile, IsNamedInAProblemWithLineAndColumn) {
  const auto file = write("night.yaml", night_profile_with("at_most", "at_mots"));
  EXPECT_EQ(refusal(file), file.string() + ":12:5: unknown key 'at_mots'. Did you mean 'at_most'?");
}

TEST_F(ProfileFile, IsRefusedWhenItIsMissing) {
  EXPECT_EQ(refusal(m_folder / "none.yaml"),
            (m_folder / "none.yaml").string() + ": there is no such rules file. Check the name.");
}

TEST_F(ProfileFile, IsRefusedWhenItIsADirectory) {
  EXPECT_THAT(refusal(m_folder), StartsWith(m_folder.string() + ": not a file."));
}

TEST_F(ProfileFile, IsRefusedWhenItIsEmpty) {
  EXPECT_THAT(refusal(write("empty.yaml", "")), HasSubstr("empty.yaml: the file is empty."));
}

TEST_F(ProfileFile, IsRefusedWhenItHas10Megabytes) {
  EXPECT_THAT(refusal(write("huge.yaml", std::string(10'000'000, '#'))),
              HasSubstr("huge.yaml: larger than 1024 KiB, so hardly a rules file."));
}

TEST_F(ProfileFile, CannotPutControlCharactersOfItsNameIntoAMessage) {
  EXPECT_THAT(refusal(m_folder / "a\x1B[2Jb.yaml"), HasSubstr("a [2Jb.yaml: there is no such"));
}

TEST(ShippedProfile, IsReadFromTheProgramItself) {
  const auto profile = shipped_profile("standard");
  ASSERT_TRUE(profile) << render(profile.error().message, Language::english);
  EXPECT_EQ(profile->name, "standard");
}

TEST(ShippedProfile, IsTheOneInTheProjectsFolder) {
  for (const ShippedProfile& shipped : shipped_profiles()) {
    const auto embedded = shipped_profile(shipped.name);
    const auto file = read_profile_file(std::filesystem::path(PRESHIFT_SOURCE_DIR) / place_of(shipped));
    ASSERT_TRUE(embedded) << render(embedded.error().message, Language::english);
    ASSERT_TRUE(file) << render(file.error().message, Language::english);
    EXPECT_EQ(embedded->name, shipped.name);
    EXPECT_EQ(embedded->digest, file->digest);
  }
}

TEST(ShippedProfile, IsExplainedAtItsHeadAndSaysWhoseItsDefaultsAre) {
  for (const ShippedProfile& shipped : shipped_profiles()) {
    EXPECT_TRUE(shipped.yaml.starts_with("# The " + std::string(shipped.name) + " profile: "));
    EXPECT_NE(shipped.yaml.find("Preshift's own default"), std::string_view::npos) << shipped.name;
  }
}

TEST(FuzzSeeds, AreProfilesThatTheFuzzerCanStartFrom) {
  const std::filesystem::path seeds = std::filesystem::path(PRESHIFT_SOURCE_DIR) / "tests/fuzz/rules_seeds";
  for (const auto& seed : std::filesystem::directory_iterator(seeds)) {
    const auto profile = read_profile_file(seed.path());
    EXPECT_TRUE(profile) << render(profile.error().message, Language::english);
  }
}

TEST(ShippedProfile, CoversQuietClosedSeparateAndTheEquipment) {
  const auto profile = shipped_profile("standard");
  ASSERT_TRUE(profile);
  std::set<std::string> requirements;
  for (const Rule& rule : profile->rules) requirements.insert(rule.requirement);
  EXPECT_EQ(requirements, (std::set<std::string>{"closed", "equipment", "quiet", "separate"}));
}

TEST(ShippedProfile, RefusesANameThatIsNotShipped) {
  const auto profile = shipped_profile("strikt");
  ASSERT_FALSE(profile);
  EXPECT_EQ(render(profile.error().message, Language::english),
            "There is no shipped profile 'strikt'. There are: base, standard, strict, open, onboarding.");
}

/// What the sensing program would say of a workspace.
class StandardProfile : public testing::Test {
 protected:
  void SetUp() override {
    use("standard");
    set(quantity("sound.laeq", "dB(A)", 38, 1.5));
    set(quantity("voice.to_background", "dB", 35, 1.5));
    set(quantity("voice.others", "%", 0, 1));
    set({"chain.processing", "", State{"none"}});
    set(quantity("sound.laf90", "dB(A)", 33, 1.5));
    set(quantity("sound.lafmax", "dB(A)", 50, 1.5));
    set(quantity("sound.clipping", "%", 0, 0));
    set(quantity("sound.silence", "%", 0, 0));
    set(quantity("people.count", "person", 1, 0));
    set(quantity("camera.covered", "%", 0, 0));
    set(quantity("camera.frozen", "%", 0, 0));
    set_unknown("door.state");
    for (const std::string name : {"child", "dog", "cat"})
      set(quantity("sound." + name + ".events", "1", 0, 0));
  }

  void set(Measurement measurement) {
    std::erase_if(m_measurements, [&](const Measurement& known) { return known.name == measurement.name; });
    m_measurements.push_back(std::move(measurement));
  }

  void set_unknown(const std::string& name) {
    set(unknown(name, std::string(find_measure(name)->unit), Message{{"t", "no reason", "sans raison"}, {}}));
  }

  void use(std::string_view name) {
    auto profile = shipped_profile(name);
    ASSERT_TRUE(profile);
    m_profile = *profile;
  }

  [[nodiscard]] Outcome outcome() const {
    return evaluate(m_profile, m_measurements, {{{"room", m_room}}}).outcome;
  }

  Profile m_profile;
  Measurements m_measurements;
  std::string m_room = "not-enrolled";
};

TEST_F(StandardProfile, ClearsAQuietRoomWithOnePersonWhoseDoorNobodyKnows) {
  EXPECT_EQ(outcome(), Outcome::cleared);
}

TEST_F(StandardProfile, WantsTheDoorClosedOnceTheRoomIsEnrolled) {
  m_room = "enrolled";
  EXPECT_EQ(outcome(), Outcome::undecided);
  set({"door.state", "", State{"open"}});
  EXPECT_EQ(outcome(), Outcome::not_cleared);
  set({"door.state", "", State{"closed"}});
  EXPECT_EQ(outcome(), Outcome::cleared);
}

TEST_F(StandardProfile, IsMeasuredAgainstByTheOtherShippedProfilesAsTheirHeadsSay) {
  use("strict");
  EXPECT_EQ(outcome(), Outcome::undecided);  // without an enrolled room
  m_room = "enrolled";
  set({"room.same", "", State{"same"}});
  set({"door.state", "", State{"closed"}});
  EXPECT_EQ(outcome(), Outcome::undecided);  // without the employer's approval of it
  set({"onboarding.approval", "", State{"approved"}});
  EXPECT_EQ(outcome(), Outcome::cleared);
  set({"room.same", "", State{"other"}});
  EXPECT_EQ(outcome(), Outcome::not_cleared);
  use("open");
  EXPECT_EQ(outcome(), Outcome::cleared);
  set(quantity("people.count", "person", 7, 0));
  set(quantity("sound.laeq", "dB(A)", 65, 1.5));
  set(quantity("voice.others", "%", 60, 2));
  EXPECT_EQ(outcome(), Outcome::cleared);
  set(quantity("voice.to_background", "dB", 9, 1.5));
  EXPECT_EQ(outcome(), Outcome::not_cleared);
  set_unknown("voice.to_background");
  EXPECT_EQ(outcome(), Outcome::undecided);
}

TEST_F(StandardProfile, ClearsAQuietRoomThatTheAgentHasNotSatDownInYet) {
  set(quantity("people.count", "person", 0, 0));
  EXPECT_EQ(outcome(), Outcome::cleared);
}

TEST_F(StandardProfile, ClearsByTheVoiceAloneOrByACalibratedLevelAlone) {
  set(quantity("sound.laeq", "dBFS", -60, 1.5));
  EXPECT_EQ(outcome(), Outcome::cleared);
  set(quantity("sound.laeq", "dB(A)", 38, 1.5));
  set_unknown("voice.to_background");
  EXPECT_EQ(outcome(), Outcome::cleared);
}

TEST_F(StandardProfile, DoesNotClearWhereAChildOrAnAnimalIsHeard) {
  for (const std::string name : {"sound.child.events", "sound.dog.events", "sound.cat.events"}) {
    set(quantity(name, "1", 2, 1));
    EXPECT_EQ(outcome(), Outcome::not_cleared) << name;
    set_unknown(name);
    EXPECT_EQ(outcome(), Outcome::undecided) << name;
    set(quantity(name, "1", 0, 0));
  }
}

TEST_F(StandardProfile, ClearsWithATelevisionButSaysSo) {
  set(quantity("sound.music_or_tv.seconds", "s", 8, 0.5));
  EXPECT_EQ(outcome(), Outcome::cleared);
}

TEST_F(StandardProfile, DoesNotClearANoisyRoom) {
  set(quantity("sound.laeq", "dB(A)", 55, 1.5));
  set(quantity("voice.to_background", "dB", 12, 1.5));
  EXPECT_EQ(outcome(), Outcome::not_cleared);
}

TEST_F(StandardProfile, LeavesANoisyRoomWithAnUnheardVoiceUndecided) {
  set(quantity("sound.laeq", "dB(A)", 55, 1.5));
  set_unknown("voice.to_background");
  EXPECT_EQ(outcome(), Outcome::undecided);
}

TEST_F(StandardProfile, DoesNotClearWhileSomebodyElseSpeaks) {
  set(quantity("voice.others", "%", 30, 2));
  EXPECT_EQ(outcome(), Outcome::not_cleared);
}

TEST_F(StandardProfile, NeverClearsAProcessedSound) {
  set_unknown("chain.processing");
  EXPECT_EQ(outcome(), Outcome::undecided);
}

TEST_F(StandardProfile, DoesNotClearASecondPerson) {
  set(quantity("people.count", "person", 2, 0));
  EXPECT_EQ(outcome(), Outcome::not_cleared);
}

TEST_F(StandardProfile, LeavesACoveredCameraUndecided) {
  set_unknown("people.count");
  set_unknown("camera.frozen");
  set(quantity("camera.covered", "%", 100, 0));
  EXPECT_EQ(outcome(), Outcome::undecided);
}

TEST_F(StandardProfile, LeavesAMutedMicrophoneUndecided) {
  for (const char* name :
       {"sound.laeq", "sound.laf90", "sound.lafmax", "voice.to_background", "voice.others"})
    set_unknown(name);
  set(quantity("sound.silence", "%", 100, 0));
  EXPECT_EQ(outcome(), Outcome::undecided);
}

TEST_F(StandardProfile, LeavesAnUncalibratedMicrophoneWithoutAVoiceUndecidedHoweverQuietTheRoom) {
  set_unknown("voice.to_background");
  set(quantity("sound.laeq", "dBFS", -80, 1.5));
  EXPECT_EQ(outcome(), Outcome::undecided);
}

TEST_F(StandardProfile, LeavesNothingMeasuredUndecided) {
  m_measurements.clear();
  EXPECT_EQ(outcome(), Outcome::undecided);
}

}  // namespace
}  // namespace preshift
