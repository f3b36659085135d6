#include "audit_fixture.hpp"
#include "audit_statistics.hpp"
#include "did_key.hpp"
#include "dispute.hpp"
#include "hex.hpp"
#include "journal_writing.hpp"
#include "sha256.hpp"
#include "shift_state.hpp"

namespace preshift::testing {
namespace {

using AuditImport = AuditTest;

/// A journal in memory, exported as `shift log --export` does.
struct JournalInMemory : JournalStorage {
  explicit JournalInMemory(std::string& text, std::optional<std::string>& head)
      : m_text(text), m_head(head) {}
  Expected<std::string, std::string> journal() override { return m_text; }
  Expected<std::optional<std::string>, std::string> head() override { return m_head; }
  Expected<void, std::string> append(std::string_view bytes) override {
    m_text += bytes;
    return {};
  }
  Expected<void, std::string> replace_head(std::string_view bytes) override {
    m_head = std::string(bytes);
    return {};
  }
  std::string& m_text;
  std::optional<std::string>& m_head;
};

/// A sign-in with this certificate, an hour after it was issued.
std::string copy_of_a_shift(const SigningKey& key, const Json& certificate) {
  std::string text;
  std::optional<std::string> head;
  KeyRecord record;
  record.key = key.public_key();
  const ClockReading clock{k_issued + std::chrono::hours(1), std::chrono::minutes(0), std::nullopt};
  {
    auto writer = JournalWriter::open(std::make_unique<JournalInMemory>(text, head), "shifts.jsonl", record,
                                      key, [&] { return clock; });
    EXPECT_TRUE(writer);
    const auto view = read_certificate(certificate);
    EXPECT_TRUE(writer->append(JournalEvent::sign_in, sign_in_details(*view, document_digest(certificate))));
  }
  JournalInMemory storage(text, head);
  const auto copy = journal_copy(storage, "shifts.jsonl");
  EXPECT_TRUE(copy);
  return *copy;
}

TEST_F(AuditImport, TakesEachCertificateOnce) {
  const Json first = certificate(), second = certificate();
  const ImportTally tally = import({first, second, first});
  EXPECT_EQ(tally.certificates, 2U);
  EXPECT_EQ(tally.known, 1U);
  EXPECT_EQ(tally.rejected, 0U);
  const ImportTally again = import({first, second});
  EXPECT_EQ(again.certificates, 0U);
  EXPECT_EQ(again.known, 2U);
  EXPECT_EQ(store->log_state()->tree.size(), 2U);
}

TEST_F(AuditImport, KeepsWhatTheCertificateSays) {
  const Json document = of_agent("A17");
  import_at_site("lyon", {document});
  const auto stored = store->certificate(document["id"].get<std::string>());
  ASSERT_TRUE(stored.has_value() && stored->has_value());
  const CertificateRecord& record = (*stored)->record;
  EXPECT_EQ(record.agent, "A17");
  EXPECT_EQ(record.site, "lyon");
  EXPECT_EQ(record.issuer, did_of(agent.public_key()));
  EXPECT_EQ(record.outcome, Outcome::cleared);
  EXPECT_EQ(record.issued_at, k_issued);
  EXPECT_EQ(record.digest, document_digest(document));
  EXPECT_EQ(record.document, canonical_json(document));
  EXPECT_TRUE(record.is_live);
  EXPECT_EQ(record.profile, "standard");
  // made_certificate gives 31.25 +- 0.125 dB(A) for every level.
  ASSERT_TRUE(record.level.has_value());
  EXPECT_FLOAT_EQ(static_cast<float>(record.level->level_dba), 31.25F);
  EXPECT_TRUE(record.level->limit_dba.has_value());
}

TEST_F(AuditImport, TakesACertificateThatHasExpiredSince) {
  EXPECT_EQ(import({certificate()}, [](ImportTerms& terms) { terms.now = k_issued + std::chrono::days(900); })
                .certificates,
            1U);
}

TEST_F(AuditImport, RefusesOneFromTheFuture) {
  const ImportTally tally =
      import({certificate()}, [](ImportTerms& terms) { terms.now = k_issued - std::chrono::hours(1); });
  EXPECT_EQ(tally.certificates, 0U);
  ASSERT_EQ(tally.rejections.size(), 1U);
  EXPECT_EQ(tally.rejections.front().reason.substr(0, 6), "dates.");
}

TEST_F(AuditImport, KeepsWhatItRefusesApartWithItsReason) {
  Json altered = certificate();
  altered["credentialSubject"]["outcome"] = "not_cleared";
  const std::string text =
      canonical_json(altered) + "\n" + "{not JSON\n" + canonical_json(certificate()) + "\n";
  const ImportTally tally = import_text(text);
  EXPECT_EQ(tally.certificates, 1U);
  EXPECT_EQ(tally.rejected, 2U);
  const auto kept = rejections();
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].source, "-:1");
  EXPECT_EQ(kept[0].reason, "signature.wrong");
  EXPECT_EQ(rejected_documents(), (std::vector<std::string>{canonical_json(altered), "{not JSON"}));
  EXPECT_EQ(kept[1].source, "-:2");
  EXPECT_EQ(kept[1].reason, "json.malformed");
  import_text(text);
  EXPECT_EQ(rejections().size(), 2U) << "the same bytes are refused once";
}

TEST_F(AuditImport, RefusesStrangersAndWhatIsRevoked) {
  const Json document = certificate();
  const auto refused_for = [&](const std::function<void(ImportTerms&)>& change) {
    const ImportTally tally = import({document}, change);
    return tally.rejections.empty() ? std::string() : tally.rejections.front().reason;
  };
  const std::string other = did_of(employer.public_key());
  EXPECT_EQ(refused_for([&](ImportTerms& terms) { terms.trusted = {other}; }).substr(0, 7), "issuer.");
  EXPECT_EQ(refused_for([&](ImportTerms& terms) { terms.revoked = {document["id"]}; }).substr(0, 7),
            "status.");
  EXPECT_EQ(refused_for([&](ImportTerms& terms) { terms.trusted = {did_of(agent.public_key())}; }), "");
}

TEST_F(AuditImport, TakesAJournalAndItsLaterCopyWithoutDoubles) {
  const Json document = certificate();
  const auto file = folder.write("shifts.jsonl", copy_of_a_shift(agent, document));
  std::istringstream none;
  EXPECT_EQ(import_from({file.string()}, none).records, 1U);
  const auto kept = records(RecordKind::shift);
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].event, "sign_in");
  EXPECT_EQ(kept[0].agent, "agent-17");
  EXPECT_EQ(kept[0].certificate, document["id"]);
  EXPECT_EQ(import_from({file.string()}, none).records, 0U);
}

TEST_F(AuditImport, AShiftIsJudgedByTheCertificateNotByTheJournal) {
  const auto whys = [&](const SigningKey& signer, const Json& document) {
    const auto file = folder.write("shifts.jsonl", copy_of_a_shift(signer, document));
    std::istringstream none;
    import_from({file.string()}, none);
    const auto all = audit_statistics(*store, {}, k_issued + std::chrono::days(2));
    std::vector<UnclearedShift::Why> found;
    for (const UnclearedShift& shift : all->uncleared_shifts) found.push_back(shift.why);
    return found;
  };
  const Json document = certificate();
  EXPECT_EQ(whys(agent, document), std::vector{UnclearedShift::Why::not_in_store});
  import({document});
  EXPECT_TRUE(whys(agent, document).empty());
  EXPECT_EQ(whys(employer, document), std::vector{UnclearedShift::Why::of_another});
  import_at_site("elsewhere", {of_agent("A9")});
  AuditFilter elsewhere;
  elsewhere.site = "elsewhere";
  const auto all = audit_statistics(*store, elsewhere, k_issued + std::chrono::days(2));
  EXPECT_EQ(all->shifts, 0);
  EXPECT_TRUE(all->uncleared_shifts.empty());
}

TEST_F(AuditImport, AJournalThatIsTakenLaterIsNotCountedAsRefused) {
  const std::string copy = copy_of_a_shift(agent, certificate());
  const auto file = folder.write("shifts.jsonl", copy);
  const auto damaged = folder.write("damaged.jsonl", copy.substr(0, copy.rfind('\n', copy.size() - 2) + 1));
  std::istringstream none;
  const auto refused = [&](Refused counted) {
    const auto all = audit_statistics(*store, {}, k_issued + std::chrono::days(2), counted);
    return all ? all->rejected : -1;
  };
  const auto tally = import_from({file.string(), damaged.string()}, none, [](ImportTerms& terms) {
    terms.trusted = std::set<std::string>{"did:key:z6Mk"};
  });
  ASSERT_EQ(tally.rejected, 2U);
  EXPECT_EQ(refused(Refused::counted), 2);
  EXPECT_EQ(refused(Refused::left_out), 0);
  EXPECT_EQ(import_from({file.string()}, none).records, 1U);
  EXPECT_EQ(refused(Refused::counted), 1) << "the one without its head was never taken";
}

TEST_F(AuditImport, RefusesAJournalThatIsNotWhole) {
  std::string copy = copy_of_a_shift(agent, certificate());
  copy.resize(copy.rfind("\n", copy.size() - 2) + 1);  // without its head
  const auto file = folder.write("shifts.jsonl", copy);
  std::istringstream none;
  const ImportTally tally = import_from({file.string()}, none);
  EXPECT_EQ(tally.records, 0U);
  EXPECT_EQ(tally.rejected, 1U);
}

TEST_F(AuditImport, NamesTheAgentOfAnApproval) {
  CertificateContents contents = onboarding_contents(std::string(64, 'b'));
  contents.agent_id = "A17";
  const Json onboarding = signed_certificate(contents, agent);
  const auto view = read_certificate(onboarding);
  ApprovalContents answer;
  answer.workspace = workspace_of(onboarding, *view);
  answer.issued_at = k_issued + std::chrono::hours(1);
  answer.expires_at = k_issued + std::chrono::days(100);
  const auto refused = [&](const SigningKey& key, std::set<std::string> employers) {
    return import({signed_approval(answer, key)}, [&](ImportTerms& terms) { terms.employers = employers; })
        .rejected;
  };
  const std::string own = did_of(agent.public_key()), theirs = did_of(employer.public_key());
  EXPECT_EQ(refused(agent, {own}), 1U) << "an agent approves itself";
  EXPECT_EQ(refused(agent, {theirs}), 1U);
  EXPECT_EQ(refused(SigningKey::make(), {theirs}), 1U);
  const ImportTally tally = import({onboarding, signed_approval(answer, employer)},
                                   [&](ImportTerms& terms) { terms.employers = {theirs}; });
  EXPECT_EQ(tally.certificates, 1U);
  EXPECT_EQ(tally.records, 1U);
  const auto approvals = records(RecordKind::approval);
  ASSERT_EQ(approvals.size(), 1U);
  EXPECT_EQ(approvals[0].event, "approved");
  EXPECT_EQ(approvals[0].agent, "A17");
}

TEST_F(AuditImport, TakesAnAgentsDisputeOfItsOwnCertificateAlone) {
  const Json document = certificate();
  const DisputeContents contents{document["id"], document_digest(document), "The lorry was outside.",
                                 k_issued + std::chrono::hours(2)};
  import({document});
  EXPECT_EQ(import({signed_dispute(contents, employer)}).rejections.front().reason,
            "import.dispute_of_another");
  EXPECT_EQ(import({signed_dispute(contents, agent)}).records, 1U);
  const auto disputes = records(RecordKind::dispute);
  ASSERT_EQ(disputes.size(), 1U);
  EXPECT_EQ(disputes[0].agent, "agent-17");
  EXPECT_EQ(record_details(disputes[0].text)["note"], "The lorry was outside.");
}

TEST_F(AuditImport, GivesTheSameTreeInAnyBatch) {
  std::vector<Json> documents;
  for (int i = 0; i < 10; ++i) documents.push_back(certificate());
  import(documents);
  const auto root = store->log_state()->tree.root();
  CompactRange tree;
  for (const Json& document : documents)
    tree.append(
        leaf_hash(certificate_entry(document_digest(document), "", k_issued + std::chrono::hours(100))));
  EXPECT_EQ(to_hex(root), to_hex(tree.root()));
}

}  // namespace
}  // namespace preshift::testing
