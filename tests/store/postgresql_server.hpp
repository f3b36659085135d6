#pragma once

#include "temporary_folder.hpp"

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace preshift::testing {

/// A PostgreSQL server of our own, on a socket in a temporary folder that only this process knows; gone with
/// the object. Runs as the user `postgres` when we are root, which the server refuses to be.
class PostgresqlServer {
 public:
  /// `is_durable`: it writes through to the disk, as a real one does; tests need not wait for that.
  explicit PostgresqlServer(bool is_durable = false);
  ~PostgresqlServer();
  PostgresqlServer(const PostgresqlServer&) = delete;
  PostgresqlServer& operator=(const PostgresqlServer&) = delete;

  void start();
  /// As when its machine loses power: nothing is put in order first.
  void stop_at_once();

  /// postgresql://... of an empty database that nobody else uses.
  [[nodiscard]] std::string new_database();
  [[nodiscard]] std::string address_of(const std::string& database) const;

 private:
  TemporaryFolder m_folder;
  std::filesystem::path m_programs;
  bool m_is_durable;
  pid_t m_server = 0;
  int m_databases = 0;
};

/// One for all tests of a process, started when it is first asked for.
[[nodiscard]] PostgresqlServer& postgresql_server();

}  // namespace preshift::testing
