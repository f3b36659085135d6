#pragma once

#include "problem.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace preshift {

/// Bytes that are no text: a digest, a compressed document.
struct SqlBytes {
  std::string_view view;
};

/// What is put in a statement's place $1, $2, ...; views must outlive the call. std::monostate is null.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string_view, SqlBytes>;

/// The row that a query has come to, by columns from 0. Of a null: 0, not a number, "".
class SqlRow {
 public:
  virtual ~SqlRow() = default;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual double real(int column) const = 0;
  [[nodiscard]] virtual std::string text(int column) const = 0;
  [[nodiscard]] virtual std::string bytes(int column) const = 0;
};

using TakeRow = std::function<void(const SqlRow&)>;

/// A connection to a database, as thin as the store needs it. Statements are the same for all: numbered
/// places $1, $2, ..., and what SQLite and PostgreSQL have in common. Only Failures come out of it, no
/// exceptions but those that a TakeRow throws. For one thread at a time.
class SqlDatabase {
 public:
  virtual ~SqlDatabase() = default;

  /// Waits until nobody else writes, for a minute at most.
  [[nodiscard]] virtual Result<void> begin() = 0;
  [[nodiscard]] virtual Result<void> commit() = 0;
  /// Of what begin() began; nothing when nothing was.
  virtual void rollback() = 0;
  [[nodiscard]] virtual bool is_writing() const = 0;

  /// What is read between the two is of one moment. Inside of begin() and commit() it is so anyhow.
  [[nodiscard]] virtual Result<void> begin_reading() = 0;
  virtual void end_reading() = 0;

  /// How many rows it changed.
  [[nodiscard]] virtual Result<std::int64_t> execute(const std::string& statement,
                                                     std::span<const SqlValue> values) = 0;
  /// Of few rows. The TakeRow may not use the database.
  [[nodiscard]] virtual Result<void> query(const std::string& statement, std::span<const SqlValue> values,
                                           const TakeRow& take) = 0;
  /// Of any number of rows, which are never all in memory. The TakeRow may query and scan.
  [[nodiscard]] virtual Result<void> scan(const std::string& statement, std::span<const SqlValue> values,
                                          const TakeRow& take) = 0;
  /// Rows one after the other in `values`, as many values each as `columns` ("a, b, c") names.
  [[nodiscard]] virtual Result<void> insert_rows(const std::string& table, const std::string& columns,
                                                 std::span<const SqlValue> values) = 0;

  /// A statement of the schema (schema.hpp says in which words).
  [[nodiscard]] virtual Result<void> define(const std::string& statement) = 0;
  [[nodiscard]] virtual Result<bool> has_table(const std::string& name) = 0;
  /// After a commit: does what can be done so that what was removed is gone from the disk.
  virtual void scrub() = 0;

  /// What it is called in messages; without a password.
  [[nodiscard]] virtual std::string place() const = 0;
};

}  // namespace preshift
