#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <string>

namespace preshift::testing {

enum class BackendKind { sqlite, postgresql };

inline std::ostream& operator<<(std::ostream& stream, BackendKind kind) {
  return stream << (kind == BackendKind::sqlite ? "SQLite" : "PostgreSQL");
}

/// Where a store can be made, gone with the object.
class StoreBackend {
 public:
  virtual ~StoreBackend() = default;
  [[nodiscard]] virtual const std::string& place() const = 0;
};

[[nodiscard]] std::unique_ptr<StoreBackend> make_backend(BackendKind kind);

// For INSTANTIATE_TEST_SUITE_P: one suite of tests serves every database.
inline const auto k_backends = ::testing::Values(BackendKind::sqlite, BackendKind::postgresql);
inline std::string backend_name(const ::testing::TestParamInfo<BackendKind>& tested) {
  return ::testing::PrintToString(tested.param);
}

}  // namespace preshift::testing
