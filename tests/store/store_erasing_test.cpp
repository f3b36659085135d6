#include "audit_store_fixture.hpp"

#include <cmath>

namespace preshift {
namespace {

using testing::AuditStoreTest;
using testing::k_first_day;
using testing::made_record;

class StoreErasing : public AuditStoreTest {
 protected:
  void erase_agent(const std::string& agent, std::size_t expected) {
    ASSERT_TRUE(store().begin());
    const auto erased = store().erase_agent(agent);
    ASSERT_TRUE(erased);
    EXPECT_EQ(*erased, expected);
    ASSERT_TRUE(store().commit());
  }

  bool knows_name(const std::string& name) {
    const auto names = *store().names();
    return std::find(names.begin(), names.end(), name) != names.end();
  }
};

CertificateRecord telling_record(int number) {
  CertificateRecord record = made_record(number);
  record.outcome = Outcome::not_cleared;
  record.level = JudgedLevel{40, 1, 45.0};
  record.failed_rules = {{"rule", "quiet", true, RuleResult::fail, "why", false}};
  record.waivers = {
      {"rule", "boss of " + record.agent, "because of " + record.agent, k_first_day, WaiverState::counts}};
  return record;
}

TEST_P(StoreErasing, KeepsRowsForCountingWithoutTellingOfWhom) {
  commit({telling_record(0), telling_record(1), telling_record(4), telling_record(5)});
  erase_agent("agent-0", 2);
  const auto found = rows();
  ASSERT_EQ(found.size(), 4U);
  for (const CertificateRow& row : found) {
    const bool is_theirs = row.index % 2 == 0;
    EXPECT_EQ(row.is_erased, is_theirs);
    EXPECT_EQ(name(row.agent), is_theirs ? "" : "agent-1");
    EXPECT_EQ(name(row.site), is_theirs ? "" : "Lille");
    EXPECT_EQ(std::isnan(row.level_dba), is_theirs);
    EXPECT_EQ(row.outcome, Outcome::not_cleared);
    EXPECT_NE(row.profile, 0);
    EXPECT_NE(row.issued_at, 0);
  }
  int failed = 0;
  ASSERT_TRUE(store().each_failed_rule({}, [&](const FailedRuleRow&) { ++failed; }));
  EXPECT_EQ(failed, 4);
}

TEST_P(StoreErasing, LeavesNothingInTheStoredCertificateButItsDigest) {
  commit({telling_record(0), telling_record(1)});
  erase_agent("agent-0", 1);
  EXPECT_FALSE(*store().certificate(testing::uuid_of(0)));
  const auto found = store().certificate(made_record(0).digest);
  ASSERT_TRUE(found && *found);
  const StoredCertificate& erased = **found;
  EXPECT_TRUE(erased.is_erased);
  EXPECT_EQ(erased.leaf, leaf_hash(made_record(0).document));
  EXPECT_EQ(erased.record.id + erased.record.issuer + erased.record.agent + erased.record.site +
                erased.record.nonce + erased.record.measurements_digest + erased.record.document +
                erased.site,
            "");
  EXPECT_FALSE(erased.record.level);
  ASSERT_EQ(erased.record.waivers.size(), 1U);
  EXPECT_EQ(erased.record.waivers[0].justification + erased.record.waivers[0].approver, "");
  EXPECT_EQ(*store().known_certificates(std::vector{made_record(0).digest}),
            std::vector{made_record(0).digest});
  const auto other = stored().at(1);
  EXPECT_FALSE(other.is_erased);
  EXPECT_EQ(other.record.document, made_record(1).document);
}

TEST_P(StoreErasing, RemovesNamesThatNobodyElseHas) {
  commit({telling_record(0), telling_record(1)});
  const auto before = *store().names();
  erase_agent("agent-0", 1);
  for (const char* gone : {"agent-0", "did:key:z6Mk0", "Lyon", "boss of agent-0"})
    EXPECT_FALSE(knows_name(gone)) << gone;
  for (const char* kept : {"agent-1", "did:key:z6Mk1", "Lille", "rule", "quiet", "why", "standard 4"})
    EXPECT_TRUE(knows_name(kept)) << kept;
  CertificateRecord next = made_record(6);
  next.agent = "agent-9";
  commit({next}, 2);
  EXPECT_GE(rows().back().agent, static_cast<std::int32_t>(before.size())) << "a number is never given twice";
  EXPECT_EQ(name(rows().back().agent), "agent-9");
}

TEST_P(StoreErasing, EmptiesTheRecordsOfTheAgent) {
  commit({telling_record(0), telling_record(1)});
  commit({Record{2, RecordKind::dispute, k_first_day, "a", "agent-0", testing::uuid_of(0), "",
                 "{\"agent\":\"agent-0\"}"},
          Record{3, RecordKind::dispute, k_first_day, "b", "agent-1", testing::uuid_of(1), "",
                 "{\"agent\":\"agent-1\"}"}});
  erase_agent("agent-0", 1);
  const auto found = records(RecordKind::dispute);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].agent + found[0].certificate + found[0].text, "");
  EXPECT_EQ(found[0].key, "a");
  EXPECT_EQ(found[1].agent, "agent-1");
  EXPECT_EQ(found[1].text, "{\"agent\":\"agent-1\"}");
}

TEST_P(StoreErasing, EmptiesTheRejectionsThatNameTheAgent) {
  const std::pair<const char*, const char*> entries_and_documents[] = {
      {"{\"arguments\":[]}", "{\"agentId\":\"agent-0\"}"},
      {"{\"arguments\":[\"agent-0\"]}", "no JSON"},
      {"{\"source\":\"agent-0\"}", ""},
      {"{\"source\":\"longer\"}", "{\"agentId\":\"agent-01\"}"},
      {"{\"source\":\"of another\"}", "{\"agentId\":\"agent-1\"}"}};
  LogIndex index = 0;
  for (const auto& [entry, document] : entries_and_documents) {
    commit_rejected({index, RecordKind::rejection, k_first_day, std::to_string(index), "", "", "why", entry},
                    document);
    ++index;
  }
  EXPECT_EQ(*store().rejections_naming("agent-0"), (std::vector<LogIndex>{0, 1, 2}));
  erase_agent("agent-0", 0);
  EXPECT_EQ(rejected_documents(),
            (std::vector<std::string>{entries_and_documents[3].second, entries_and_documents[4].second}));
  const auto found = records(RecordKind::rejection);
  ASSERT_EQ(found.size(), 5U);
  for (const Record& record : found) {
    EXPECT_EQ(record.text.empty(), record.index < 3) << record.index;
    EXPECT_EQ(record.event, "why");
  }
}

TEST_P(StoreErasing, OfAnAgentWithoutCertificatesErasesNone) {
  commit({telling_record(1)});
  erase_agent("agent-0", 0);
  erase_agent("", 0);
  EXPECT_EQ(indices().size(), 1U);
  EXPECT_FALSE(rows()[0].is_erased);
}

TEST_P(StoreErasing, OfWhatIsOlderThanADayKeepsWhatIsNewer) {
  commit({telling_record(0), telling_record(1), telling_record(2), telling_record(3)});
  commit({Record{4, RecordKind::shift, k_first_day + std::chrono::hours(1), "a", "agent-3", "", "sign_in",
                 "{\"x\":1}"},
          Record{5, RecordKind::shift, k_first_day + std::chrono::hours(2), "b", "agent-3", "", "sign_in",
                 "{\"x\":2}"}});
  commit_rejected({6, RecordKind::rejection, k_first_day + std::chrono::hours(1), "c", "", "", "why", "{}"},
                  "old");
  commit_rejected({7, RecordKind::rejection, k_first_day + std::chrono::hours(2), "d", "", "", "why", "{}"},
                  "new");
  ASSERT_TRUE(store().begin());
  const auto erased = store().erase_before(k_first_day + std::chrono::hours(2));
  ASSERT_TRUE(erased);
  EXPECT_EQ(*erased, 2U);
  const auto again = store().erase_before(k_first_day + std::chrono::hours(2));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, 0U) << "what is erased is not erased again";
  ASSERT_TRUE(store().commit());
  const auto found = rows();
  for (const CertificateRow& row : found) EXPECT_EQ(row.is_erased, row.index < 2) << row.index;
  EXPECT_EQ(records(RecordKind::shift)[0].text, "");
  EXPECT_EQ(records(RecordKind::shift)[0].event, "sign_in");
  EXPECT_EQ(records(RecordKind::shift)[1].text, "{\"x\":2}");
  EXPECT_EQ(rejected_documents(), std::vector<std::string>{"new"});
}

TEST_P(StoreErasing, LeavesEveryLeaf) {
  commit(made_records(0, 20));
  commit({Record{20, RecordKind::dispute, k_first_day, "a", "agent-0", "", "", "{}"}});
  erase_agent("agent-0", 5);
  ASSERT_TRUE(store().begin());
  ASSERT_TRUE(store().erase_before(k_first_day + std::chrono::hours(1000)));
  ASSERT_TRUE(store().commit());
  LogIndex next = 0;
  ASSERT_TRUE(store().each_leaf([&](LogIndex index, const MerkleHash& leaf) {
    EXPECT_EQ(index, next++);
    EXPECT_EQ(leaf, leaf_hash(index == 20 ? "{}" : made_record(static_cast<int>(index)).document));
  }));
  EXPECT_EQ(next, 21);
}

TEST_P(StoreErasing, IsUndoneByARollback) {
  commit({telling_record(0)});
  ASSERT_TRUE(store().begin());
  EXPECT_EQ(*store().erase_agent("agent-0"), 1U);
  store().rollback();
  EXPECT_EQ(stored().at(0).record.document, made_record(0).document);
  EXPECT_TRUE(knows_name("agent-0"));
}

INSTANTIATE_TEST_SUITE_P(Of, StoreErasing, testing::k_backends, testing::backend_name);

}  // namespace
}  // namespace preshift
