#include "audit_store_fixture.hpp"

#include <cmath>

namespace preshift {
namespace {

using testing::AuditStoreTest;
using testing::digest_of;
using testing::failure_of;
using testing::k_first_day;
using testing::k_import;
using testing::made_record;

class StoreRoundTrip : public AuditStoreTest {};

CertificateRecord full_record() {
  CertificateRecord record = made_record(7);
  record.kind = CertificateKind::onboarding;
  record.outcome = Outcome::not_cleared;
  record.assurance = Assurance::approved;
  record.is_live = true;
  record.level = JudgedLevel{47.123456789012345, 1.75, 45.5};
  record.failed_rules = {{"noise.laeq", "quiet", true, RuleResult::fail, "verdict.above", true},
                         {"people.count", "alone", false, RuleResult::unknown, "", false},
                         {"noise.laeq", "quiet", true, RuleResult::error, "verdict.above", false}};
  record.waivers = {
      {"noise.laeq", "Élodie", "travaux jusqu'à l'été — « bruit »", k_first_day, WaiverState::counts},
      {"people.count", "", "", k_import, WaiverState::expired}};
  record.document.assign(100'000, 'x');
  return record;
}

void expect_equal(const CertificateRecord& read, const CertificateRecord& written) {
  EXPECT_EQ(read.id, written.id);
  EXPECT_EQ(read.digest, written.digest);
  EXPECT_EQ(read.issuer, written.issuer);
  EXPECT_EQ(read.agent, written.agent);
  EXPECT_EQ(read.site, written.site);
  EXPECT_EQ(read.kind, written.kind);
  EXPECT_EQ(read.outcome, written.outcome);
  EXPECT_EQ(read.assurance, written.assurance);
  EXPECT_EQ(read.is_live, written.is_live);
  EXPECT_EQ(read.profile, written.profile);
  EXPECT_EQ(read.profile_version, written.profile_version);
  EXPECT_EQ(read.issued_at, written.issued_at);
  EXPECT_EQ(read.valid_until, written.valid_until);
  EXPECT_EQ(read.nonce, written.nonce);
  EXPECT_EQ(read.measurements_digest, written.measurements_digest);
  EXPECT_EQ(read.document, written.document);
  ASSERT_EQ(read.level.has_value(), written.level.has_value());
  if (read.level) {
    EXPECT_EQ(read.level->level_dba, written.level->level_dba);
    EXPECT_EQ(read.level->expanded_uncertainty_db, written.level->expanded_uncertainty_db);
    EXPECT_EQ(read.level->limit_dba, written.level->limit_dba);
  }
}

void expect_equal_lists(const CertificateRecord& read, const CertificateRecord& written) {
  ASSERT_EQ(read.failed_rules.size(), written.failed_rules.size());
  for (std::size_t i = 0; i < read.failed_rules.size(); ++i) {
    EXPECT_EQ(read.failed_rules[i].rule, written.failed_rules[i].rule);
    EXPECT_EQ(read.failed_rules[i].requirement, written.failed_rules[i].requirement);
    EXPECT_EQ(read.failed_rules[i].required, written.failed_rules[i].required);
    EXPECT_EQ(read.failed_rules[i].result, written.failed_rules[i].result);
    EXPECT_EQ(read.failed_rules[i].reason, written.failed_rules[i].reason);
    EXPECT_EQ(read.failed_rules[i].waived, written.failed_rules[i].waived);
  }
  ASSERT_EQ(read.waivers.size(), written.waivers.size());
  for (std::size_t i = 0; i < read.waivers.size(); ++i) {
    EXPECT_EQ(read.waivers[i].rule, written.waivers[i].rule);
    EXPECT_EQ(read.waivers[i].approver, written.waivers[i].approver);
    EXPECT_EQ(read.waivers[i].justification, written.waivers[i].justification);
    EXPECT_EQ(read.waivers[i].until, written.waivers[i].until);
    EXPECT_EQ(read.waivers[i].state, written.waivers[i].state);
  }
}

TEST_P(StoreRoundTrip, KeepsEveryFieldOfACertificate) {
  CertificateRecord plain = made_record(8);
  plain.id = "http://example.org/another kind of id";
  plain.site.clear();
  plain.nonce.clear();
  plain.level = JudgedLevel{30, 2, std::nullopt};
  const std::vector<CertificateRecord> written{full_record(), plain, made_record(9)};
  commit(written);
  reopen();
  const auto read = stored();
  ASSERT_EQ(read.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    expect_equal(read[i].record, written[i]);
    expect_equal_lists(read[i].record, written[i]);
    EXPECT_EQ(read[i].index, static_cast<LogIndex>(i));
    EXPECT_EQ(read[i].site, written[i].site);
    EXPECT_EQ(read[i].imported_at, k_import);
    EXPECT_EQ(read[i].leaf, leaf_hash(written[i].document));
    EXPECT_FALSE(read[i].is_erased);
  }
}

TEST_P(StoreRoundTrip, GivesARowOfEveryCertificateForCounting) {
  const CertificateRecord written = full_record();
  commit({made_record(1), written});
  const auto found = rows();
  ASSERT_EQ(found.size(), 2U);
  const CertificateRow& row = found[1];
  EXPECT_EQ(row.index, 1);
  EXPECT_EQ(row.issued_at, written.issued_at.time_since_epoch().count());
  EXPECT_EQ(row.valid_until, written.valid_until.time_since_epoch().count());
  EXPECT_EQ(name(row.agent), written.agent);
  EXPECT_EQ(name(row.site), written.site);
  EXPECT_EQ(name(row.profile), "standard 5");
  EXPECT_EQ(row.kind, written.kind);
  EXPECT_EQ(row.outcome, written.outcome);
  EXPECT_EQ(row.assurance, written.assurance);
  EXPECT_TRUE(row.is_live);
  EXPECT_FALSE(row.is_erased);
  EXPECT_FLOAT_EQ(row.level_dba, 47.12346F);
  EXPECT_FLOAT_EQ(row.uncertainty_db, 1.75F);
  EXPECT_FLOAT_EQ(row.limit_dba, 45.5F);
  EXPECT_TRUE(std::isnan(found[0].level_dba));
  EXPECT_TRUE(std::isnan(found[0].limit_dba));
}

TEST_P(StoreRoundTrip, GivesTheFailedRulesInTheOrderOfTheirCertificates) {
  commit({full_record(), made_record(1), [] {
            CertificateRecord record = full_record();
            record.digest = digest_of("another");
            return record;
          }()});
  std::vector<FailedRuleRow> found;
  ASSERT_TRUE(store().each_failed_rule({}, [&](const FailedRuleRow& row) { found.push_back(row); }));
  ASSERT_EQ(found.size(), 6U);
  EXPECT_EQ(found[2].certificate, 0);
  EXPECT_EQ(found[3].certificate, 2);
  EXPECT_EQ(name(found[0].rule), "noise.laeq");
  EXPECT_EQ(name(found[0].requirement), "quiet");
  EXPECT_EQ(name(found[0].reason), "verdict.above");
  EXPECT_EQ(found[0].result, RuleResult::fail);
  EXPECT_TRUE(found[0].required);
  EXPECT_TRUE(found[0].waived);
  EXPECT_EQ(found[1].reason, 0);
  EXPECT_FALSE(found[1].required);
  EXPECT_FALSE(found[1].waived);
  found.clear();
  AuditFilter alone;
  alone.requirement = "alone";
  ASSERT_TRUE(store().each_failed_rule(alone, [&](const FailedRuleRow& row) { found.push_back(row); }));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(name(found[1].rule), "people.count");
}

TEST_P(StoreRoundTrip, GivesTheWaivers) {
  commit({full_record()});
  std::vector<WaiverRow> found;
  ASSERT_TRUE(store().each_waiver({}, [&](const WaiverRow& row) { found.push_back(row); }));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].certificate, 0);
  EXPECT_EQ(name(found[0].rule), "noise.laeq");
  EXPECT_EQ(name(found[0].approver), "Élodie");
  EXPECT_EQ(found[0].until, k_first_day.time_since_epoch().count());
  EXPECT_EQ(found[0].state, WaiverState::counts);
  EXPECT_EQ(found[0].justification, "travaux jusqu'à l'été — « bruit »");
  EXPECT_EQ(found[1].approver, 0);
  EXPECT_EQ(found[1].state, WaiverState::expired);
}

TEST_P(StoreRoundTrip, FindsACertificateByItsIdAndDigest) {
  commit(made_records(0, 5));
  const std::string id = testing::uuid_of(3);
  for (const std::string& name : {id, id.substr(9), digest_of("certificate 3")}) {
    const auto found = store().certificate(name);
    ASSERT_TRUE(found) << name;
    ASSERT_TRUE(*found) << name;
    EXPECT_EQ((*found)->index, 3) << name;
    expect_equal((*found)->record, made_record(3));
  }
  for (const std::string& name :
       {testing::uuid_of(9), digest_of("certificate 9"), std::string("x"), std::string()}) {
    const auto found = store().certificate(name);
    ASSERT_TRUE(found) << name;
    EXPECT_FALSE(*found) << name;
  }
}

TEST_P(StoreRoundTrip, RefusesAnIdThatSeveralHave) {
  CertificateRecord other = made_record(4);
  other.id = testing::uuid_of(3);
  commit({made_record(3), other});
  EXPECT_EQ(failure_of(store().certificate(testing::uuid_of(3))), "store.ambiguous_id");
  for (const CertificateRecord& record : {made_record(3), other}) {
    const auto found = store().certificate(record.digest);
    ASSERT_TRUE(found && *found);
    expect_equal((*found)->record, record);
  }
}

TEST_P(StoreRoundTrip, KeepsRecordsOfEveryKindOldestFirst) {
  std::vector<Record> written;
  constexpr int k_kinds = static_cast<int>(k_record_kinds.size());
  for (int i = 0; i < 2 * k_kinds; ++i)
    written.push_back({i, static_cast<RecordKind>(i % k_kinds), k_first_day - std::chrono::hours(i),
                       "key " + std::to_string(i), i % 2 == 0 ? "agent-0" : "", testing::uuid_of(i),
                       "sign_in", "{\"number\":" + std::to_string(i) + "}"});
  commit(written);
  for (int kind = 0; kind < k_kinds; ++kind) {
    const auto found = records(static_cast<RecordKind>(kind));
    ASSERT_EQ(found.size(), 2U) << kind;
    for (std::size_t i = 0; i < 2; ++i) {
      const Record& expected = written[static_cast<std::size_t>(kind) + (i == 0 ? k_kinds : 0)];
      EXPECT_EQ(found[i].index, expected.index);
      EXPECT_EQ(found[i].kind, expected.kind);
      EXPECT_EQ(found[i].at, expected.at);
      EXPECT_EQ(found[i].key, expected.key);
      EXPECT_EQ(found[i].agent, expected.agent);
      EXPECT_EQ(found[i].certificate, expected.certificate);
      EXPECT_EQ(found[i].event, expected.event);
      EXPECT_EQ(found[i].text, expected.text);
    }
  }
}

TEST_P(StoreRoundTrip, KeepsRejectedDocumentsByteForByte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  commit_rejected({0, RecordKind::rejection, k_import, "a", "", "", "json.malformed", "{}"}, bytes);
  commit_rejected({1, RecordKind::rejection, k_import, "b", "", "", "json.malformed", "{}"}, "");
  commit_rejected({2, RecordKind::rejection, k_import, "c", "", "", "json.malformed", "{}"}, "{");
  reopen();
  EXPECT_EQ(rejected_documents(), (std::vector<std::string>{bytes, "{"}));
  EXPECT_EQ(records(RecordKind::rejection).size(), 3U);
}

TEST_P(StoreRoundTrip, KeepsTheStateOfTheLog) {
  const auto fresh = store().log_state();
  ASSERT_TRUE(fresh);
  EXPECT_EQ(fresh->origin, "");
  EXPECT_EQ(fresh->tree.size(), 0U);
  LogState state;
  state.origin = "preshift.example/audit/1f";
  state.checkpoint = "preshift.example/audit/1f\n13\n…\n";
  for (int i = 0; i < 13; ++i) state.tree.append(leaf_hash(std::to_string(i)));
  ASSERT_TRUE(store().begin());
  ASSERT_TRUE(store().set_log_state(state));
  ASSERT_TRUE(store().commit());
  reopen();
  const auto read = store().log_state();
  ASSERT_TRUE(read);
  EXPECT_EQ(read->origin, state.origin);
  EXPECT_EQ(read->checkpoint, state.checkpoint);
  EXPECT_EQ(read->tree.size(), 13U);
  EXPECT_EQ(read->tree.root(), state.tree.root());
}

TEST_P(StoreRoundTrip, GivesEveryLeafInOrder) {
  commit(made_records(0, 3));
  commit({Record{3, RecordKind::review, k_import, "key", "", "", "", "{}"}});
  commit(made_records(4, 6), 4);
  std::vector<LogIndex> found;
  ASSERT_TRUE(store().each_leaf([&](LogIndex index, const MerkleHash& leaf) {
    found.push_back(index);
    EXPECT_EQ(leaf, leaf_hash(index == 3 ? "{}" : made_record(static_cast<int>(index)).document)) << index;
  }));
  EXPECT_EQ(found, (std::vector<LogIndex>{0, 1, 2, 3, 4, 5}));
}

TEST_P(StoreRoundTrip, KnowsWhatItHas) {
  commit(made_records(0, 600));
  std::vector<std::string> asked;
  for (int i = 590; i < 1000; ++i) asked.push_back(made_record(i).digest);
  asked.emplace_back("no digest");
  auto known = store().known_certificates(asked);
  ASSERT_TRUE(known);
  std::sort(known->begin(), known->end());
  std::vector<std::string> expected(asked.begin(), asked.begin() + 10);
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(*known, expected);
  EXPECT_TRUE(store().known_certificates({})->empty());
  commit({Record{600, RecordKind::review, k_import, "key 1", "", "", "", "{}"}});
  const std::vector<std::string> keys{"key 0", "key 1", "key 2"};
  EXPECT_EQ(*store().known_records(keys), std::vector<std::string>{"key 1"});
}

TEST_P(StoreRoundTrip, NumbersNamesFromTheEmptyOne) {
  EXPECT_EQ(*store().names(), std::vector<std::string>{""});
  commit(made_records(0, 8));
  const auto names = store().names();
  ASSERT_TRUE(names);
  EXPECT_EQ(names->front(), "");
  EXPECT_EQ(std::count(names->begin(), names->end(), "agent-1"), 1);
  EXPECT_EQ(std::count(names->begin(), names->end(), "standard 4"), 1);
}

TEST_P(StoreRoundTrip, KnowsWhatANameIsOf) {
  using NameOf = AuditStore::NameOf;
  CertificateRecord record = made_record(0);
  record.failed_rules = {{"quiet.background", "quiet", true, RuleResult::fail, "", false}};
  record.waivers = {{"quiet.background", "C. 4", "why", k_import, WaiverState::counts}};
  commit({record});
  commit({Record{1, RecordKind::shift, k_import, "key 1", "of-the-journal", "", "sign_in", "{}"}});
  const auto has = [&](NameOf what, const std::string& name) {
    const auto answer = store().has_name(what, name);
    EXPECT_TRUE(answer);
    return answer && *answer;
  };
  EXPECT_TRUE(has(NameOf::site, "Lyon"));
  EXPECT_TRUE(has(NameOf::agent, "agent-0"));
  EXPECT_TRUE(has(NameOf::agent, "of-the-journal"));
  EXPECT_TRUE(has(NameOf::profile, "standard"));
  EXPECT_TRUE(has(NameOf::requirement, "quiet"));
  EXPECT_FALSE(has(NameOf::site, "agent-0"));
  EXPECT_FALSE(has(NameOf::agent, "Lyon"));
  EXPECT_FALSE(has(NameOf::profile, "C."));
  EXPECT_FALSE(has(NameOf::profile, "stand"));
  EXPECT_FALSE(has(NameOf::requirement, "quiet.background"));
  EXPECT_FALSE(has(NameOf::site, "never seen"));
}

TEST_P(StoreRoundTrip, TakesTextsThatNoDatabaseHolds) {
  CertificateRecord record = made_record(0);
  record.site = std::string("a\0b", 3);
  record.agent = "\xFF";
  commit({record});
  const auto found = stored();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].site,
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(found[0].record.agent, "\xEF\xBF\xBD");
}

TEST_P(StoreRoundTrip, RefusesADigestThatIsNone) {
  CertificateRecord record = made_record(0);
  record.digest = "12";
  ASSERT_TRUE(store().begin());
  EXPECT_EQ(failure_of(add(store(), {record})), "store.not_hexadecimal");
  EXPECT_EQ(failure_of(store().commit()), "store.undone");
}

TEST_P(StoreRoundTrip, ReadsMoreThanOnePageOfDocuments) {
  commit(made_records(0, 1000));
  const auto found = stored();
  ASSERT_EQ(found.size(), 1000U);
  for (int i = 0; i < 1000; ++i)
    EXPECT_EQ(found[static_cast<std::size_t>(i)].record.document, made_record(i).document);
}

INSTANTIATE_TEST_SUITE_P(Of, StoreRoundTrip, testing::k_backends, testing::backend_name);

}  // namespace
}  // namespace preshift
