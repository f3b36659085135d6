#include "log_verification.hpp"

#include "audit_fixture.hpp"
#include "people.hpp"
#include "removal.hpp"

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>

namespace preshift::testing {
namespace {

struct VerifiedLog : AuditTest {
  LogVerification verified(const std::string& seen = "") {
    const auto found = verified_log(*store, {employer.public_key()}, seen);
    EXPECT_TRUE(found);
    return found ? *found : LogVerification{};
  }

  static std::vector<std::string> ids(const LogVerification& found) {
    std::vector<std::string> texts;
    for (const LogFinding& finding : found.findings) texts.emplace_back(finding.message.text.id);
    return texts;
  }
};

TEST_F(VerifiedLog, FindsNothingInAStoreThatIsAsItWasWritten) {
  import({certificate(), certificate(), certificate(), certificate()});
  const LogVerification found = verified();
  EXPECT_THAT(ids(found), ::testing::IsEmpty());
  EXPECT_EQ(found.entries, 4U);
  EXPECT_EQ(found.certificates, 4U);
}

TEST_F(VerifiedLog, FindsNothingInAnEmptyStore) {
  EXPECT_THAT(ids(verified()), ::testing::IsEmpty());
}

TEST_F(VerifiedLog, IsNotAddedToWhenItIsNotWhatWasSigned) {
  import({certificate()});
  LogState state = *store->log_state();
  state.tree.append(leaf_hash("slipped in"));
  ASSERT_TRUE(store->begin());
  ASSERT_TRUE(store->set_log_state(state));
  ASSERT_TRUE(store->commit());
  const auto logged = log_access(*store, employer, "A1", "audit export", k_issued);
  ASSERT_FALSE(logged);
  EXPECT_EQ(logged.error().message.text.id, "log.not_added_to");
  EXPECT_EQ(store->log_state()->checkpoint, state.checkpoint);
}

TEST_F(VerifiedLog, IsAddedToByAKeyThatFollowsTheOneThatSigned) {
  import({certificate()});
  EXPECT_FALSE(log_access(*store, agent, "A1", "audit export", k_issued)) << "a stranger's key";
  EXPECT_TRUE(log_access(*store, LogKey(agent, {employer.public_key()}), "A1", "audit export", k_issued));
}

TEST_F(VerifiedLog, RefusesTheCheckpointOfAnotherKey) {
  import({certificate()});
  const auto found = verified_log(*store, {agent.public_key()}, "");
  ASSERT_TRUE(found);
  EXPECT_THAT(ids(*found), ::testing::ElementsAre("log.checkpoint_not_signed"));
}

TEST_F(VerifiedLog, AcceptsWhatWasErasedWhenTheLogSaysSo) {
  import({of_agent("A1"), certificate(), of_agent("A1")});
  const std::string before = store->log_state()->checkpoint;
  ASSERT_EQ(*erase_agent(*store, employer, "A1", k_issued + std::chrono::days(1)), 2U);
  const LogVerification found = verified(before);
  EXPECT_THAT(ids(found), ::testing::IsEmpty());
  EXPECT_EQ(found.erased, 2U);
  EXPECT_EQ(found.entries, 4U);
}

TEST_F(VerifiedLog, AcceptsARetentionThatIsLaterThanAnErasure) {
  import({of_agent("A1"), certificate()});
  ASSERT_EQ(*erase_agent(*store, employer, "A1", k_issued + std::chrono::days(1)), 1U);
  ASSERT_GT(
      *erase_before(*store, employer, k_issued + std::chrono::days(2), k_issued + std::chrono::days(400)),
      0U);
  EXPECT_THAT(ids(verified()), ::testing::IsEmpty());
  ASSERT_EQ(
      *erase_before(*store, employer, k_issued + std::chrono::days(401), k_issued + std::chrono::days(900)),
      0U);
  EXPECT_THAT(ids(verified()), ::testing::IsEmpty());
}

TEST_F(VerifiedLog, FindsWhatWasErasedWithoutTheLogSayingSo) {
  import({of_agent("A1"), certificate()});
  ASSERT_TRUE(store->begin());
  ASSERT_EQ(*store->erase_agent("A1"), 1U);
  ASSERT_TRUE(store->commit());
  EXPECT_THAT(ids(verified()), ::testing::ElementsAre("log.erased_untold"));
}

TEST_F(VerifiedLog, AcceptsWhatWasRejectedAndIsErased) {
  Json altered = of_agent("A1");
  altered["credentialSubject"]["outcome"] = "not_cleared";
  ASSERT_EQ(import({altered, of_agent("A2"), of_agent("A1")}).rejected, 1U);
  EXPECT_EQ(verified().entries, 3U) << "what is rejected is in the log";
  EXPECT_THAT(ids(verified()), ::testing::IsEmpty());
  const auto held = held_on_agent(*store, "A1", k_issued);
  ASSERT_TRUE(held);
  ASSERT_EQ((*held)["rejections"].size(), 1U);
  EXPECT_EQ((*held)["rejections"][0]["document"], canonical_json(altered));
  ASSERT_EQ(*erase_agent(*store, employer, "A1", k_issued), 2U) << "a certificate and a rejected document";
  EXPECT_THAT(rejected_documents(), ::testing::IsEmpty());
  const LogVerification found = verified();
  EXPECT_THAT(ids(found), ::testing::IsEmpty());
  EXPECT_EQ(found.erased, 2U);
}

TEST_F(VerifiedLog, FindsADigestThatWouldKeepACertificateOut) {
  import({certificate()});
  ASSERT_TRUE(log_access(*store, employer, "A1", "audit export", k_issued));
  store.reset();
  const std::string file = (folder.path() / "audit.sqlite").string();
  SQLite::Database(file, SQLite::OPEN_READWRITE)
      .exec("INSERT INTO identities (entry, digest, issuer, imported_at) VALUES (1, x'00', 1, 0)");
  store = opened();
  EXPECT_THAT(ids(verified()), ::testing::ElementsAre("log.row_added"));
  store.reset();
  SQLite::Database(file, SQLite::OPEN_READWRITE)
      .exec(
          "DELETE FROM identities WHERE entry = 1;"
          "INSERT INTO documents (entry, document) VALUES (99, x'00')");
  store = opened();
  EXPECT_THAT(ids(verified()), ::testing::ElementsAre("log.row_added"));
}

TEST_F(VerifiedLog, FindsARejectedDocumentThatIsNotTheOneThatWasGiven) {
  import_text("{not JSON\n");
  store.reset();
  const std::string file = (folder.path() / "audit.sqlite").string();
  SQLite::Database(file, SQLite::OPEN_READWRITE).exec("UPDATE rejected_documents SET document = x'7b'");
  store = opened();
  EXPECT_THAT(ids(verified()), ::testing::ElementsAre("log.document_altered"));
  store.reset();
  SQLite::Database(file, SQLite::OPEN_READWRITE).exec("DELETE FROM rejected_documents");
  store = opened();
  EXPECT_THAT(ids(verified()), ::testing::ElementsAre("log.no_document"));
}

TEST_F(VerifiedLog, FindsARowThatWasAddedWithoutTheLog) {
  import({certificate()});
  const Json stranger = certificate();
  CertificateRecord record;
  record.id = stranger["id"];
  record.digest = document_digest(stranger);
  record.document = canonical_json(stranger);
  ASSERT_TRUE(store->begin());
  const AuditStore::NewCertificate added{1, leaf_hash("anything"), &record,
                                         compressed_document(record.document)};
  ASSERT_TRUE(store->add_certificates({&added, 1}, k_issued));
  ASSERT_TRUE(store->commit());
  EXPECT_THAT(ids(verified()), ::testing::Contains("log.other_tree"));
}

TEST_F(VerifiedLog, FindsAnOlderStoreInTheNewOnesPlace) {
  import({certificate()});
  const std::string older = store->log_state()->checkpoint;
  import({certificate()});
  const std::string newer = store->log_state()->checkpoint;
  EXPECT_THAT(ids(verified(older)), ::testing::IsEmpty());
  AuditTest::store.reset();
  std::filesystem::remove_all(folder.path() / "audit.sqlite");
  for (const char* rest : {"audit.sqlite-wal", "audit.sqlite-shm"})
    std::filesystem::remove(folder.path() / rest);
  store = opened();
  import({certificate()});
  EXPECT_THAT(ids(verified(newer)), ::testing::ElementsAre("log.not_as_seen"));
}

TEST_F(VerifiedLog, VerifiesReviewsAndAccesses) {
  const Json document = certificate();
  import({document});
  ASSERT_TRUE(add_review(*store, employer, {document["id"], "violation", "Twice this week.", "A. Martin"},
                         k_issued + std::chrono::days(1)));
  ASSERT_TRUE(log_access(*store, employer, "agent-17", "audit export", k_issued + std::chrono::days(2)));
  const LogVerification found = verified();
  EXPECT_THAT(ids(found), ::testing::IsEmpty());
  EXPECT_EQ(found.entries, 3U);
}

}  // namespace
}  // namespace preshift::testing
