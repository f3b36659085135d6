#include "audit_statistics.hpp"

#include "audit_fixture.hpp"
#include "audit_report.hpp"
#include "audit_tables.hpp"
#include "did_key.hpp"
#include "dispute.hpp"
#include "html_document.hpp"
#include "local_hours.hpp"
#include "people.hpp"
#include "random_bytes.hpp"
#include "removal.hpp"
#include "report_glance.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <ctime>

namespace preshift::testing {
namespace {

using ::testing::HasSubstr;

struct AuditStatisticsTest : AuditTest {
  void SetUp() override {
    setenv("TZ", "UTC", 1);
    tzset();
    AuditTest::SetUp();
  }

  [[nodiscard]] AuditStatistics counted(const AuditFilter& filter = {}) {
    const auto all = audit_statistics(*store, filter, k_issued + std::chrono::days(10));
    EXPECT_TRUE(all);
    return all ? *all : AuditStatistics{};
  }

  /// How many certificates have that in common.
  [[nodiscard]] std::size_t repeated(AuditStore::Repeated::What what) {
    std::size_t count = 0;
    for (const AuditStore::Repeated& each : counted().repeated)
      count += each.what == what ? each.certificates.size() : 0;
    return count;
  }

  /// The median of the only row of levels in a report's JSON.
  [[nodiscard]] Json told_in_json(const AuditStatistics& all, bool detail) {
    const auto json = audit_json(*store, all, detail);
    EXPECT_TRUE(json);
    if (!json) return {};
    for (const Json& table : (*json)["tables"])
      if (table["table"] == "levels" && table["rows"].size() == 1) return table["rows"][0][3];
    ADD_FAILURE() << "not one row of levels";
    return {};
  }

  /// One whose rule `quiet.background` failed, at this hour after the usual one.
  [[nodiscard]] Json failing(int hours, const std::string& agent_id) const {
    return certificate([&](CertificateContents& contents) {
      contents.issued_at += std::chrono::hours(hours);
      contents.expires_at += std::chrono::hours(hours);
      contents.agent_id = agent_id;
      contents.outcome = Outcome::not_cleared;
      contents.evaluation.rules.front().result = RuleResult::fail;
    });
  }
};

TEST_F(AuditStatisticsTest, CountsOutcomesByDayAgentAndSite) {
  import_at_site("lyon", {certificate(), failing(1, "A1"), failing(25, "A2")});
  const AuditStatistics all = counted();
  EXPECT_EQ(all.checks.cleared, 1);
  EXPECT_EQ(all.checks.not_cleared, 2);
  EXPECT_EQ(all.days.size(), 2U);
  EXPECT_EQ(all.agents.at("A1").not_cleared, 1);
  EXPECT_EQ(all.agents.at("agent-17").cleared, 1);
  EXPECT_EQ(all.sites.at("lyon").all(), 3);
  EXPECT_EQ(all.levels.count, 3);
  EXPECT_DOUBLE_EQ(all.levels.quantile(0.5), 31.25);
}

TEST_F(AuditStatisticsTest, CountsARuleThatFailedAndAsksOnlyForItsRequirement) {
  const Rule rule = made_contents().evaluation.rules.front().rule;
  const auto failures = [&] {
    for (const RuleCounts& counts : counted().rules)
      if (counts.rule == rule.id) return counts.failed;
    return std::int64_t{0};
  };
  import({certificate()});
  const std::int64_t before = failures();
  import({failing(1, "A1")});
  EXPECT_EQ(failures(), before + 1);
  AuditFilter filter;
  filter.requirement = rule.requirement;
  EXPECT_GE(counted(filter).checks.not_cleared, 1);
  filter.requirement = "no-such-requirement";
  const auto refused = audit_statistics(*store, filter, k_issued);
  ASSERT_FALSE(refused) << "it would be said to be cleared by all";
  EXPECT_EQ(refused.error().message.text.id, "report.no_requirement");
}

TEST_F(AuditStatisticsTest, ANameThatIsInNoDocumentIsAMistakeAndNoAnswer) {
  import_at_site("Lyon", {certificate()});
  const auto refusal = [&](const AuditFilter& filter) {
    const auto all = audit_statistics(*store, filter, k_issued);
    return all ? std::string() : std::string(all.error().message.text.id);
  };
  AuditFilter site, named, profile;
  site.site = "lyon";
  named.agent = "nobody";
  profile.profile = "stand";
  EXPECT_EQ(refusal(site), "report.no_site");
  EXPECT_EQ(refusal(named), "report.no_agent");
  EXPECT_EQ(refusal(profile), "report.no_profile");
  site.site = "Lyon";
  named.agent = "agent-17";
  profile.profile = made_contents().evaluation.profile;
  for (const AuditFilter& filter : {site, named, profile}) EXPECT_EQ(refusal(filter), "");
}

TEST_F(AuditStatisticsTest, ANameOfSomethingElseIsAMistakeToo) {
  import_at_site("Lyon", {certificate()});
  AuditFilter site, named, requirement;
  site.site = "agent-17";
  named.agent = "Lyon";
  requirement.requirement = "Lyon";
  for (const AuditFilter& filter : {site, named, requirement})
    EXPECT_FALSE(audit_statistics(*store, filter, k_issued));
}

TEST_F(AuditStatisticsTest, AFailureThatIsWaivedKeptNoCheckFromClearing) {
  const Json waived = certificate([](CertificateContents& contents) {
    RuleEvaluation& rule = contents.evaluation.rules.front();
    rule.result = RuleResult::fail;
    Waiver waiver;
    waiver.rule = rule.rule.id;
    waiver.agent = contents.agent_id;
    waiver.justification = "works next door";
    waiver.approver = "A. Martin";
    waiver.until = contents.expires_at;
    rule.waiver = waiver;
    contents.evaluation.waivers = {{waiver, WaiverState::counts}};
  });
  const std::string rule = made_contents().evaluation.rules.front().rule.id;
  import({waived, failing(1, "A1"), failing(2, "A2")});
  for (const RuleCounts& counts : counted().rules) {
    if (counts.rule != rule) continue;
    EXPECT_EQ(counts.failed, 3);
    EXPECT_EQ(counts.decisive, 2);
    return;
  }
  FAIL() << "the rule is not counted";
}

TEST_F(AuditStatisticsTest, OfSeveralOnboardingsTheNewestCountsInWhateverOrderTheyCame) {
  const auto onboarding = [&](int days) {
    return certificate([&](CertificateContents& contents) {
      contents.kind = CertificateKind::onboarding;
      contents.issued_at += std::chrono::days(days);
      contents.expires_at = contents.issued_at + std::chrono::days(365);
    });
  };
  import({onboarding(2)});
  import({onboarding(-300)});
  AuditFilter recent;  // they are told although both were issued before
  recent.from = k_issued + std::chrono::days(3);
  for (const AuditFilter& filter : {AuditFilter{}, recent}) {
    const AuditStatistics all = counted(filter);
    ASSERT_EQ(all.onboarding_lines.size(), 1U);
    EXPECT_EQ(all.onboarding_lines[0].issued_at,
              (k_issued + std::chrono::days(2)).time_since_epoch().count());
  }
}

TEST_F(AuditStatisticsTest, AnOnboardingThatIsApprovedCountsBesideANewerOneThatNobodyAnswered) {
  const auto onboarding = [&](int days) {
    CertificateContents contents = onboarding_contents(std::string(64, 'b'));
    contents.issued_at += std::chrono::days(days);
    contents.expires_at = contents.issued_at + std::chrono::days(365);
    return signed_certificate(contents, agent);
  };
  const Json approved = onboarding(0);
  ApprovalContents answer;
  answer.workspace = workspace_of(approved, *read_certificate(approved));
  answer.issued_at = k_issued + std::chrono::hours(1);
  answer.expires_at = k_issued + std::chrono::days(100);
  const auto by_employer = [&](ImportTerms& terms) {
    terms.employers = std::set<std::string>{did_of(employer.public_key())};
  };
  import({approved, signed_approval(answer, employer), onboarding(3)}, by_employer);
  const auto line_after = [&](int days) {
    const auto all = audit_statistics(*store, {}, k_issued + std::chrono::days(days));
    EXPECT_TRUE(all && all->onboarding_lines.size() == 1);
    return all && !all->onboarding_lines.empty() ? all->onboarding_lines[0] : OnboardingLine{};
  };
  EXPECT_EQ(line_after(10).approved_until, answer.expires_at.time_since_epoch().count());
  EXPECT_EQ(line_after(101).approved_until, std::nullopt) << "it expired, so the newer one is what waits";
}

TEST_F(AuditStatisticsTest, ADisputeThatWasErasedIsOfNoCertificate) {
  const Json document = certificate();
  const auto dispute = [&](const std::string& note) {
    return signed_dispute({document["id"], document_digest(document), note, k_issued + std::chrono::hours(2)},
                          agent);
  };
  import({document, dispute("The lorry was outside."), dispute("It was there again.")});
  const auto figure = [&] {
    const auto written = audit_document(*store, counted(), {});
    EXPECT_TRUE(written);
    for (const Block& block : written->blocks)
      if (const auto* figures = std::get_if<KeyFigures>(&block))
        for (const KeyFigure& each : figures->figures)
          if (each.words == "certificates disputed") return each.value;
    return std::string("none");
  };
  EXPECT_EQ(figure(), "1");
  ASSERT_TRUE(erase_agent(*store, employer, "agent-17", k_issued + std::chrono::days(5)));
  EXPECT_EQ(figure(), "0");
}

TEST_F(AuditStatisticsTest, AReviewBelongsToItsCertificatesTime) {
  const Json document = certificate();
  import({document});
  ASSERT_TRUE(add_review(*store, employer, {document["id"], "violation", "Late.", "A. Martin"},
                         k_issued + std::chrono::days(9)));
  AuditFilter then, later;
  then.until = k_issued + std::chrono::days(1);
  later.from = k_issued + std::chrono::days(1);
  EXPECT_EQ(counted(then).reviews.size(), 1U);
  EXPECT_TRUE(counted(later).reviews.empty());
}

TEST_F(AuditStatisticsTest, ADocumentThatWasRefusedIsToldWhateverTheFilter) {
  import_text("{not JSON\n");
  AuditFilter early;
  early.until = k_issued - std::chrono::days(100);
  EXPECT_EQ(counted(early).rejected, 1);
}

TEST_F(AuditStatisticsTest, WhatIsHeldNeverthelessIsNotCountedAsRefused) {
  const Json document = certificate();
  const auto distrusting = [](ImportTerms& terms) { terms.trusted = std::set<std::string>{"did:key:z6Mk"}; };
  ASSERT_EQ(import({document, of_agent("A2")}, distrusting).rejected, 2U);
  EXPECT_EQ(counted().rejected, 2);
  import({document});
  const AuditStatistics all = counted();
  EXPECT_EQ(all.rejected, 1);
  const auto table = rejections_table(*store, all, Language::english);
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_THAT(std::get<std::string>(table->rows[0][2].content), HasSubstr("held nevertheless"));
  EXPECT_THAT(std::get<std::string>(table->rows[1][2].content), ::testing::Not(HasSubstr("held")));
}

TEST_F(AuditStatisticsTest, ShowsNobodysOwnLevelUnlessAskedForIt) {
  import_at_site("lyon", {of_agent("A1"), of_agent("A1"), of_agent("A2")});
  const AuditStatistics all = counted();
  const Table few = levels_table(all, false, Language::english);
  ASSERT_EQ(few.rows.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(few.rows[0][3].content)) << "three checks";
  const Table detailed = levels_table(all, true, Language::english);
  EXPECT_NEAR(std::get<Number>(detailed.rows[0][3].content).value, 31.25, 1e-9);
  const auto document = audit_document(*store, all, {Language::english, false, 40});
  ASSERT_TRUE(document);
  EXPECT_THAT(html_document(*document), ::testing::Not(HasSubstr("Average level LAeq")));
  const auto detail = audit_document(*store, all, {Language::english, true, 40});
  ASSERT_TRUE(detail);
  EXPECT_THAT(html_document(*detail), HasSubstr("Average level LAeq"));
  EXPECT_TRUE(told_in_json(all, false).is_null());
  EXPECT_NEAR(told_in_json(all, true).get<double>(), 31.25, 1e-9);
}

TEST_F(AuditStatisticsTest, ShowsLevelsThatAreNobodysInParticular) {
  import_at_site("lyon", {of_agent("A1"), of_agent("A1", 1), of_agent("A2"), of_agent("A3"), of_agent("A4")});
  const AuditStatistics all = counted();
  const auto document = audit_document(*store, all, {Language::english, false, 40});
  ASSERT_TRUE(document);
  EXPECT_THAT(html_document(*document), HasSubstr("Average level LAeq"));
  EXPECT_NEAR(told_in_json(all, false).get<double>(), 31.25, 1e-9);
  const Table few = levels_table(all, false, Language::english);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(few.rows[0][4].content)) << "it is the loudest check's";
  const Table detailed = levels_table(all, true, Language::english);
  EXPECT_TRUE(std::holds_alternative<Number>(detailed.rows[0][4].content));
}

TEST_F(AuditStatisticsTest, FiltersByAgentAndTime) {
  import({certificate(), failing(1, "A1"), failing(25, "A2")});
  AuditFilter filter;
  filter.agent = "A1";
  EXPECT_EQ(counted(filter).checks.all(), 1);
  filter = {};
  filter.from = k_issued + std::chrono::hours(2);
  EXPECT_EQ(counted(filter).checks.all(), 1);
  filter = {};
  filter.until = k_issued + std::chrono::hours(2);
  EXPECT_EQ(counted(filter).checks.all(), 2);
}

TEST_F(AuditStatisticsTest, FindsTheSameNonceAndTheSameMeasurementsTwice) {
  const auto with_nonce = [&](const std::string& nonce, int hours) {
    return certificate([&](CertificateContents& contents) {
      contents.nonce = nonce;
      contents.issued_at += std::chrono::hours(hours);
      contents.expires_at += std::chrono::hours(hours);
    });
  };
  import({with_nonce("one", 0), with_nonce("one", 1), with_nonce("two", 2)});
  AuditFilter other;
  other.until = k_issued;
  EXPECT_TRUE(counted(other).repeated.empty());
  EXPECT_EQ(repeated(AuditStore::Repeated::What::nonce), 2U);
  EXPECT_EQ(repeated(AuditStore::Repeated::What::measurements), 3U);
  EXPECT_EQ(repeated(AuditStore::Repeated::What::agent), 0U);
}

TEST_F(AuditStatisticsTest, FindsAnIdAndAnAgentThatSeveralUse) {
  CertificateContents contents = made_contents();
  contents.agent_id = "A1";
  contents.id = random_uuid_urn();
  const Json first = signed_certificate(contents, agent);
  contents.site = "lyon";
  const Json same_id = signed_certificate(contents, agent);
  contents.id = random_uuid_urn();
  const Json other_key = signed_certificate(contents, SigningKey::make());
  import({first, same_id, other_key, certificate()});
  EXPECT_EQ(repeated(AuditStore::Repeated::What::id), 2U);
  EXPECT_EQ(repeated(AuditStore::Repeated::What::agent), 2U) << "the first of each key";
  const auto table = repeated_table(*store, counted(), Language::english);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows.size(), 12U) << "all have the same nonce and measurements too";
}

TEST_F(AuditStatisticsTest, SaysTheSameInAReportOfEitherLanguage) {
  import_at_site("<script>alert(1)</script>", {certificate(), failing(1, "A1"), failing(25, "A2")});
  const AuditStatistics all = counted();
  for (const Language language : {Language::english, Language::french}) {
    const auto document = audit_document(*store, all, {language, false, 40});
    ASSERT_TRUE(document);
    const std::string html = html_document(*document);
    EXPECT_THAT(html, HasSubstr(language == Language::french ? "Contrôles par jour" : "Checks by day"));
    EXPECT_THAT(html, HasSubstr("A2"));
    EXPECT_THAT(html, ::testing::Not(HasSubstr("<script")));
    EXPECT_THAT(html, ::testing::Not(HasSubstr("31.25"))) << "no single level without --detail";
  }
  const auto json = audit_json(*store, all);
  ASSERT_TRUE(json);
  EXPECT_EQ((*json)["checks"]["not_cleared"], 2);
  EXPECT_EQ((*json)["days"].size(), 2U);
}

TEST_F(AuditStatisticsTest, TheFirstPageNamesWhatKeptMostFromClearing) {
  import({certificate()});
  const std::string line = report_glance(counted(), Language::french).lines[0].second;
  EXPECT_THAT(line, HasSubstr("(1)"));
  EXPECT_EQ(std::count(line.begin(), line.end(), ','), 2);
  AuditStatistics all;
  for (const auto& [name, value] : report_glance(all, Language::english).lines)
    EXPECT_THAT(value, ::testing::AnyOf("None.", ::testing::StartsWith("0"))) << name;
  for (int i = 1; i <= 5; ++i) {
    all.rules.emplace_back().rule = "rule" + std::to_string(i);
    all.rules.back().decisive = 10 * i;
    all.rules.back().failed = 1000;
  }
  all.rules[1].undecided = 1234;
  const auto lines = report_glance(all, Language::english).lines;
  EXPECT_EQ(lines[0].second, "rule5 (50), rule4 (40), rule3 (30)");
  EXPECT_EQ(lines[1].second, "rule2 (1234)");
}

TEST_F(AuditStatisticsTest, TheFirstPageCountsWaiversThatHoldAndCanBeNamed) {
  AuditStatistics all;
  all.now = k_issued;
  const std::int64_t now = k_issued.time_since_epoch().count();
  all.waivers = {{"rule", "A. Martin", "works next door", now + 1, 3, 3},
                 {"rule", "A. Martin", "not needed so far", now + 1, 0, 2},
                 {"rule", "A. Martin", "is over", now, 3, 3},
                 {"rule", "", "", now + 1, 1, 1}};
  for (const auto& [name, value] : report_glance(all, Language::english).lines)
    if (name == "Waivers in force") {
      EXPECT_EQ(value, "2") << "what an erasure left is none";
      return;
    }
  FAIL() << "they are not told";
}

TEST_F(AuditStatisticsTest, AReportOfNothingIsAReport) {
  const auto document = audit_document(*store, counted(), {});
  ASSERT_TRUE(document);
  EXPECT_THAT(html_document(*document), HasSubstr("no checks"));
}

TEST(LocalHours, FollowsTheZoneAndItsSummerTime) {
  setenv("TZ", "Europe/Paris", 1);
  tzset();
  LocalHours hours;
  // 2026-03-29 00:30 UTC is 01:30, an hour later it is 03:30: the clocks go forward. That day is a Sunday.
  const LocalHour before = hours(1'774'744'200), after = hours(1'774'744'200 + 3600);
  EXPECT_EQ(before.hour, 1);
  EXPECT_EQ(after.hour, 3);
  EXPECT_EQ(before.weekday, 6);
  EXPECT_EQ(day_text(before.day), "2026-03-29");
  setenv("TZ", "UTC", 1);
  tzset();
}

TEST(Trend, IsSteadyUnlessItIsMoreThanChance) {
  RuleCounts counts;
  counts.in_half = {100, 110};
  EXPECT_EQ(trend_of(counts, 1000, 1000), Trend::steady);
  counts.in_half = {100, 150};
  EXPECT_EQ(trend_of(counts, 1000, 1000), Trend::rising);
  counts.in_half = {150, 100};
  EXPECT_EQ(trend_of(counts, 1000, 1000), Trend::falling);
  EXPECT_EQ(trend_of(counts, 1000, 650), Trend::steady) << "as many, among fewer";
}

}  // namespace
}  // namespace preshift::testing
