#include "postgresql_database.hpp"

#include "postgresql_values.hpp"
#include "store_texts.hpp"

#include <algorithm>
#include <pqxx/pqxx>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace preshift {
namespace {

/// What begin() locks: a number of our own among those of the server's advisory locks.
constexpr const char* k_take_lock = "SELECT pg_advisory_xact_lock(5784960842153)";
constexpr int k_rows_at_once = 5000;

/// A connection and what hangs on it.
struct Session {
  explicit Session(const std::string& address) : connection(address) {}

  pqxx::connection connection;
  pqxx::quiet_errorhandler quiet{connection};  // libpq's notices would go to the terminal
  std::unordered_map<std::string, std::string> prepared;
};

class PostgresqlDatabase final : public SqlDatabase {
 public:
  PostgresqlDatabase(ServerAddress address, std::chrono::milliseconds longest_wait)
      : m_address(std::move(address)), m_longest_wait(longest_wait) {}
  ~PostgresqlDatabase() override {
    m_writing.reset();
    m_reading.reset();
  }

  Result<void> connect() {
    return attempt([this] { session(); });
  }

  Result<void> begin() override {
    auto begun = attempt([this] {
      m_writing = std::make_unique<pqxx::work>(session().connection);
      m_writing->exec("SET LOCAL lock_timeout = " + std::to_string(m_longest_wait.count()));
      m_writing->exec(k_take_lock);
    });
    if (!begun) rollback();
    return begun;
  }

  Result<void> commit() override {
    if (!m_writing) return unusable_input(store_text("store.undone"), place());
    auto committed = attempt([this] { m_writing->commit(); });
    rollback();  // of nothing, once it is committed
    return committed;
  }

  void rollback() override { m_writing.reset(); }
  bool is_writing() const override { return m_writing != nullptr; }

  Result<void> begin_reading() override {
    if (m_writing || m_readers++ > 0) return {};
    auto begun = attempt([this] { m_reading = std::make_unique<Reading>(session().connection); });
    if (!begun) m_readers = 0;
    return begun;
  }

  void end_reading() override {
    if (!m_writing && m_readers > 0 && --m_readers == 0) m_reading.reset();
  }

  Result<std::int64_t> execute(const std::string& statement, std::span<const SqlValue> values) override {
    return attempt(
        [&]() -> std::int64_t { return static_cast<std::int64_t>(run(statement, values).affected_rows()); });
  }

  Result<void> query(const std::string& statement, std::span<const SqlValue> values,
                     const TakeRow& take) override {
    return within_transaction([&] { take_all(run(statement, values), take); });
  }

  Result<void> scan(const std::string& statement, std::span<const SqlValue> values,
                    const TakeRow& take) override {
    return within_transaction([&] {
      const std::string cursor = "scan_" + std::to_string(m_cursors++);
      const TextValues texts(values);
      transaction().exec_params("DECLARE " + cursor + " NO SCROLL CURSOR FOR " + statement,
                                pqxx::prepare::make_dynamic_params(texts.fields()));
      const std::string fetch = "FETCH " + std::to_string(k_rows_at_once) + " FROM " + cursor;
      for (;;) {
        const pqxx::result rows = transaction().exec(fetch);
        take_all(rows, take);
        if (rows.size() < k_rows_at_once) break;
      }
      transaction().exec("CLOSE " + cursor);
    });
  }

  Result<void> insert_rows(const std::string& table, const std::string& columns,
                           std::span<const SqlValue> values) override {
    if (values.empty()) return {};
    const std::vector<std::string> names = split_columns(columns);
    return attempt([&] {
      pqxx::stream_to stream(transaction(), table, names);
      for (std::size_t row = 0; row < values.size(); row += names.size())
        write_row(stream, TextValues(values.subspan(row, names.size())));
      stream.complete();
    });
  }

  Result<void> define(const std::string& statement) override {
    std::string words = statement;
    for (const std::string_view own : {" PLAIN", " CLUSTERED"})
      if (words.ends_with(own)) words.resize(words.size() - own.size());
    return attempt([&] { transaction().exec(words); });
  }

  /// Reads the catalogue itself: to_regclass would answer from memory what was so before begin() waited.
  Result<bool> has_table(const std::string& name) override {
    bool has = false;
    const SqlValue values[] = {std::string_view(name)};
    auto asked = query("SELECT COUNT(*) FROM pg_class WHERE relname = $1 AND pg_table_is_visible(oid)",
                       values, [&](const SqlRow& row) { has = row.integer(0) != 0; });
    if (!asked) return Failure{asked.error()};
    return has;
  }

  /// The server's own copies of the past (its log, backups) are its keeper's to remove.
  void scrub() override {
    auto best_effort = attempt([this] {
      pqxx::nontransaction plain(session().connection);
      plain.exec("VACUUM names, certificates, identities, documents, waivers, records, rejected_documents");
    });
    static_cast<void>(best_effort.has_value());
  }

  std::string place() const override { return m_address.place; }

 private:
  using Reading = pqxx::transaction<pqxx::repeatable_read, pqxx::read_only>;

  Session& session() {
    if (!m_session) {
      m_session = std::make_unique<Session>(m_address.address);
      pqxx::nontransaction(m_session->connection).exec("SET client_min_messages = warning");
    }
    return *m_session;
  }

  pqxx::transaction_base& transaction() {
    if (m_writing) return *m_writing;
    if (m_reading) return *m_reading;
    throw pqxx::broken_connection("it was closed");  // in the middle of a reading
  }

  pqxx::result run(const std::string& statement, std::span<const SqlValue> values) {
    pqxx::transaction_base& open = transaction();
    const auto [entry, is_new] =
        m_session->prepared.try_emplace(statement, "s" + std::to_string(m_session->prepared.size()));
    if (is_new) m_session->connection.prepare(entry->second, statement);
    const TextValues texts(values);
    return open.exec_prepared(entry->second, pqxx::prepare::make_dynamic_params(texts.fields()));
  }

  static void take_all(const pqxx::result& rows, const TakeRow& take) {
    for (const pqxx::row& row : rows) take(PostgresqlRow(row));
  }

  template <class Action>
  Result<void> within_transaction(Action&& action) {
    if (auto begun = begin_reading(); !begun) return begun;
    auto done = attempt(action);
    end_reading();
    return done;
  }

  /// What the action returns, or why libpqxx failed. Exceptions of who takes rows go through.
  template <class Action, class Value = std::invoke_result_t<Action>>
  Result<Value> attempt(Action&& action) {
    try {
      if constexpr (std::is_void_v<Value>) {
        action();
        return {};
      } else {
        return action();
      }
    } catch (const pqxx::sql_error& error) {
      return failure_of(error);
    } catch (const pqxx::failure& error) {  // what the server never answered
      return lost(error.what());
    } catch (const pqxx::pqxx_exception& error) {
      return unusable_input(store_text("store.failed"), place(),
                            without_secrets(error.base().what(), m_address));
    }
  }

  /// The server undoes what was not committed; here the pieces are put away.
  Failure<Problem> lost(const std::string& reason) {
    const bool was_connected = m_session != nullptr;
    m_writing.reset();
    m_reading.reset();
    m_readers = 0;
    m_session.reset();
    return unusable_input(
        was_connected ? store_text("store.connection_lost") : store_text("store.not_opened"), place(),
        without_secrets(reason, m_address));
  }

  Failure<Problem> failure_of(const pqxx::sql_error& error) {
    const std::string& state = error.sqlstate();
    if (!m_session || !m_session->connection.is_open() || state.empty() || state.starts_with("08") ||
        state.starts_with("57P"))
      return lost(error.what());
    const std::string reason = without_secrets(error.what(), m_address);
    if (state == "55P03")
      return unusable_input(store_text("store.busy"), place(),
                            std::chrono::duration<double>(m_longest_wait).count());
    if (state == "53100") return unusable_input(store_text("store.disk_full"), place());
    if (state == "25006" || state == "42501")
      return unusable_input(store_text("store.read_only"), place(), reason);
    if (state.starts_with("23")) return unusable_input(store_text("store.duplicate"), place(), reason);
    if (state.starts_with("XX")) return unusable_input(store_text("store.damaged"), place(), reason);
    return unusable_input(store_text("store.failed"), place(), reason);
  }

  ServerAddress m_address;
  std::chrono::milliseconds m_longest_wait;
  std::unique_ptr<Session> m_session;
  std::unique_ptr<pqxx::work> m_writing;
  std::unique_ptr<Reading> m_reading;
  int m_readers = 0;
  unsigned m_cursors = 0;
};

}  // namespace

Result<std::unique_ptr<SqlDatabase>> open_postgresql(const ServerAddress& address,
                                                     std::chrono::milliseconds longest_wait) {
  auto database = std::make_unique<PostgresqlDatabase>(address, longest_wait);
  if (auto connected = database->connect(); !connected) return Failure{connected.error()};
  return std::unique_ptr<SqlDatabase>(std::move(database));
}

}  // namespace preshift
