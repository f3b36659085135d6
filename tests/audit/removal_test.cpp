#include "removal.hpp"

#include "audit_fixture.hpp"
#include "audit_statistics.hpp"
#include "people.hpp"

namespace preshift::testing {
namespace {

struct Removal : AuditTest {
  [[nodiscard]] std::int64_t checks() {
    const auto all = audit_statistics(*store, {}, k_issued);
    EXPECT_TRUE(all);
    return all ? all->checks.all() : -1;
  }
};

TEST_F(Removal, LeavesNothingOfTheAgentAndTheCountsAsTheyWere) {
  const Json document = of_agent("A1", 0);
  import({document, of_agent("A2", 0), of_agent("A1", 1)});
  ASSERT_TRUE(add_review(*store, employer, {document["id"], "violation", "A note.", "A. Martin"}, k_issued));
  ASSERT_EQ(*erase_agent(*store, employer, "A1", k_issued + std::chrono::days(2)), 3U)
      << "two certificates and a review";
  EXPECT_EQ(checks(), 3);
  const auto held = held_on_agent(*store, "A1", k_issued);
  ASSERT_TRUE(held);
  EXPECT_TRUE((*held)["certificates"].empty());
  EXPECT_TRUE((*held)["entries"].empty());
  EXPECT_FALSE(*store->certificate(document["id"].get<std::string>()) &&
               !(*store->certificate(document["id"].get<std::string>()))->is_erased);
  EXPECT_EQ(*erase_agent(*store, employer, "A1", k_issued + std::chrono::days(3)), 0U)
      << "there is nothing left";
  const auto names = store->names();
  ASSERT_TRUE(names);
  EXPECT_EQ(std::count(names->begin(), names->end(), "A1"), 0);
}

TEST_F(Removal, KnowsTheAgentByItsKeyToo) {
  import({of_agent("A1", 0)});
  ASSERT_EQ(*erase_agent(*store, employer, did_of(agent.public_key()), k_issued), 1U);
  EXPECT_TRUE((*held_on_agent(*store, "A1", k_issued))["certificates"].empty());
}

TEST_F(Removal, ForgetsWhatIsOlderThanItMayBeKept) {
  import_days_later(20, {of_agent("A1", 0), of_agent("A2", 5), of_agent("A3", 10)});
  ASSERT_EQ(
      *erase_before(*store, employer, k_issued + std::chrono::days(6), k_issued + std::chrono::days(30)), 2U);
  EXPECT_EQ(checks(), 3);
  EXPECT_FALSE((*held_on_agent(*store, "A3", k_issued))["certificates"].empty());
  EXPECT_TRUE((*held_on_agent(*store, "A2", k_issued))["certificates"].empty());
  EXPECT_EQ(records(RecordKind::retention).size(), 1U);
}

TEST_F(Removal, TakesNoErasedCertificateAgain) {
  const Json document = of_agent("A1", 0);
  import({document});
  ASSERT_EQ(*erase_agent(*store, employer, "A1", k_issued), 1U);
  EXPECT_EQ(import({document}).certificates, 0U) << "what was erased is not back with the next import";
}

TEST(LogRuns, AreReadAsTheyWereWritten) {
  const LogRuns runs{{0, 3}, {5, 5}, {9, 12}};
  const auto read = read_runs(written_runs(runs));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, runs);
  for (const LogIndex inside : {0, 3, 5, 9, 12}) EXPECT_TRUE(contains(runs, inside)) << inside;
  for (const LogIndex outside : {-1, 4, 6, 8, 13}) EXPECT_FALSE(contains(runs, outside)) << outside;
  EXPECT_FALSE(read_runs(Json::parse("[[3,1]]")).has_value());
  EXPECT_FALSE(read_runs(Json::parse("[[0,3],[2,5]]")).has_value());
  EXPECT_FALSE(read_runs(Json::parse("[1]")).has_value());
}

}  // namespace
}  // namespace preshift::testing
