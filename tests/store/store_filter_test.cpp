#include "audit_store_fixture.hpp"

#include <map>

namespace preshift {
namespace {

using testing::AuditStoreTest;
using testing::digest_of;
using testing::k_first_day;
using testing::made_record;
using Indices = std::vector<LogIndex>;

/// Twelve certificates with one failed rule and one waiver each, and twelve records.
class StoreFilter : public AuditStoreTest {
 protected:
  StoreFilter() {
    std::vector<CertificateRecord> certificates = made_records(0, 12);
    std::vector<Record> written;
    for (CertificateRecord& record : certificates) {
      record.failed_rules = {{"rule", "quiet", true, RuleResult::fail, "", false}};
      record.waivers = {{"rule", "boss", "why", k_first_day, WaiverState::counts}};
      const int number = static_cast<int>(written.size());
      written.push_back({number + 12, RecordKind::review, record.issued_at, std::to_string(number),
                         record.agent, record.id, "", "{}"});
    }
    commit(certificates);
    commit(written);
  }

  Indices failed(const AuditFilter& filter) {
    Indices found;
    EXPECT_TRUE(store().each_failed_rule(
        filter, [&](const FailedRuleRow& row) { found.push_back(row.certificate); }));
    return found;
  }

  Indices waived(const AuditFilter& filter) {
    Indices found;
    EXPECT_TRUE(store().each_waiver(filter, [&](const WaiverRow& row) { found.push_back(row.certificate); }));
    return found;
  }

  Indices documented(const AuditFilter& filter) {
    Indices found;
    for (const StoredCertificate& certificate : stored(filter)) found.push_back(certificate.index);
    return found;
  }

  void expect_everywhere(const AuditFilter& filter, const Indices& expected) {
    EXPECT_EQ(indices(filter), expected);
    EXPECT_EQ(failed(filter), expected);
    EXPECT_EQ(waived(filter), expected);
    EXPECT_EQ(documented(filter), expected);
  }
};

TEST_P(StoreFilter, OfNothingGivesAll) {
  expect_everywhere({}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
}

TEST_P(StoreFilter, TakesFromButNotUntil) {
  AuditFilter filter;
  filter.from = k_first_day + std::chrono::hours(3);
  expect_everywhere(filter, {3, 4, 5, 6, 7, 8, 9, 10, 11});
  filter.until = k_first_day + std::chrono::hours(6);
  expect_everywhere(filter, {3, 4, 5});
  filter.from.reset();
  expect_everywhere(filter, {0, 1, 2, 3, 4, 5});
}

TEST_P(StoreFilter, NarrowsToASiteAnAgentAndAProfile) {
  AuditFilter site;
  site.site = "Lille";
  expect_everywhere(site, {1, 3, 5, 7, 9, 11});
  AuditFilter agent;
  agent.agent = "agent-2";
  expect_everywhere(agent, {2, 6, 10});
  AuditFilter profile;
  profile.profile = "standard";
  expect_everywhere(profile, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
  AuditFilter all{k_first_day + std::chrono::hours(1),
                  k_first_day + std::chrono::hours(9),
                  "Lille",
                  "agent-1",
                  "standard",
                  ""};
  expect_everywhere(all, {1, 5});
}

TEST_P(StoreFilter, OfANameThatNobodyHasGivesNothing) {
  for (int which = 0; which < 3; ++which) {
    AuditFilter filter;
    (which == 0 ? filter.site : which == 1 ? filter.agent : filter.profile) = "stand";
    expect_everywhere(filter, {});
  }
  AuditFilter requirement;
  requirement.requirement = "alone";
  EXPECT_EQ(failed(requirement), Indices{});
  EXPECT_EQ(indices(requirement).size(), 12U) << "rows know no requirement";
}

TEST_P(StoreFilter, NarrowsRecordsByTimeAndAgent) {
  AuditFilter filter;
  filter.agent = "agent-3";
  const auto found = records(RecordKind::review, filter);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].key, "3");
  filter.from = k_first_day + std::chrono::hours(7);
  filter.until = k_first_day + std::chrono::hours(8);
  ASSERT_EQ(records(RecordKind::review, filter).size(), 1U);
  EXPECT_TRUE(records(RecordKind::dispute, filter).empty());
}

TEST_P(StoreFilter, FindsWhatStandsTwice) {
  using What = AuditStore::Repeated::What;
  const auto blind = [](LogIndex, std::int32_t) {};
  EXPECT_TRUE(store().repeated(blind)->empty());
  CertificateRecord nonce = made_record(20);
  nonce.nonce = "nonce-4";
  CertificateRecord measurements = made_record(21);
  measurements.measurements_digest = digest_of("measurements 2");
  CertificateRecord again = made_record(22);
  again.nonce = "nonce-4";
  CertificateRecord none = made_record(23);
  none.nonce.clear();
  CertificateRecord none_either = made_record(24);
  none_either.nonce.clear();
  CertificateRecord id = made_record(25);
  id.id = testing::uuid_of(5);
  commit({nonce, measurements, again, none, none_either, id}, 24);
  std::map<LogIndex, std::int32_t> issuers;
  const auto found =
      store().repeated([&](LogIndex index, std::int32_t issuer) { issuers.emplace(index, issuer); });
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 3U);
  EXPECT_EQ((*found)[0].what, What::nonce);
  EXPECT_EQ((*found)[0].value, "nonce-4");
  EXPECT_EQ((*found)[0].certificates, (Indices{4, 24, 26}));
  EXPECT_EQ((*found)[1].what, What::measurements);
  EXPECT_EQ((*found)[1].value, digest_of("measurements 2"));
  EXPECT_EQ((*found)[1].certificates, (Indices{2, 25}));
  EXPECT_EQ((*found)[2].what, What::id);
  EXPECT_EQ((*found)[2].value, testing::uuid_of(5));
  EXPECT_EQ((*found)[2].certificates, (Indices{5, 29}));
  EXPECT_EQ(issuers.size(), 18U);
  EXPECT_EQ(name(issuers.at(3)), made_record(3).issuer);
}

INSTANTIATE_TEST_SUITE_P(Of, StoreFilter, testing::k_backends, testing::backend_name);

}  // namespace
}  // namespace preshift
