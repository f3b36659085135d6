#include "sqlite_database.hpp"

#include "folders.hpp"
#include "sqlite_values.hpp"
#include "store_texts.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr int k_application_id = 0x50524553;  // "PRES"
constexpr int k_primary_code = 0xFF;          // of an extended error code

/// Whoever reads, reads most pages once: memory that is used again costs less than new memory. A batch that
/// is written comes back to the pages of its indices. In KiB.
constexpr const char* k_reading_cache = "cache_size=-4096";
constexpr const char* k_writing_cache = "cache_size=-65536";

Failure<Problem> failure_of(const std::string& place, const SQLite::Exception& error,
                            std::chrono::milliseconds waited) {
  const std::string reason = error.what();
  switch (error.getErrorCode() & k_primary_code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return unusable_input(store_text("store.busy"), place, std::chrono::duration<double>(waited).count());
    case SQLITE_FULL:
      return unusable_input(store_text("store.disk_full"), place);
    case SQLITE_READONLY:
      return unusable_input(store_text("store.read_only"), place, reason);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return unusable_input(store_text("store.not_opened"), place, reason);
    case SQLITE_NOTADB:
      return unusable_input(store_text("store.not_a_store"), place);
    case SQLITE_CORRUPT:
      return unusable_input(store_text("store.damaged"), place, reason);
    case SQLITE_CONSTRAINT:
      return unusable_input(store_text("store.duplicate"), place, reason);
    default:
      return unusable_input(store_text("store.failed"), place, reason);
  }
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// A statement that goes on holds a lock.
class Reset {
 public:
  explicit Reset(SQLite::Statement& statement) : m_statement(statement) {}
  ~Reset() { m_statement.tryReset(); }
  Reset(const Reset&) = delete;
  Reset& operator=(const Reset&) = delete;

 private:
  SQLite::Statement& m_statement;
};

/// How SQLite is told of a file: its name and the flags of opening it.
struct Opening {
  std::string name;
  int flags;
};

class SqliteDatabase final : public SqlDatabase {
 public:
  SqliteDatabase(std::string place, const Opening& opening, std::chrono::milliseconds longest_wait)
      : m_place(std::move(place)),
        m_longest_wait(longest_wait),
        m_database(opening.name, opening.flags | SQLite::OPEN_NOMUTEX,
                   static_cast<int>(longest_wait.count())) {}

  /// Throws. False, and nothing done, when the file is another program's.
  [[nodiscard]] bool set_up(bool is_new) {
    if (is_new) m_database.exec("PRAGMA application_id=" + std::to_string(k_application_id));
    if (m_database.execAndGet("PRAGMA application_id").getInt() != k_application_id) return false;
    for (const char* setting : {"foreign_keys=ON", "synchronous=FULL", "secure_delete=ON", k_reading_cache,
                                "temp_store=FILE", "wal_autocheckpoint=8000", "trusted_schema=OFF"})
      m_database.exec(std::string("PRAGMA ") + setting);
    if (!is_read_only()) use_write_ahead_log();
    return true;
  }

  Result<void> begin() override {
    if (is_read_only())  // SQLite would let the transaction begin
      return unusable_input(store_text("store.read_only"), m_place, sqlite3_errstr(SQLITE_READONLY));
    return attempt([this] {
      m_database.exec(std::string("PRAGMA ") + k_writing_cache);
      m_database.exec("BEGIN IMMEDIATE");
      m_is_writing = true;
    });
  }

  Result<void> commit() override {
    if (!m_is_writing) return unusable_input(store_text("store.undone"), m_place);
    auto committed = attempt([this] { m_database.exec("COMMIT"); });
    if (committed)
      m_is_writing = false;
    else
      rollback();
    return committed;
  }

  void rollback() override {
    if (!m_is_writing) return;
    m_is_writing = false;
    // After some failures SQLite has rolled back by itself.
    if (sqlite3_get_autocommit(m_database.getHandle()) == 0) m_database.tryExec("ROLLBACK");
  }

  bool is_writing() const override { return m_is_writing; }

  Result<void> begin_reading() override {
    if (m_is_writing || m_readers++ > 0) return {};
    auto begun = attempt([this] { m_database.exec("BEGIN"); });
    if (!begun) m_readers = 0;
    return begun;
  }

  void end_reading() override {
    if (!m_is_writing && --m_readers == 0) m_database.tryExec("COMMIT");
  }

  Result<std::int64_t> execute(const std::string& sql, std::span<const SqlValue> values) override {
    return attempt([&]() -> std::int64_t {
      SQLite::Statement& prepared = statement(sql);
      const Reset reset(prepared);
      bind_all(prepared, values);
      return prepared.exec();
    });
  }

  Result<void> query(const std::string& sql, std::span<const SqlValue> values, const TakeRow& take) override {
    return attempt([&] { run(statement(sql), values, take); });
  }

  Result<void> scan(const std::string& sql, std::span<const SqlValue> values, const TakeRow& take) override {
    return attempt([&] {
      SQLite::Statement prepared(m_database, places(sql));
      run(prepared, values, take);
    });
  }

  Result<void> insert_rows(const std::string& table, const std::string& columns,
                           std::span<const SqlValue> values) override {
    if (values.empty()) return {};
    const auto width = static_cast<std::size_t>(std::count(columns.begin(), columns.end(), ',')) + 1;
    return attempt([&] {
      std::string sql = "INSERT INTO " + table + " (" + columns + ") VALUES (?";
      for (std::size_t i = 1; i < width; ++i) sql += ", ?";
      SQLite::Statement& prepared = statement(sql + ')');
      for (std::size_t row = 0; row < values.size(); row += width) {
        const Reset reset(prepared);
        bind_all(prepared, values.subspan(row, width));
        prepared.exec();
      }
    });
  }

  Result<void> define(const std::string& sql) override {
    return attempt([&] {
      std::string words = sql;
      replace_all(words, "BIGINT", "INTEGER");
      replace_all(words, "SMALLINT", "INTEGER");
      replace_all(words, "DOUBLE PRECISION", "REAL");
      replace_all(words, "BYTEA", "BLOB");
      replace_all(words, " CLUSTERED", " WITHOUT ROWID, STRICT");
      replace_all(words, " PLAIN", " STRICT");
      m_database.exec(words);
    });
  }

  Result<bool> has_table(const std::string& name) override {
    return attempt([&]() -> bool { return m_database.tableExists(name); });
  }

  void scrub() override { m_database.tryExec("PRAGMA wal_checkpoint(TRUNCATE)"); }

  std::string place() const override { return m_place; }

  /// What the action returns, or why SQLite failed.
  template <class Action, class Value = std::invoke_result_t<Action>>
  Result<Value> attempt(Action&& action) {
    try {
      if constexpr (std::is_void_v<Value>) {
        action();
        return {};
      } else {
        return action();
      }
    } catch (const SQLite::Exception& error) {
      return failure_of(m_place, error, m_longest_wait);
    }
  }

 private:
  [[nodiscard]] bool is_read_only() const { return sqlite3_db_readonly(m_database.getHandle(), "main") == 1; }

  /// Once for the file's life. SQLite does not wait by itself here for others who open it.
  void use_write_ahead_log() {
    constexpr std::chrono::milliseconds k_pause{10};
    const auto deadline = std::chrono::steady_clock::now() + m_longest_wait;
    for (;;) {
      try {
        if (m_database.execAndGet("PRAGMA journal_mode").getString() != "wal")
          m_database.exec("PRAGMA journal_mode=WAL");
        return;
      } catch (const SQLite::Exception& error) {
        const bool is_busy = (error.getErrorCode() & k_primary_code) == SQLITE_BUSY;
        if (!is_busy || std::chrono::steady_clock::now() > deadline) throw;
      }
      std::this_thread::sleep_for(k_pause);
    }
  }

  static std::string places(const std::string& sql) {
    std::string own = sql;
    std::replace(own.begin(), own.end(), '$', '?');
    return own;
  }

  SQLite::Statement& statement(const std::string& sql) {
    const auto found = m_statements.find(sql);
    if (found != m_statements.end()) return found->second;
    return m_statements.try_emplace(sql, m_database, places(sql)).first->second;
  }

  static void run(SQLite::Statement& prepared, std::span<const SqlValue> values, const TakeRow& take) {
    const Reset reset(prepared);
    bind_all(prepared, values);
    const SqliteRow row(prepared);
    while (prepared.executeStep()) take(row);
  }

  std::string m_place;
  std::chrono::milliseconds m_longest_wait;
  SQLite::Database m_database;
  std::unordered_map<std::string, SQLite::Statement> m_statements;
  bool m_is_writing = false;
  int m_readers = 0;
};

/// Makes the file, for the user alone; SQLite gives its other files the same rights.
Result<void> make_file(const std::string& place, const std::filesystem::path& file) {
  constexpr int k_user_alone = 0600;
  int error = make_private_folders(file.parent_path());
  if (error == 0) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, k_user_alone);
    error = descriptor < 0 ? errno : 0;
    if (descriptor >= 0) ::close(descriptor);
  }
  if (error == 0) {
    write_folder_through(file.parent_path());
    return {};
  }
  return unusable_input(store_text("store.not_opened"), place, std::generic_category().message(error));
}

/// Whether no account may write the file: SQLite then reads it without a lock. That it is mounted to be read
/// alone says nothing of those who have it elsewhere.
bool is_written_by_nobody(const std::filesystem::path& file) {
  struct stat rights {};
  constexpr mode_t k_may_write = 0222;
  return ::stat(file.c_str(), &rights) == 0 && (rights.st_mode & k_may_write) == 0;
}

bool may_be_copied(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::is_regular_file(file, error) && ::access(file.c_str(), R_OK) == 0;
}

/// For a file that nobody writes, in a folder where SQLite can make no other beside it, such as an auditor's
/// copy on a medium that is not to be written.
Opening unchanging(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : file.string()) {
    constexpr std::string_view k_meaning_more = "%?#";
    if (k_meaning_more.find(c) == std::string_view::npos)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return {uri + "?immutable=1", SQLite::OPEN_READONLY | SQLite::OPEN_URI};
}

/// Whether nothing of the file's content is still in its write-ahead log.
bool is_whole(const std::filesystem::path& file) {
  std::error_code error;
  const auto log = std::filesystem::path(file).concat("-wal");
  return !std::filesystem::exists(log, error) || std::filesystem::file_size(log, error) == 0;
}

/// Throws what SQLite does.
Result<std::unique_ptr<SqlDatabase>> opened(const std::string& place, const Opening& opening, bool is_new,
                                            std::chrono::milliseconds longest_wait) {
  auto database = std::make_unique<SqliteDatabase>(place, opening, longest_wait);
  if (!database->set_up(is_new)) return unusable_input(store_text("store.not_a_store"), place);
  return std::unique_ptr<SqlDatabase>(std::move(database));
}

}  // namespace

Result<std::unique_ptr<SqlDatabase>> open_sqlite(const std::string& file, bool make,
                                                 std::chrono::milliseconds longest_wait) {
  std::error_code error;
  const auto path = std::filesystem::absolute(file, error);  // so that SQLite sees no special name
  if (!std::filesystem::exists(path, error)) {
    if (!make) return unusable_input(store_text("store.missing"), file);
    if (auto made = make_file(file, path); !made) return Failure{made.error()};
  }
  const bool is_new = std::filesystem::file_size(path, error) == 0 && !error;
  if (is_new && !make) return unusable_input(store_text("store.missing"), file);
  try {
    try {
      return opened(file, {path.string(), SQLite::OPEN_READWRITE}, is_new, longest_wait);
    } catch (const SQLite::Exception& failed) {
      const int code = failed.getErrorCode() & k_primary_code;
      if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || is_new) throw;
      if (!is_whole(path) || !may_be_copied(path)) throw;
      if (!is_written_by_nobody(path)) return unusable_input(store_text("store.needs_copy"), file);
      return opened(file, unchanging(path), false, longest_wait);
    }
  } catch (const SQLite::Exception& failed) {
    return failure_of(file, failed, longest_wait);
  }
}

}  // namespace preshift
