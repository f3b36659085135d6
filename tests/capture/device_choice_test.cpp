#include "device_choice.hpp"

#include "device_names.hpp"
#include "refusals.hpp"
#include "sensing_texts.hpp"

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

constexpr DeviceTexts k_texts{sensing_text("microphone.none"), sensing_text("microphone.unknown"),
                              sensing_text("microphone.ambiguous")};

std::string chosen(const std::string& wanted) {
  const auto choice = choose_device(k_listed, wanted, k_texts);
  return choice ? choice->name : std::string(choice.error().message.text.id);
}

TEST(DeviceChoice, TakesTheDefaultOneWhenNoneIsNamed) {
  EXPECT_EQ(chosen(""), "Webcam C920");
}

TEST(DeviceChoice, TakesTheFirstOneWhenNoneIsMarkedAsDefault) {
  EXPECT_EQ(choose_device(std::span(k_listed).first(2), "", k_texts)->name, "HDA Intel");
}

TEST(DeviceChoice, TakesAnIndexAsTheListShowsIt) {
  EXPECT_EQ(chosen("3"), "Yeti Stereo Microphone");
}

TEST(DeviceChoice, TakesAPartOfANameInEitherCase) {
  EXPECT_EQ(chosen("c920"), "Webcam C920");
  EXPECT_EQ(chosen("STEREO"), "Yeti Stereo Microphone");
}

TEST(DeviceChoice, TakesANumberThatIsNoIndexAsPartOfAName) {
  EXPECT_EQ(chosen("920"), "Webcam C920");
}

TEST(DeviceChoice, PrefersTheExactName) {
  const std::vector<DeviceListed> listed{microphone(0, "mic 2"), microphone(1, "mic")};
  EXPECT_EQ(choose_device(listed, "mic", k_texts)->index, 1);
}

TEST(DeviceChoice, TakesTheDefaultOneOfSeveralWithTheSameName) {
  const std::vector<DeviceListed> listed{microphone(0, "mic"), microphone(1, "mic", true)};
  EXPECT_EQ(choose_device(listed, "mic", k_texts)->index, 1);
}

TEST(DeviceChoice, RefusesAPartThatSeveralNamesHave) {
  EXPECT_EQ(chosen("yeti"), "microphone.ambiguous");
}

TEST(DeviceChoice, RefusesWhatIsNotThere) {
  EXPECT_EQ(chosen("17"), "microphone.unknown");
  EXPECT_EQ(chosen("-1"), "microphone.unknown");
  EXPECT_EQ(chosen("99999999999999999999"), "microphone.unknown");
  EXPECT_EQ(choose_device(k_listed, "nope", k_texts).error().kind, ProblemKind::device_failure);
}

TEST(DeviceChoice, SaysThatThereIsNone) {
  const auto none = choose_device({}, "", k_texts);
  EXPECT_EQ(refusal(none), "microphone.none");
  EXPECT_EQ(none.error().kind, ProblemKind::device_failure);
}

}  // namespace
}  // namespace preshift
