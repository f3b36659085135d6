#include "people.hpp"

#include "audit_fixture.hpp"
#include "report_signature.hpp"

namespace preshift::testing {
namespace {

struct People : AuditTest {
  void SetUp() override {
    AuditTest::SetUp();
    document = certificate();
    import({document});
  }

  [[nodiscard]] std::string refusal(const Review& review) {
    const auto added = add_review(*store, employer, review, k_issued + std::chrono::days(1));
    return added ? std::string() : std::string(added.error().message.text.id);
  }

  Json document;
};

TEST_F(People, ReviewACertificateByItsIdOrDigest) {
  const std::string id = document["id"];
  EXPECT_EQ(refusal({id, "false-positive", "A lorry passed.", "A. Martin"}), "");
  EXPECT_EQ(refusal({id.substr(std::string("urn:uuid:").size()), "violation", "I think not.", "B. Roy"}), "");
  EXPECT_EQ(refusal({document_digest(document), "not-applicable", "Third.", "C. Diaz"}), "");
  const auto reviews = records(RecordKind::review);
  ASSERT_EQ(reviews.size(), 3U);
  EXPECT_EQ(reviews[0].agent, "agent-17");
  EXPECT_EQ(reviews[0].certificate, id);
  EXPECT_EQ(record_details(reviews[1].text)["note"], "I think not.");
}

TEST_F(People, ReviewOnceEach) {
  const Review review{document["id"], "violation", "Again.", "A. Martin"};
  EXPECT_EQ(refusal(review), "");
  EXPECT_EQ(refusal(review), "review.same_reviewer");
  EXPECT_EQ(refusal({document["id"], "violation", "Again.", " a. MARTIN "}), "review.same_reviewer");
}

TEST_F(People, AreToldWhatIsWrong) {
  EXPECT_EQ(refusal({document["id"], "guilty", "No.", "A. Martin"}), "review.bad_mark");
  EXPECT_EQ(refusal({document["id"], "violation", " ", "A. Martin"}), "review.bad_note");
  EXPECT_EQ(refusal({document["id"], "violation", "No.", " "}), "review.no_reviewer");
  EXPECT_EQ(refusal({"urn:uuid:00000000-0000-4000-8000-000000000000", "violation", "x", "A. Martin"}),
            "review.no_certificate");
}

TEST_F(People, GetAllThatIsHeldOnOneAgentAndNothingOfAnother) {
  const Json of_another = certificate([](CertificateContents& contents) { contents.agent_id = "other"; });
  import({of_another});
  ASSERT_EQ(refusal({document["id"], "violation", "A note.", "A. Martin"}), "");
  const auto held = held_on_agent(*store, "agent-17", k_issued);
  ASSERT_TRUE(held);
  ASSERT_EQ((*held)["certificates"].size(), 1U);
  EXPECT_EQ(canonical_json((*held)["certificates"][0]["document"]), canonical_json(document));
  ASSERT_EQ((*held)["entries"].size(), 1U);
  EXPECT_EQ((*held)["entries"][0]["record"]["details"]["note"], "A note.");
}

TEST_F(People, AreCalledByTheirPseudonymOrTheirKey) {
  const std::string key = did_of(agent.public_key());
  EXPECT_EQ(names_of_agent(*store, "agent-17").value(), (std::vector<std::string>{"agent-17", key}));
  EXPECT_EQ(names_of_agent(*store, key).value(), (std::vector<std::string>{"agent-17", key}));
  EXPECT_EQ((*held_on_agent(*store, key, k_issued))["certificates"].size(), 1U);
}

TEST_F(People, VerifyAReportBySomebodyElsesSignature) {
  const Json signature = signed_report("the report", "a checkpoint", employer, k_issued);
  const auto read = read_report_signature(signature);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->digest, "14e4cce86788499d03144f70ab24ca83d1abe97d55153c71ee1df55c5296c1f9");
  EXPECT_EQ(read->signer, did_of(employer.public_key()));
  Json altered = signature;
  altered["made"] = "2020-01-01T00:00:00Z";
  EXPECT_FALSE(read_report_signature(altered).has_value());
}

}  // namespace
}  // namespace preshift::testing
