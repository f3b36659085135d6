#include "sensing.hpp"

#include "temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace preshift {
namespace {

/// Stands in for preshift-sense: a script that says and does what a test wants.
class RunSensing : public ::testing::Test {
 protected:
  Sensing run(const std::string& script) {
    const auto program = m_folder.write("sense", "#!/bin/sh\n" + script);
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    return run_sensing(
        program, {"check"}, [this](const Event& event) { m_events.push_back(event); }, m_answers);
  }

  static std::string problem_of(const Sensing& sensing) {
    return sensing.problem ? render(sensing.problem->problem.message, Language::english) : "";
  }

  static constexpr const char* k_hello = R"(echo '{"event":"hello","format":3,"version":"0"}'
)";
  static constexpr const char* k_opened =
      R"(echo '{"event":"opened","sensor":"microphone","live":true,"name":"Mic","host_api":"","rate":48000,"channels":1}'
)";
  static constexpr const char* k_done = R"(echo '{"event":"done"}'
)";

  testing::TemporaryFolder m_folder;
  std::vector<Event> m_events;
  EnrolmentAnswers m_answers;
};

TEST_F(RunSensing, CollectsWhatIsSaidUntilDone) {
  const Sensing sensing =
      run(std::string(k_hello) + k_opened +
          R"(echo '{"event":"measurement","name":"sound.laeq","unit":"dBFS","value":-50,"uncertainty":1}'
echo '{"event":"confined","system_calls":true,"file_system":true,"detail":""}'
)" + k_done);
  EXPECT_FALSE(sensing.problem);
  ASSERT_EQ(sensing.measurements.size(), 1U);
  EXPECT_EQ(sensing.sources.at(0).name, "Mic");
  EXPECT_TRUE(sensing.confined && sensing.confined->system_calls);
  EXPECT_EQ(m_events.size(), 5U);
}

constexpr const char* k_waiting = R"(echo '{"event":"waiting","step":"outline"}'
if read line; then
  echo '{"event":"door","width":640,"height":480,"outline":"'"${line#door }"'","confidence":1}'
else
  echo '{"event":"door","width":640,"height":480,"outline":"9,9,9,9,9,9","confidence":0}'
fi
)";

TEST_F(RunSensing, AnswersWhatAnEnrolmentWaitsFor) {
  m_answers = [](const Waiting& waiting) -> std::optional<EnrolmentAnswer> {
    EXPECT_EQ(waiting.step, EnrolmentStep::outline);
    return EnrolmentAnswer{PicturePolygon{{1, 2}, {3, 4}, {5, 6}}};
  };
  const Sensing sensing = run(std::string(k_hello) + k_waiting +
                              "echo '{\"event\":\"enrolment\",\"hex\":\"0102\"}'\n"
                              "echo '{\"event\":\"enrolment\",\"hex\":\"ff\"}'\n" +
                              k_done);
  EXPECT_FALSE(sensing.problem);
  ASSERT_TRUE(sensing.door);
  EXPECT_EQ(to_text(sensing.door->outline), "1,2,3,4,5,6");
  EXPECT_EQ(sensing.enrolment, (std::vector<std::uint8_t>{1, 2, 255}));
}

TEST_F(RunSensing, TellsAnEnrolmentThatNobodyAnswers) {
  m_answers = [](const Waiting&) { return std::nullopt; };
  EXPECT_EQ(run(std::string(k_hello) + k_waiting + k_done).door->confidence, 0);
  m_answers = {};
  EXPECT_EQ(run(std::string(k_hello) + k_waiting + k_done).door->confidence, 0);
}

TEST_F(RunSensing, RefusesAnEnrolmentWithoutAnEnd) {
  const Sensing sensing = run(std::string(k_hello) + R"(part=$(printf '%08000d' 0)
while :; do echo '{"event":"enrolment","hex":"'$part'"}'; done
)");
  ASSERT_TRUE(sensing.problem);
  EXPECT_LE(sensing.enrolment.size(), k_largest_enrolment);
}

TEST_F(RunSensing, ReportsACrashWithItsSignalAndTheOpenDevice) {
  const Sensing sensing = run(std::string(k_hello) + k_opened + "kill -SEGV $$\n");
  ASSERT_TRUE(sensing.problem);
  EXPECT_EQ(sensing.problem->problem.kind, ProblemKind::device_failure);
  EXPECT_THAT(problem_of(sensing),
              ::testing::AllOf(::testing::HasSubstr("Segmentation fault"), ::testing::HasSubstr("Mic")));
}

TEST_F(RunSensing, ReportsAKill) {
  EXPECT_THAT(problem_of(run(std::string(k_hello) + "kill -KILL $$\n")), ::testing::HasSubstr("Killed"));
}

TEST_F(RunSensing, ReportsAnEndWithoutDone) {
  EXPECT_THAT(problem_of(run(std::string(k_hello) + "exit 0\n")),
              ::testing::HasSubstr("ended early (status 0)"));
  EXPECT_THAT(problem_of(run(std::string(k_hello) + "exit 7\n")),
              ::testing::HasSubstr("ended early (status 7)"));
}

TEST_F(RunSensing, StopsAProgramThatNoLongerAnswers) {
  EXPECT_THAT(problem_of(run(std::string(k_hello) + k_opened + "kill -STOP $$\n")),
              ::testing::HasSubstr("no longer answers"));
}

TEST_F(RunSensing, BelievesNothingThatIsNotInTheFormat) {
  for (const char* script :
       {"echo nonsense\n", "echo '{\"event\":\"hello\",\"format\":99,\"version\":\"0\"}'\n",
        "echo '{\"event\":\"done\"}'\n", "head -c 1000000 /dev/zero; sleep 60\n"}) {
    const Sensing sensing = run(script);
    EXPECT_THAT(problem_of(sensing), ::testing::HasSubstr("not in its format")) << script;
  }
}

TEST_F(RunSensing, StopsAProgramThatTalksWithoutEnd) {
  EXPECT_THAT(problem_of(run(std::string(k_hello) + "yes '{\"event\":\"alive\"}'\n")),
              ::testing::HasSubstr("not in its format"));
}

TEST_F(RunSensing, PassesOnTheProblemOfASource) {
  const Sensing sensing =
      run(std::string(k_hello) + R"(echo '{"event":"problem","sensor":"camera","kind":"unusable_input",)"
                                 R"("message":{"text":"picture_file.missing","arguments":["x.jpg"]}}'
exit 3
)");
  ASSERT_TRUE(sensing.problem);
  EXPECT_EQ(sensing.problem->sensor, Sensor::camera);
  EXPECT_EQ(sensing.problem->problem.kind, ProblemKind::unusable_input);
  EXPECT_THAT(problem_of(sensing), ::testing::HasSubstr("x.jpg"));
}

TEST_F(RunSensing, SaysThatAProgramIsMissing) {
  const Sensing sensing = run_sensing(m_folder.path() / "none", {}, [](const Event&) {});
  EXPECT_THAT(problem_of(sensing), ::testing::HasSubstr("No such file"));
}

}  // namespace
}  // namespace preshift
