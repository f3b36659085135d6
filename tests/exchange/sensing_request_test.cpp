#include "sensing_request.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace preshift {
namespace {

using Words = std::vector<std::string>;

TEST(SensingRequest, ReadsBackWhatItWrote) {
  SensingRequest request;
  request.sound = Recorded{"a file=with --signs.wav"};
  request.pictures = Device{"http://127.0.0.1:80/x?a=b"};
  request.window = std::chrono::milliseconds{20500};
  request.phases = SoundPhases{{std::chrono::milliseconds(0), std::chrono::milliseconds(7000)},
                               {std::chrono::milliseconds(8500), std::chrono::milliseconds(20500)}};
  const auto read = from_arguments(to_arguments(request));
  ASSERT_TRUE(read);
  EXPECT_EQ(std::get<Recorded>(*read->sound).place, "a file=with --signs.wav");
  EXPECT_EQ(std::get<Device>(*read->pictures).name, "http://127.0.0.1:80/x?a=b");
  EXPECT_EQ(read->window, request.window);
  EXPECT_EQ(read->phases, request.phases);
  EXPECT_EQ(read->purpose, Purpose::check);
}

TEST(SensingRequest, CarriesAChallengeForAMicrophoneAlone) {
  SensingRequest request;
  request.sound = Device{};
  request.window = std::chrono::milliseconds{9000};
  request.challenge = ChallengeRequest{std::vector<std::uint8_t>(k_challenge_code_bytes, 0xa5),
                                       std::chrono::milliseconds{5000}, "spk=1"};
  const auto read = from_arguments(to_arguments(request));
  ASSERT_TRUE(read);
  ASSERT_TRUE(read->challenge);
  EXPECT_EQ(read->challenge->code, request.challenge->code);
  EXPECT_EQ(read->challenge->from, request.challenge->from);
  EXPECT_EQ(read->challenge->loudspeaker, "spk=1");
  request.sound = Recorded{"a.wav"};
  EXPECT_FALSE(from_arguments(to_arguments(request)));
  request.sound = Device{};
  request.challenge->code.pop_back();
  EXPECT_FALSE(from_arguments(to_arguments(request)));
}

TEST(SensingRequest, KnowsTheDefaultDevices) {
  const auto read = from_arguments(Words{"check", "--microphone", "--camera=", "--duration-ms=1000"});
  ASSERT_TRUE(read);
  EXPECT_EQ(std::get<Device>(*read->sound).name, "");
  EXPECT_EQ(std::get<Device>(*read->pictures).name, "");
}

TEST(SensingRequest, AMeterNeedsNoDurationForAFile) {
  SensingRequest request;
  request.purpose = Purpose::meter;
  request.sound = Recorded{"long.wav"};
  const auto read = from_arguments(to_arguments(request));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->purpose, Purpose::meter);
  EXPECT_FALSE(read->window);
}

TEST(SensingRequest, ReadsBackAnEnrolment) {
  SensingRequest request;
  request.purpose = Purpose::enrol;
  request.pictures = Recorded{"closed/"};
  request.enrolment.open_door = Recorded{"open/"};
  request.enrolment.door = PicturePolygon{{1, 2}, {3, 4}, {5, 6}};
  request.enrolment.masks = {{{0, 0}, {9, 0}, {9, 9}}, {{1, 1}, {2, 2}, {3, 1}}};
  request.enrolment.ask = true;
  const auto read = from_arguments(to_arguments(request));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->purpose, Purpose::enrol);
  EXPECT_EQ(std::get<Recorded>(*read->enrolment.open_door).place, "open/");
  EXPECT_EQ(read->enrolment.door, request.enrolment.door);
  EXPECT_EQ(read->enrolment.masks, request.enrolment.masks);
  EXPECT_TRUE(read->enrolment.ask);
}

TEST(SensingRequest, ReadsBackTheRoomOfACheck) {
  const auto read = from_arguments(Words{"check", "--pictures=x", "--room=my office.room"});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->room, "my office.room");
  EXPECT_EQ(from_arguments(to_arguments(*read))->room, read->room);
}

TEST(SensingRequest, ReadsBackAnotherSoundModel) {
  SensingRequest request;
  request.sound = Recorded{"a.wav"};
  request.sound_model = {"/models/big tagger.onnx", "/models/labels.json", std::string(64, 'a')};
  const auto read = from_arguments(to_arguments(request));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->sound_model.network, "/models/big tagger.onnx");
  EXPECT_EQ(read->sound_model.labels, "/models/labels.json");
  EXPECT_EQ(read->sound_model.sha256, std::string(64, 'a'));
}

TEST(SensingRequest, RefusesHalfASoundModel) {
  EXPECT_FALSE(from_arguments(std::vector<std::string>{"check", "--sound=a.wav", "--sound-model=x.onnx"}));
  EXPECT_FALSE(from_arguments(std::vector<std::string>{"check", "--sound=a.wav", "--sound-sha256=00"}));
}

TEST(SensingRequest, RefusesAnEnrolmentThatCannotBe) {
  const std::string mask = "--mask=0,0,9,0,9,9";
  for (const Words& words :
       {Words{"enrol"}, Words{"enrol", "--sound=x"}, Words{"enrol", "--pictures=x"},
        Words{"enrol", "--camera"},  // nobody would say when the door is closed
        Words{"enrol", "--camera", "--ask", "--open-door=x"}, Words{"enrol", "--pictures=x", "--open-door="},
        Words{"enrol", "--pictures=x", "--open-door=y", "--door=1,2"}, Words{"check", "--pictures=x", mask},
        Words{"check", "--sound=x", "--room=y"}, Words{"check", "--pictures=x", "--room="},
        Words{"check", "--pictures=x", "--ask"}}) {
    EXPECT_FALSE(from_arguments(words)) << words.back();
  }
  Words many{"enrol", "--pictures=x", "--open-door=y"};
  many.insert(many.end(), k_most_masks + 1, mask);
  EXPECT_FALSE(from_arguments(many));
}

TEST(SensingRequest, RefusesWhatItDoesNotKnow) {
  for (const Words& words :
       {Words{}, Words{"measure"}, Words{"check"}, Words{"check", "--sound="}, Words{"check", "--noise=x"},
        Words{"check", "--microphone"},  // a device without a duration would never end
        Words{"check", "--sound=x", "--duration-ms=0"}, Words{"check", "--sound=x", "--duration-ms=1e99"},
        Words{"check", "--sound=x", "--duration-ms=ten"}, Words{"meter"}, Words{"meter", "--camera"},
        Words{"meter", "--sound=x", "--pictures=y"}, Words{"check", "--sound=x", "--reading-ms=0-7000"},
        Words{"check", "--sound=x", "--reading-ms=0-7000", "--silent-ms=6999-9000"},
        Words{"check", "--sound=x", "--reading-ms=7000-0", "--silent-ms=8000-9000"},
        Words{"check", "--sound=x", "--reading-ms=-1-5", "--silent-ms=8000-9000"}}) {
    EXPECT_FALSE(from_arguments(words)) << (words.empty() ? "nothing" : words.back());
  }
}

}  // namespace
}  // namespace preshift
