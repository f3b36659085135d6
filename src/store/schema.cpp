#include "schema.hpp"

#include "store_texts.hpp"

#include <array>
#include <iterator>

namespace preshift {
namespace {

/// Moments are seconds since 1970. Numbers of words are explained in audit_rows.hpp; `agent`, `site`, `rule`
/// and the like are numbers of `names`, of which 0 is none. An erased certificate keeps its row in
/// `certificates`, and of `identities` the digest, so that it is not imported again.
constexpr std::string_view k_first_step[] = {
    // NOLINTNEXTLINE(bugprone-suspicious-missing-comma): most statements take several lines
    "CREATE TABLE log (id SMALLINT PRIMARY KEY, origin TEXT NOT NULL, size BIGINT NOT NULL, subtrees BYTEA, "
    "checkpoint TEXT NOT NULL, names_made BIGINT NOT NULL, names_changed BIGINT NOT NULL) PLAIN",
    "INSERT INTO log (id, origin, size, checkpoint, names_made, names_changed) VALUES (1, '', 0, '', 1, 0)",
    "CREATE TABLE names (number BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE) PLAIN",

    "CREATE TABLE leaves (entry BIGINT PRIMARY KEY, hash BYTEA NOT NULL) PLAIN",

    "CREATE TABLE certificates (entry BIGINT PRIMARY KEY REFERENCES leaves (entry), "
    "issued_at BIGINT NOT NULL, valid_until BIGINT NOT NULL, agent BIGINT NOT NULL, site BIGINT NOT NULL, "
    "profile BIGINT NOT NULL, kind SMALLINT NOT NULL, outcome SMALLINT NOT NULL, assurance SMALLINT NOT "
    "NULL, "
    "is_live SMALLINT NOT NULL, is_erased SMALLINT NOT NULL, level_dba DOUBLE PRECISION, "
    "uncertainty_db DOUBLE PRECISION, limit_dba DOUBLE PRECISION) PLAIN",
    "CREATE INDEX certificates_by_moment ON certificates (issued_at)",
    "CREATE INDEX certificates_by_agent ON certificates (agent)",

    "CREATE TABLE identities (entry BIGINT PRIMARY KEY REFERENCES certificates (entry), id BYTEA, "
    "digest BYTEA NOT NULL, issuer BIGINT NOT NULL, nonce TEXT, measurements BYTEA, "
    "imported_at BIGINT NOT NULL) PLAIN",
    "CREATE UNIQUE INDEX identities_by_digest ON identities (digest)",
    "CREATE INDEX identities_by_id ON identities (id)",

    "CREATE TABLE documents (entry BIGINT PRIMARY KEY REFERENCES certificates (entry), "
    "document BYTEA NOT NULL) PLAIN",

    "CREATE TABLE failed_rules (certificate BIGINT NOT NULL REFERENCES certificates (entry), "
    "position SMALLINT NOT NULL, rule BIGINT NOT NULL, requirement BIGINT NOT NULL, reason BIGINT NOT NULL, "
    "required SMALLINT NOT NULL, waived SMALLINT NOT NULL, result SMALLINT NOT NULL, "
    "PRIMARY KEY (certificate, position)) CLUSTERED",

    "CREATE TABLE waivers (certificate BIGINT NOT NULL REFERENCES certificates (entry), "
    "position SMALLINT NOT NULL, rule BIGINT NOT NULL, approver BIGINT NOT NULL, ends_at BIGINT NOT NULL, "
    "state SMALLINT NOT NULL, justification TEXT NOT NULL, PRIMARY KEY (certificate, position)) CLUSTERED",

    "CREATE TABLE records (entry BIGINT PRIMARY KEY REFERENCES leaves (entry), kind SMALLINT NOT NULL, "
    "happened_at BIGINT NOT NULL, key TEXT NOT NULL UNIQUE, agent BIGINT NOT NULL, certificate TEXT NOT "
    "NULL, "
    "event TEXT NOT NULL, text TEXT NOT NULL) PLAIN",
    "CREATE INDEX records_by_kind ON records (kind, happened_at, entry)",
    "CREATE INDEX records_by_agent ON records (agent)",

    "CREATE TABLE rejections (number BIGINT PRIMARY KEY, rejected_at BIGINT NOT NULL, source BYTEA NOT NULL, "
    "digest BYTEA NOT NULL UNIQUE, reason TEXT NOT NULL, arguments BYTEA NOT NULL, bytes BYTEA NOT NULL) "
    "PLAIN",
};

/// Rejected documents became entries of the log; those from before are given again: nobody can vouch for what
/// stood beside it.
constexpr std::string_view k_second_step[] = {
    "DROP TABLE rejections",
    "CREATE TABLE rejected_documents (entry BIGINT PRIMARY KEY REFERENCES records (entry), "
    "document BYTEA NOT NULL) PLAIN",
};

/// Step n + 1 at place n. A step that was published is never changed: another one follows it.
constexpr std::span<const std::string_view> k_steps[] = {k_first_step, k_second_step};

constexpr const char* k_table = "schema_steps";

/// 0 when there is none.
Result<std::int64_t> schema_of(SqlDatabase& database) {
  const auto exists = database.has_table(k_table);
  if (!exists) return Failure{exists.error()};
  std::int64_t newest = 0;
  if (!*exists) return newest;
  auto read = database.query("SELECT MAX(step) FROM schema_steps", {},
                             [&](const SqlRow& row) { newest = row.integer(0); });
  if (!read) return Failure{read.error()};
  return newest;
}

Result<void> apply_step(SqlDatabase& database, std::int64_t step) {
  if (step == 1)
    if (auto made = database.define("CREATE TABLE schema_steps (step BIGINT PRIMARY KEY) PLAIN"); !made)
      return made;
  for (const std::string_view statement : k_steps[step - 1])
    if (auto done = database.define(std::string(statement)); !done) return done;
  const std::array<SqlValue, 1> values{step};
  return database.insert_rows(k_table, "step", values);
}

Result<void> apply_missing_steps(SqlDatabase& database) {
  if (auto begun = database.begin(); !begun) return begun;
  const auto schema = schema_of(database);  // another one may have been faster
  if (!schema) return Failure{schema.error()};
  for (std::int64_t step = *schema + 1; step <= newest_schema(); ++step)
    if (auto applied = apply_step(database, step); !applied) {
      database.rollback();
      return applied;
    }
  return database.commit();
}

}  // namespace

std::int64_t newest_schema() {
  return std::ssize(k_steps);
}

Result<void> prepare_schema(SqlDatabase& database, bool make) {
  const auto schema = schema_of(database);
  if (!schema) return Failure{schema.error()};
  if (*schema == 0 && !make) return unusable_input(store_text("store.missing"), database.place());
  if (*schema > newest_schema())
    return unusable_input(store_text("store.newer"), database.place(), std::to_string(*schema),
                          std::to_string(newest_schema()));
  if (*schema < newest_schema()) return apply_missing_steps(database);
  return {};
}

}  // namespace preshift
