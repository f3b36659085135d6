#include "check_junit.hpp"
#include "check_sarif.hpp"
#include "junit_xml.hpp"
#include "sarif_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace preshift {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

Rule rule(const char* id, const char* requirement, Severity severity, const char* measure, double at_most) {
  Rule rule;
  rule.id = id;
  rule.requirement = requirement;
  rule.severity = severity;
  rule.title = {std::string("title ") + id, std::string("titre ") + id};
  rule.rationale = {"because", "parce que"};
  rule.remedy = {std::string("mend ") + id, std::string("corriger ") + id};
  auto& leaf = std::get<MeasureCondition>(rule.condition.node);
  leaf.measure = measure;
  leaf.criterion = Limit{Comparison::at_most, at_most, "%"};
  return rule;
}

/// One that passes, one required and one advisory that fail, one that is unknown.
CheckReport mixed_report() {
  Profile profile;
  profile.name = "mixed <&>";
  profile.version = 2;
  profile.rules = {rule("good", "quiet", Severity::required, "sound.clipping", 10),
                   rule("bad", "quiet", Severity::required, "sound.silence", 10),
                   rule("hint", "closed", Severity::advisory, "voice.others", 10),
                   rule("open", "closed", Severity::required, "camera.covered", 10)};
  CheckReport report;
  report.measurements = {quantity("sound.clipping", "%", 1, 0), quantity("sound.silence", "%", 99, 0),
                         quantity("voice.others", "%", 99, 0)};
  report.evaluation = evaluate(profile, report.measurements);
  return report;
}

TEST(CheckSarif, GivesEveryRuleItsKindAndLevel) {
  const Json log = Json::parse(check_sarif(mixed_report(), 1, Language::english));
  EXPECT_EQ(log["version"], "2.1.0");
  const Json& run = log["runs"][0];
  EXPECT_EQ(run["invocations"][0]["exitCode"], 1);
  EXPECT_EQ(run["properties"]["outcome"], "not_cleared");
  ASSERT_EQ(run["results"].size(), 4U);
  const auto is = [&](std::size_t at, const char* id, const char* kind, const char* level) {
    const Json& result = run["results"][at];
    EXPECT_EQ(result["ruleId"], id);
    EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"], id);
    EXPECT_EQ(result["kind"], kind) << id;
    EXPECT_EQ(result["level"], level) << id;
  };
  is(0, "good", "pass", "none");
  is(1, "bad", "fail", "error");
  is(2, "hint", "fail", "warning");
  is(3, "open", "open", "none");
}

TEST(CheckSarif, SaysInWordsWhatWasFoundAndWhatToDo) {
  const Json log = Json::parse(check_sarif(mixed_report(), 1, Language::french));
  const std::string text = log["runs"][0]["results"][1]["message"]["text"];
  EXPECT_THAT(text, HasSubstr("titre bad : non conforme"));
  EXPECT_THAT(text, HasSubstr("corriger bad"));
  EXPECT_EQ(log["runs"][0]["results"][1]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"],
            "sound.silence");
  EXPECT_EQ(log["runs"][0]["language"], "fr");
}

TEST(SarifLog, WritesFileNamesAsUris) {
  SarifRun run;
  run.rules = {{"r", "", "", "", "error"}};
  run.results = {{"r", "fail", "error", "m", SarifPlace{"mes règles/a b.yaml", 3, 5}},
                 {"r", "pass", "none", "m"}};
  const Json log = Json::parse(sarif_log(run, Language::english));
  const Json& place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "mes%20r%C3%A8gles/a%20b.yaml");
  EXPECT_EQ(place["region"]["startLine"], 3);
  EXPECT_EQ(place["region"]["startColumn"], 5);
  EXPECT_FALSE(log["runs"][0]["results"][1].contains("locations"));
}

TEST(CheckJunit, IsAllGreenOnlyWhenTheCheckCleared) {
  const std::string xml = check_junit(mixed_report(), Language::english);
  EXPECT_THAT(
      xml,
      HasSubstr(
          R"(<testsuites name="preshift mixed &lt;&amp;&gt;" tests="5" failures="2" errors="1" skipped="1">)"));
  EXPECT_THAT(xml, HasSubstr(R"(<testcase classname="good" name="title good">)"));
  EXPECT_THAT(xml, HasSubstr(R"(<failure message="fail: above the limit" type="fail">)"));
  EXPECT_THAT(xml, HasSubstr(R"(<skipped message="fail: above the limit">)")) << "advisory";
  EXPECT_THAT(xml, HasSubstr(R"(<error message="unknown: it was not measured" type="unknown">)"));
  EXPECT_THAT(xml, HasSubstr(R"(type="not_cleared")"));
}

TEST(CheckJunit, OfAClearedCheckHasNoFailure) {
  CheckReport report;
  Profile profile;
  profile.name = "small";
  profile.rules = {rule("good", "quiet", Severity::required, "sound.clipping", 10)};
  report.measurements = {quantity("sound.clipping", "%", 1, 0)};
  report.evaluation = evaluate(profile, report.measurements);
  EXPECT_THAT(check_junit(report, Language::english), HasSubstr(R"(failures="0" errors="0" skipped="0")"));
}

TEST(CheckJunit, OfAProfileThatRequiresNothingIsNotGreen) {
  CheckReport report;
  Profile profile;
  profile.name = "small";
  profile.rules = {rule("hint", "quiet", Severity::advisory, "sound.clipping", 10)};
  report.measurements = {quantity("sound.clipping", "%", 1, 0)};
  report.evaluation = evaluate(profile, report.measurements);
  EXPECT_THAT(check_junit(report, Language::english), HasSubstr(R"(<error message="UNDECIDED)"));
}

TEST(CheckJunit, OfAFailedDeviceIsAnError) {
  CheckReport report = mixed_report();
  report.problem =
      SourceProblem{Sensor::microphone, {ProblemKind::device_failure, {{"", "gone", "parti"}, {}}}};
  EXPECT_THAT(check_junit(report, Language::english), HasSubstr(R"(<error message="gone" type="problem">)"));
  const Json log = Json::parse(check_sarif(report, 4, Language::english));
  EXPECT_EQ(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(log["runs"][0]["properties"]["outcome"], "undecided");
}

TEST(JunitXml, KeepsLinesAndNothingThatXmlCannotHold) {
  const std::string xml =
      junit_xml("n", {{"s", {{"g", "t", JunitCase::Outcome::failed, "k", "a\nb", "one\ntwo\x1b<"}}}});
  EXPECT_THAT(xml, HasSubstr("message=\"a b\""));
  EXPECT_THAT(xml, HasSubstr("one\ntwo &lt;</failure>"));
  EXPECT_THAT(xml, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace preshift
