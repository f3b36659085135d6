#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace preshift::testing {

/// The published vectors, which do not travel with the project: $PRESHIFT_SHARED, or ../shared beside it.
inline std::filesystem::path shared_vectors() {
  const char* named = std::getenv("PRESHIFT_SHARED");
  const auto shared = named != nullptr ? std::filesystem::path(named)
                                       : std::filesystem::path(PRESHIFT_SOURCE_DIR) / ".." / "shared";
  return shared / "data" / "vectors";
}

inline bool has_shared_vectors() {
  std::error_code error;
  return std::filesystem::is_directory(shared_vectors(), error);
}

/// The whole file, without a line end at its end.
inline std::string vector_text(const std::string& name) {
  std::ifstream file(shared_vectors() / name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace preshift::testing
