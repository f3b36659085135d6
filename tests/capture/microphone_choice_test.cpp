#include "microphone_choice.hpp"

#include "device_names.hpp"
#include "refusals.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace preshift {
namespace {

using testing::refusal;

DeviceListed microphone(int index, std::string name, bool is_default = false) {
  return {Sensor::microphone, index, std::move(name), "ALSA", 2, {}, is_default};
}

const std::vector<DeviceListed> k_listed{microphone(0, "HDA Intel"), microphone(3, "Yeti Stereo Microphone"),
                                         microphone(5, "Webcam C920", true), microphone(6, "Yeti Nano")};

std::string chosen(const std::string& wanted) {
  const auto choice = choose_microphone(k_listed, wanted);
  return choice ? choice->name : std::string(choice.error().message.text.id);
}

TEST(MicrophoneChoice, TakesTheDefaultOneWhenNoneIsNamed) {
  EXPECT_EQ(chosen(""), "Webcam C920");
}

TEST(MicrophoneChoice, TakesTheFirstOneWhenNoneIsMarkedAsDefault) {
  EXPECT_EQ(choose_microphone(std::span(k_listed).first(2), "")->name, "HDA Intel");
}

TEST(MicrophoneChoice, TakesAnIndexAsTheListShowsIt) {
  EXPECT_EQ(chosen("3"), "Yeti Stereo Microphone");
}

TEST(MicrophoneChoice, TakesAPartOfANameInEitherCase) {
  EXPECT_EQ(chosen("c920"), "Webcam C920");
  EXPECT_EQ(chosen("STEREO"), "Yeti Stereo Microphone");
}

TEST(MicrophoneChoice, TakesANumberThatIsNoIndexAsPartOfAName) {
  EXPECT_EQ(chosen("920"), "Webcam C920");
}

TEST(MicrophoneChoice, PrefersTheExactName) {
  const std::vector<DeviceListed> listed{microphone(0, "mic 2"), microphone(1, "mic")};
  EXPECT_EQ(choose_microphone(listed, "mic")->index, 1);
}

TEST(MicrophoneChoice, TakesTheDefaultOneOfSeveralWithTheSameName) {
  const std::vector<DeviceListed> listed{microphone(0, "mic"), microphone(1, "mic", true)};
  EXPECT_EQ(choose_microphone(listed, "mic")->index, 1);
}

TEST(MicrophoneChoice, RefusesAPartThatSeveralNamesHave) {
  EXPECT_EQ(chosen("yeti"), "microphone.ambiguous");
}

TEST(MicrophoneChoice, RefusesWhatIsNotThere) {
  EXPECT_EQ(chosen("17"), "microphone.unknown");
  EXPECT_EQ(chosen("-1"), "microphone.unknown");
  EXPECT_EQ(chosen("99999999999999999999"), "microphone.unknown");
  EXPECT_EQ(choose_microphone(k_listed, "nope").error().kind, ProblemKind::device_failure);
}

TEST(MicrophoneChoice, SaysThatThereIsNone) {
  const auto none = choose_microphone({}, "");
  EXPECT_EQ(refusal(none), "microphone.none");
  EXPECT_EQ(none.error().kind, ProblemKind::device_failure);
}

}  // namespace
}  // namespace preshift
