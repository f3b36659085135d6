#include "document_file.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace preshift {
namespace {

std::string_view refusal(const std::filesystem::path& file) {
  const auto document = read_document_file(file);
  EXPECT_FALSE(document);
  return document ? "" : document.error().message.text.id;
}

TEST(DocumentFile, IsRead) {
  const testing::TemporaryFolder folder;
  const auto document = read_document_file(folder.write("a.json", R"({"a":1})"));
  ASSERT_TRUE(document);
  EXPECT_EQ((*document)["a"], 1);
}

TEST(DocumentFile, SaysWhyItIsRefused) {
  const testing::TemporaryFolder folder;
  EXPECT_EQ(refusal(folder.path() / "none"), "file.missing");
  EXPECT_EQ(refusal(folder.path()), "file.unreadable");
  EXPECT_EQ(refusal(folder.write("a", "[")), "json.malformed");
  EXPECT_EQ(refusal(folder.write("b", R"({"a":1,"a":2})")), "json.duplicate_key");
  EXPECT_EQ(refusal(folder.write("c", std::string(100, '['))), "json.too_deep");
  EXPECT_EQ(refusal(folder.write("d", "[1e999]")), "json.huge_number");
}

TEST(DocumentFile, OfAHundredMegabytesIsRefusedUnread) {
  const testing::TemporaryFolder folder;
  const auto file = folder.write("large.json", "[");
  std::filesystem::resize_file(file, std::uintmax_t{100} * 1024 * 1024);
  EXPECT_EQ(refusal(file), "json.too_large");
}

}  // namespace
}  // namespace preshift
