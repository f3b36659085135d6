#include "store_backend.hpp"

#include "postgresql_server.hpp"
#include "temporary_folder.hpp"

namespace preshift::testing {
namespace {

class SqliteBackend final : public StoreBackend {
 public:
  const std::string& place() const override { return m_place; }

 private:
  TemporaryFolder m_folder;
  std::string m_place = (m_folder.path() / "audit.db").string();
};

class PostgresqlBackend final : public StoreBackend {
 public:
  const std::string& place() const override { return m_place; }

 private:
  std::string m_place = postgresql_server().new_database();
};

}  // namespace

std::unique_ptr<StoreBackend> make_backend(BackendKind kind) {
  if (kind == BackendKind::postgresql) return std::make_unique<PostgresqlBackend>();
  return std::make_unique<SqliteBackend>();
}

}  // namespace preshift::testing
