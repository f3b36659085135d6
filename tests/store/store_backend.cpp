#include "store_backend.hpp"

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

}  // namespace

std::unique_ptr<StoreBackend> make_backend(BackendKind) {
  return std::make_unique<SqliteBackend>();
}

}  // namespace preshift::testing
