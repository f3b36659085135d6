#include "file_bytes.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace preshift {
namespace {

TEST(ReadFile, GivesBackEveryByte) {
  const testing::TemporaryFolder folder;
  const std::string bytes("a\0b\r\n\xFF", 6);
  const auto read = read_file(folder.write("file", bytes), 100);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, bytes);
}

TEST(ReadFile, ReadsAnEmptyFile) {
  const testing::TemporaryFolder folder;
  const auto read = read_file(folder.write("file", ""), 0);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, "");
}

TEST(ReadFile, TellsMissingFilesFromFolders) {
  const testing::TemporaryFolder folder;
  EXPECT_EQ(read_file(folder.path() / "none", 100).error(), FileError::missing);
  EXPECT_EQ(read_file(folder.path(), 100).error(), FileError::not_a_file);
}

TEST(ReadFile, RefusesOneByteTooMuch) {
  const testing::TemporaryFolder folder;
  const auto file = folder.write("file", "12345");
  EXPECT_TRUE(read_file(file, 5));
  EXPECT_EQ(read_file(file, 4).error(), FileError::too_large);
}

TEST(ReadFile, DoesNotWaitForAPipeThatNobodyWrites) {
  const testing::TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(read_file(folder.path() / "pipe", 100).error(), FileError::not_a_file);
  EXPECT_EQ(read_file("/dev/zero", 100).error(), FileError::not_a_file);
}

}  // namespace
}  // namespace preshift
