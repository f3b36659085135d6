#include "event.hpp"
#include "sensing_texts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace preshift {
namespace {

template <class Kind>
Kind round_trip(const Kind& event) {
  const std::string line = to_json_line(event);
  EXPECT_EQ(line.back(), '\n');
  EXPECT_EQ(line.find('\n'), line.size() - 1) << "one event, one line";
  const auto read = event_from_json_line(std::string_view(line).substr(0, line.size() - 1));
  EXPECT_TRUE(read && std::holds_alternative<Kind>(*read)) << line;
  return read && std::holds_alternative<Kind>(*read) ? std::get<Kind>(*read) : Kind{};
}

TEST(EventJson, KeepsAQuantityToTheLastBit) {
  const auto read = round_trip(quantity("sound.laeq", "dB(A)", 38.123456789012345, 5.1));
  EXPECT_EQ(read.name, "sound.laeq");
  EXPECT_EQ(read.unit, "dB(A)");
  EXPECT_EQ(std::get<Quantity>(read.outcome).value, 38.123456789012345);
  EXPECT_EQ(std::get<Quantity>(read.outcome).expanded_uncertainty, 5.1);
}

TEST(EventJson, KeepsAnAbsenceWithItsReason) {
  const auto read = round_trip(unknown("sound.laeq", "dBFS", {sensing_text("sound.muted"), {97.5}}));
  const auto& absence = std::get<Absence>(read.outcome);
  EXPECT_EQ(absence.kind, AbsenceKind::unknown);
  EXPECT_EQ(absence.reason.text.id, "sound.muted");
  EXPECT_EQ(std::get<double>(absence.reason.arguments.at(0)), 97.5);
}

TEST(EventJson, KeepsAState) {
  const auto read = round_trip(Measurement{"door.state", "", State{"closed"}});
  EXPECT_EQ(std::get<State>(read.outcome).value, "closed");
}

TEST(EventJson, KeepsWhatWasOpened) {
  const auto read = round_trip(SourceOpened{Sensor::camera, true, "caméra \"1\"", "V4L2", 30, 0});
  EXPECT_EQ(read.sensor, Sensor::camera);
  EXPECT_TRUE(read.live);
  EXPECT_EQ(read.name, "caméra \"1\"");
  EXPECT_EQ(read.host_api, "V4L2");
  EXPECT_EQ(read.rate, 30);
}

TEST(EventJson, KeepsAProblemWithAndWithoutASensor) {
  const Problem problem{ProblemKind::device_failure, {sensing_text("camera.none"), {}}};
  EXPECT_EQ(round_trip(SourceProblem{Sensor::camera, problem}).sensor, Sensor::camera);
  const auto read = round_trip(SourceProblem{std::nullopt, problem});
  EXPECT_FALSE(read.sensor);
  EXPECT_EQ(read.problem.kind, ProblemKind::device_failure);
  EXPECT_EQ(read.problem.message.text.id, "camera.none");
}

TEST(EventJson, KeepsAllOtherEvents) {
  EXPECT_EQ(round_trip(Hello{7, "1.2.3"}).format, 7);
  EXPECT_EQ(round_trip(SourceReleased{Sensor::camera}).sensor, Sensor::camera);
  EXPECT_EQ(round_trip(Confined{true, false, "why"}).detail, "why");
  EXPECT_EQ(round_trip(Progress{Sensor::microphone, 1.5, 20}).of_seconds, 20);
  EXPECT_FALSE(round_trip(Progress{Sensor::microphone, 1.5, std::nullopt}).of_seconds);
  EXPECT_EQ(round_trip(Level{-50.5}).dbfs, -50.5);
  EXPECT_EQ(round_trip(DeviceListed{Sensor::microphone, 3, "x", "ALSA", 2, {8000, 48000}, true}).rates.size(),
            2U);
  round_trip(Alive{});
  round_trip(Done{});
}

TEST(EventJson, KeepsWhatAnEnrolmentSays) {
  EXPECT_EQ(round_trip(Waiting{EnrolmentStep::door_open}).step, EnrolmentStep::door_open);
  const auto door = round_trip(DoorProposed{640, 480, {{1, 2}, {3, 4.5}, {-5, 6}}, 0.75});
  EXPECT_EQ(door.width, 640);
  EXPECT_EQ(door.height, 480);
  EXPECT_EQ(door.outline, (PicturePolygon{{1, 2}, {3, 4.5}, {-5, 6}}));
  EXPECT_EQ(door.confidence, 0.75);
  const std::vector<std::uint8_t> bytes(k_most_part_bytes, 0xfe);
  EXPECT_EQ(round_trip(EnrolmentPart{bytes}).bytes, bytes);
  EXPECT_LT(to_json_line(EnrolmentPart{bytes}).size(), k_longest_event_line);
}

TEST(EventJson, RefusesPartsOfAnEnrolmentThatAreNone) {
  for (const char* hex : {"", "0", "xy", "00 00"})
    EXPECT_FALSE(event_from_json_line(std::string(R"({"event":"enrolment","hex":")") + hex + "\"}")) << hex;
  const std::string too_much(2 * (k_most_part_bytes + 1), 'a');
  EXPECT_FALSE(event_from_json_line(R"({"event":"enrolment","hex":")" + too_much + "\"}"));
  EXPECT_FALSE(
      event_from_json_line(R"({"event":"door","width":1,"height":1,"outline":"1,2","confidence":1})"));
  EXPECT_FALSE(event_from_json_line(R"({"event":"waiting","step":"nap"})"));
}

TEST(EventJson, KeepsWhatAMeterSays) {
  const auto begun = round_trip(PhaseBegun{Phase::reading, 8});
  EXPECT_EQ(begun.phase, Phase::reading);
  EXPECT_EQ(begun.seconds, 8);
  EXPECT_EQ(round_trip(MeterReading{12, -50, -51, -52.5}).la90, -52.5);
  EXPECT_FALSE(round_trip(MeterReading{0.2, -50, -51, std::nullopt}).la90);
  const auto second = round_trip(SecondPassed{-40, -35, true});
  EXPECT_EQ(second.laeq, -40);
  EXPECT_EQ(second.lafmax, -35);
  EXPECT_TRUE(second.overloaded);
}

TEST(EventJson, KeepsTheBandsOfASpectrumAndItsGaps) {
  Spectrum spectrum;
  spectrum.third[35] = {-60.25, 0.5};
  spectrum.octave[0] = {-70, 1};
  const auto read = round_trip(spectrum);
  EXPECT_FALSE(read.third[0]);
  EXPECT_EQ(read.third[35]->level, -60.25);
  EXPECT_EQ(read.third[35]->expanded_uncertainty, 0.5);
  EXPECT_EQ(read.octave[0]->level, -70);
}

TEST(EventJson, KeepsTheRouteOfAMicrophone) {
  SourceOpened opened{Sensor::microphone, true, "pulse", "ALSA", 48000, 1};
  opened.route = {RouteKind::filter, "echo-cancel-source", "module-echo-cancel", -6.5, true};
  const auto route = round_trip(opened).route;
  EXPECT_EQ(route.kind, RouteKind::filter);
  EXPECT_EQ(route.source, "echo-cancel-source");
  EXPECT_EQ(route.evidence, "module-echo-cancel");
  EXPECT_EQ(route.gain_db, -6.5);
  EXPECT_TRUE(route.muted);
}

TEST(EventJson, KeepsTheDoubtAboutAValue) {
  Measurement doubtful = quantity("sound.laeq", "dBFS", -50, 1);
  doubtful.doubt = Message{sensing_text("chain.monitor"), {"a", "b"}};
  const auto read = round_trip(doubtful);
  ASSERT_TRUE(read.doubt);
  EXPECT_EQ(read.doubt->text.id, "chain.monitor");
  EXPECT_FALSE(round_trip(quantity("sound.laeq", "dBFS", -50, 1)).doubt);
}

TEST(EventJson, ANoteOnAValueArrives) {
  Measurement noted = quantity("people.count", "person", 2, 0);
  noted.note = Message{sensing_text("people.seen_for"), {2.0, 3.5}};
  const auto read = round_trip(noted);
  ASSERT_TRUE(read.note);
  EXPECT_EQ(render(*read.note, Language::english), "2 people seen for 3.5 s");
  EXPECT_EQ(render(*read.note, Language::french), "2 personnes vues pendant 3,5 s");
  EXPECT_FALSE(round_trip(quantity("people.count", "person", 2, 0)).note);
}

TEST(EventJson, KeepsThatAValueIsAnUpperBound) {
  const auto bound = round_trip(Measurement{"sound.laeq", "dB(A)", Quantity{30, 2, true}});
  EXPECT_TRUE(std::get<Quantity>(bound.outcome).is_upper_bound);
  const auto plain = round_trip(Measurement{"sound.laeq", "dB(A)", Quantity{30, 2}});
  EXPECT_FALSE(std::get<Quantity>(plain.outcome).is_upper_bound);
}

TEST(EventJson, SurvivesNamesThatAreNotText) {
  const auto read = round_trip(SourceOpened{Sensor::microphone, false, "a\xFFz\n", "", 48000, 1});
  EXPECT_EQ(read.name, "a\xEF\xBF\xBDz\n");
}

TEST(EventJson, NeverWritesALineThatTheReaderWouldRefuse) {
  const std::string endless(1'000'000, '"');
  EXPECT_LE(to_json_line(SourceOpened{Sensor::microphone, false, endless, "", 1, 1}).size(),
            k_longest_event_line);
  const Message long_message{sensing_text("sound_file.unreadable"), {endless, endless}};
  EXPECT_LE(to_json_line(SourceProblem{std::nullopt, {ProblemKind::unusable_input, long_message}}).size(),
            k_longest_event_line);
}

TEST(EventJson, RefusesWhatIsNotAnEvent) {
  for (
      const char* line : {
          "",
          "{",
          "[]",
          "null",
          "1",
          R"({"event":"dance"})",
          R"({"event":5})",
          R"({"event":"hello"})",
          R"({"event":"hello","format":"1","version":"x"})",
          R"({"event":"hello","format":1.5,"version":"x"})",
          R"({"event":"level","dbfs":1e999})",
          R"({"event":"level","dbfs":null})",
          R"({"event":"phase","phase":"singing","seconds":1})",
          R"({"event":"spectrum","third":[],"octave":[]})",
          R"({"event":"opened","sensor":"microphone","live":true,"name":"a","host_api":"b","rate":1,"channels":1,"route":5})",
          R"({"event":"released","sensor":"nose"})",
          R"({"event":"measurement","name":"a","unit":"b"})",
          R"({"event":"measurement","name":"a","unit":"b","value":1})",
          R"({"event":"measurement","name":"a","unit":"b","absent":"maybe","reason":{"text":"scene.dark","arguments":[]}})",
          R"({"event":"measurement","name":"a","unit":"b","absent":"unknown","reason":{"text":"no.such","arguments":[]}})",
          R"({"event":"measurement","name":"a","unit":"b","absent":"unknown","reason":{"text":"scene.dark","arguments":[{}]}})",
          R"({"event":"problem","kind":"device_failure"})",
      }) {
    EXPECT_FALSE(event_from_json_line(line)) << line;
  }
  EXPECT_FALSE(event_from_json_line(std::string(k_longest_event_line + 1, ' ')));
}

TEST(EventJson, DeepNestingIsRefusedWithoutHarm) {
  EXPECT_FALSE(event_from_json_line(std::string(k_longest_event_line, '[')));
}

}  // namespace
}  // namespace preshift
