#include "audit_store_fixture.hpp"
#include "postgresql_server.hpp"
#include "postgresql_support.hpp"
#include "schema.hpp"

#include <pqxx/pqxx>

/// For the leak sanitizer alone: libpqxx 6.4 loses the answer of a COPY whose server went away.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:PQmakeEmptyPGresult";
}

namespace preshift {
namespace {

using testing::AuditStoreTest;
using testing::BackendKind;
using testing::failure_of;
using testing::made_record;
using testing::postgresql_server;
using Indices = std::vector<LogIndex>;

class PostgresqlStore : public AuditStoreTest {};

template <class T>
std::string words_of(const Result<T>& result) {
  return result ? "" : render(result.error().message, Language::english);
}

TEST_P(PostgresqlStore, IsNamedWithoutItsPassword) {
  EXPECT_NE(place().find("secret"), std::string::npos);
  EXPECT_EQ(store().place().find("secret"), std::string::npos) << store().place();
  EXPECT_NE(store().place().find("preshift@"), std::string::npos) << store().place();
}

TEST_P(PostgresqlStore, LosesNothingButTheTransactionWhenTheServerStopsInItsMiddle) {
  commit(made_records(0, 10));
  ASSERT_TRUE(store().begin());
  ASSERT_TRUE(add(store(), made_records(10, 20), 10));
  postgresql_server().stop_at_once();
  const auto failed = add(store(), made_records(20, 30), 20);
  EXPECT_EQ(failure_of(failed), "store.connection_lost");
  EXPECT_NE(words_of(failed).find(store().place()), std::string::npos) << words_of(failed);
  EXPECT_EQ(words_of(failed).find("secret"), std::string::npos) << words_of(failed);
  EXPECT_EQ(failure_of(store().commit()), "store.undone");
  EXPECT_EQ(failure_of(store().begin()), "store.not_opened");
  postgresql_server().start();
  EXPECT_EQ(indices().size(), 10U);
  commit(made_records(10, 30), 10);
  EXPECT_EQ(stored().size(), 30U);
}

TEST_P(PostgresqlStore, IsNotHalfCommittedWhenTheServerStopsBeforeTheCommit) {
  commit(made_records(0, 10));
  ASSERT_TRUE(store().begin());
  ASSERT_TRUE(add(store(), made_records(10, 20), 10));
  postgresql_server().stop_at_once();
  EXPECT_EQ(failure_of(store().commit()), "store.connection_lost");
  postgresql_server().start();
  EXPECT_EQ(indices().size(), 10U);
}

TEST_P(PostgresqlStore, ReadsAgainAfterTheServerStoppedBetween) {
  commit(made_records(0, 10));
  postgresql_server().stop_at_once();
  EXPECT_FALSE(store().log_state());
  postgresql_server().start();
  EXPECT_TRUE(store().log_state());
  EXPECT_EQ(stored().size(), 10U);
}

TEST_P(PostgresqlStore, SaysSoWhenTheServerStopsInTheMiddleOfAReading) {
  commit(made_records(0, 6000));
  int seen = 0;
  const auto read = store().each_certificate({}, [&](const CertificateRow&) {
    if (++seen == 1) postgresql_server().stop_at_once();
  });
  EXPECT_EQ(failure_of(read), "store.connection_lost");
  EXPECT_LT(seen, 6000);
  postgresql_server().start();
  EXPECT_EQ(indices().size(), 6000U);
}

TEST_P(PostgresqlStore, TellsAfterAWhileThatSomebodyElseWrites) {
  ASSERT_TRUE(store().begin());
  const auto other = open_on_server(place(), std::chrono::milliseconds(20));
  ASSERT_TRUE(other);
  EXPECT_EQ(failure_of((*other)->begin()), "store.busy");
  store().rollback();
  EXPECT_TRUE((*other)->begin());
}

TEST_P(PostgresqlStore, IsMadeOnlyWhenItIsToBe) {
  const std::string empty = postgresql_server().new_database();
  EXPECT_EQ(failure_of(open_audit_store(empty, false)), "store.missing");
  EXPECT_TRUE(open_audit_store(empty, true));
  EXPECT_TRUE(open_audit_store(empty, false));
}

TEST_P(PostgresqlStore, OfANewerSchemaIsRefused) {
  pqxx::connection connection(place());
  pqxx::nontransaction(connection).exec("INSERT INTO schema_steps VALUES (99)");
  const auto refused = open_audit_store(place(), true);
  EXPECT_EQ(failure_of(refused), "store.newer");
  EXPECT_NE(words_of(refused).find("its schema is 99"), std::string::npos) << words_of(refused);
}

TEST_P(PostgresqlStore, ThatMayOnlyBeReadSaysSo) {
  commit(made_records(0, 3));
  auto reader = open_audit_store(place() + "&options=-c%20default_transaction_read_only%3Don", false);
  ASSERT_TRUE(reader) << words_of(reader);
  int seen = 0;
  EXPECT_TRUE((*reader)->each_certificate({}, [&](const CertificateRow&) { ++seen; }));
  EXPECT_EQ(seen, 3);
  ASSERT_TRUE((*reader)->begin());
  EXPECT_EQ(failure_of(add(**reader, {made_record(3)}, 3)), "store.read_only");
}

TEST_P(PostgresqlStore, NamesAServerThatIsNotThereWithoutThePassword) {
  for (const char* address :
       {"postgresql://me:hush%21@/nothing?host=/nowhere", "postgresql://me@/x?host=/nowhere&password=hush!",
        "postgresql://me:hush!@[::1/x", "postgresql://me:hush!@localhost:port/x"}) {
    const auto failed = open_audit_store(address, true);
    EXPECT_EQ(failure_of(failed), "store.not_opened") << address;
    EXPECT_EQ(words_of(failed).find("hush"), std::string::npos) << words_of(failed);
  }
}

TEST_P(PostgresqlStore, NamesAModuleThatIsNotThere) {
  const auto failed = open_on_server(place(), k_longest_wait, "/nowhere/module.so");
  EXPECT_EQ(failure_of(failed), "store.no_driver");
  EXPECT_EQ(words_of(failed).find("secret"), std::string::npos) << words_of(failed);
}

INSTANTIATE_TEST_SUITE_P(Of, PostgresqlStore, ::testing::Values(BackendKind::postgresql),
                         testing::backend_name);

}  // namespace
}  // namespace preshift
