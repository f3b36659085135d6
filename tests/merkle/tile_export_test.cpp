#include "tile_export.hpp"

#include "merkle_texts.hpp"
#include "reference_tree.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

namespace preshift {
namespace {

std::string bytes_in(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::set<std::string> files_in(const std::filesystem::path& folder) {
  std::set<std::string> files;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
    if (file.is_regular_file()) files.insert(std::filesystem::relative(file, folder).string());
  return files;
}

std::string entry_of(std::size_t number) {
  return "entry " + std::to_string(number);
}

/// The bundle's form, from its definition: two bytes of length, the most weighty first.
std::string bundle_of(std::size_t from, std::size_t until) {
  std::string bytes;
  for (std::size_t i = from; i < until; ++i) {
    const std::string entry = entry_of(i);
    bytes += static_cast<char>(entry.size() / 256);
    bytes += static_cast<char>(entry.size() % 256);
    bytes += entry;
  }
  return bytes;
}

std::string hashes_of(std::span<const MerkleHash> hashes) {
  std::string bytes;
  for (const MerkleHash& hash : hashes) bytes.append(hash.begin(), hash.end());
  return bytes;
}

void export_log(const std::filesystem::path& folder, std::size_t size) {
  auto tiles = TileExport::into(folder);
  ASSERT_TRUE(tiles);
  const auto leaves = testing::numbered_leaves(size);
  for (std::size_t i = 0; i < size; ++i) ASSERT_TRUE(tiles->add(leaves[i], entry_of(i)));
  ASSERT_TRUE(tiles->finish("the note\n"));
}

TEST(TileExport, NamesTilesAsTheFormatSays) {
  EXPECT_EQ(tile_path(1234067, 256), "x001/x234/067");
  EXPECT_EQ(tile_path(0, 256), "000");
  EXPECT_EQ(tile_path(999, 1), "999.p/1");
  EXPECT_EQ(tile_path(1000, 255), "x001/000.p/255");
}

// The format's own example: 273 full tiles and one of 112, one full tile and one of 17, one of 1.
TEST(TileExport, HasTheTilesOfSeventyThousandEntries) {
  const testing::TemporaryFolder folder;
  export_log(folder.path() / "log", 70000);
  const auto files = files_in(folder.path() / "log");
  std::set<std::string> expected{"checkpoint", "tile/0/273.p/112", "tile/entries/273.p/112",
                                 "tile/1/000", "tile/1/001.p/17",  "tile/2/000.p/1"};
  for (int i = 0; i < 273; ++i) {
    const std::string number = tile_path(static_cast<std::uint64_t>(i), 256);
    expected.insert("tile/0/" + number);
    expected.insert("tile/entries/" + number);
  }
  EXPECT_EQ(files, expected);
}

TEST(TileExport, HoldsTheHashesAndEntriesOfTheLog) {
  const testing::TemporaryFolder folder;
  const auto log = folder.path() / "log";
  export_log(log, 600);
  const auto leaves = testing::numbered_leaves(600);
  const std::span all(leaves);
  EXPECT_EQ(bytes_in(log / "tile/0/001"), hashes_of(all.subspan(256, 256)));
  EXPECT_EQ(bytes_in(log / "tile/0/002.p/88"), hashes_of(all.subspan(512)));
  EXPECT_EQ(bytes_in(log / "tile/entries/000"), bundle_of(0, 256));
  EXPECT_EQ(bytes_in(log / "tile/entries/002.p/88"), bundle_of(512, 600));
  const std::vector<MerkleHash> upper{testing::defined_root(all.first(256)),
                                      testing::defined_root(all.subspan(256, 256))};
  EXPECT_EQ(bytes_in(log / "tile/1/000.p/2"), hashes_of(upper));
  EXPECT_EQ(bytes_in(log / "checkpoint"), "the note\n");
}

TEST(TileExport, HasNoEmptyTiles) {
  const testing::TemporaryFolder folder;
  export_log(folder.path() / "none", 0);
  EXPECT_EQ(files_in(folder.path() / "none"), std::set<std::string>{"checkpoint"});
  export_log(folder.path() / "full", 256);
  EXPECT_EQ(files_in(folder.path() / "full"),
            (std::set<std::string>{"checkpoint", "tile/0/000", "tile/1/000.p/1", "tile/entries/000"}));
}

TEST(TileExport, KeepsTheLeafOfAnEntryThatIsGone) {
  const testing::TemporaryFolder folder;
  auto tiles = TileExport::into(folder.path() / "log");
  ASSERT_TRUE(tiles);
  ASSERT_TRUE(tiles->add(leaf_hash("a"), std::nullopt));
  ASSERT_TRUE(tiles->add(leaf_hash("b"), "b"));
  ASSERT_TRUE(tiles->finish("note"));
  EXPECT_EQ(bytes_in(folder.path() / "log/tile/entries/000.p/2"), std::string("\0\0\0\1b", 5));
  EXPECT_EQ(bytes_in(folder.path() / "log/tile/0/000.p/2"),
            hashes_of(std::vector{leaf_hash("a"), leaf_hash("b")}));
}

TEST(TileExport, TakesEntriesOfAtMost65535Bytes) {
  const testing::TemporaryFolder folder;
  auto tiles = TileExport::into(folder.path() / "log");
  ASSERT_TRUE(tiles);
  EXPECT_TRUE(tiles->add(leaf_hash("a"), std::string(65535, 'a')));
  const auto refused = tiles->add(leaf_hash("b"), std::string(65536, 'b'));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.text.id, "tiles.entry_too_large");
  EXPECT_EQ(std::get<std::string>(refused.error().message.arguments[1]), "1");
}

TEST(TileExport, RefusesAFolderWithFilesInIt) {
  const testing::TemporaryFolder folder;
  folder.write("file", "x");
  const auto refused = TileExport::into(folder.path());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.text.id, "tiles.not_empty");
  const auto no_folder = TileExport::into(folder.path() / "file");
  ASSERT_FALSE(no_folder);
}

}  // namespace
}  // namespace preshift
