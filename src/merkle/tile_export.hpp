#pragma once

#include "merkle_tree.hpp"
#include "problem.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A copy of a log that others read with their own tools (c2sp.org/tlog-tiles): `checkpoint`, `tile/L/N` with
/// 256 hashes of 32 bytes, `tile/entries/N` with the same entries' bytes, each behind its length in two
/// bytes. Holds one tile of each level and one bundle of entries at a time, whatever the log's size.
class TileExport {
 public:
  /// Makes the folder; refuses one with files in it.
  [[nodiscard]] static Result<TileExport> into(const std::filesystem::path& folder);

  /// The next leaf. An entry that is no longer there (erased) is written as an empty one, whose hash then
  /// differs from the tile's: the leaf stays, what it was made of is gone. At most 65535 bytes.
  [[nodiscard]] Result<void> add(const MerkleHash& leaf, const std::optional<std::string>& entry);

  /// The partial tiles of the right edge and, last, the checkpoint.
  [[nodiscard]] Result<void> finish(std::string_view checkpoint);

 private:
  struct Level {
    std::uint64_t full_tiles = 0;
    std::vector<MerkleHash> hashes;  ///< fewer than 256
  };

  explicit TileExport(std::filesystem::path folder) : m_folder(std::move(folder)) {}
  [[nodiscard]] Result<void> add_hash(std::size_t level, const MerkleHash& hash);
  [[nodiscard]] Result<void> write_tile(std::size_t level);
  [[nodiscard]] Result<void> write_entries(std::uint64_t bundle, std::size_t width);
  [[nodiscard]] Result<void> write(const std::filesystem::path& name, std::string_view bytes) const;

  std::filesystem::path m_folder;
  std::vector<Level> m_levels{1};
  std::string m_entries;  ///< of the bundle that is being filled
};

/// Where a tile or bundle stands: `x001/x234/067` of 1234067, with `.p/W` when it is not full (256).
[[nodiscard]] std::string tile_path(std::uint64_t number, std::size_t width);

}  // namespace preshift
