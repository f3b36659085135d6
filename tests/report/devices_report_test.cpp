#include "devices_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace preshift {
namespace {

using ::testing::HasSubstr;

std::vector<DeviceListed> microphones() {
  DeviceListed real{Sensor::microphone, 0, "HDA Intel: ALC257 (hw:0,0)", "ALSA", 2, {48000}, true};
  real.route.kind = RouteKind::physical;
  DeviceListed filter{Sensor::microphone, 1, "krisp microphone", "Core Audio", 1, {48000}, false};
  filter.route = {RouteKind::filter, {}, "krisp microphone", std::nullopt, false};
  return {real, filter};
}

TEST(DevicesReport, MarksAMicrophoneThatIsNone) {
  const std::string text = devices_text(microphones(), Language::english);
  EXPECT_THAT(text,
              HasSubstr("krisp microphone\n        Core Audio, 1 channel, 48000 Hz\n      ! a program's "
                        "processed copy of a microphone"));
  EXPECT_EQ(text.find('!'), text.rfind('!')) << "the real one has no mark";
  EXPECT_THAT(devices_text(microphones(), Language::french), HasSubstr("! copie d'un microphone traitée"));
}

TEST(DevicesReport, HasTheRouteAndWhatGaveItAwayInItsJson) {
  const auto json = nlohmann::json::parse(devices_json(microphones()));
  EXPECT_EQ(json["microphones"][0]["route"]["kind"], "physical");
  EXPECT_EQ(json["microphones"][1]["route"]["kind"], "filter");
  EXPECT_EQ(json["microphones"][1]["route"]["evidence"], "krisp microphone");
}

}  // namespace
}  // namespace preshift
