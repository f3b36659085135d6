#include "tile_export.hpp"

#include "merkle_texts.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace preshift {
namespace {

constexpr std::size_t k_tile_width = 256;
constexpr std::size_t k_longest_entry = 0xFFFF;

std::string bytes_of(const std::vector<MerkleHash>& hashes) {
  std::string bytes;
  for (const MerkleHash& hash : hashes) bytes.append(hash.begin(), hash.end());
  return bytes;
}

MerkleHash root_of(const std::vector<MerkleHash>& hashes) {
  CompactRange range;
  for (const MerkleHash& hash : hashes) range.append(hash);
  return range.root();
}

}  // namespace

std::string tile_path(std::uint64_t number, std::size_t width) {
  constexpr std::uint64_t k_thousand = 1000;
  const auto element = [](std::uint64_t part) {
    const std::string digits = std::to_string(part);
    return std::string(3 - digits.size(), '0') + digits;
  };
  std::string path = element(number % k_thousand);
  while ((number /= k_thousand) > 0) path = 'x' + element(number % k_thousand) + '/' + path;
  return width == k_tile_width ? path : path + ".p/" + std::to_string(width);
}

Result<TileExport> TileExport::into(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const bool is_empty = !error && std::filesystem::is_empty(folder, error);
  if (error) return unusable_input(merkle_text("tiles.not_written"), folder.string(), error.message());
  if (!is_empty) return unusable_input(merkle_text("tiles.not_empty"), folder.string());
  return TileExport(folder);
}

Result<void> TileExport::add(const MerkleHash& leaf, const std::optional<std::string>& entry) {
  const std::size_t size = entry ? entry->size() : 0;
  const std::uint64_t bundle = m_levels[0].full_tiles;
  const std::size_t width = m_levels[0].hashes.size() + 1;
  if (size > k_longest_entry)
    return unusable_input(merkle_text("tiles.entry_too_large"), m_folder.string(),
                          std::to_string(bundle * k_tile_width + width - 1));
  m_entries += static_cast<char>(size >> 8U);
  m_entries += static_cast<char>(size & 0xFFU);
  if (entry) m_entries += *entry;
  if (width == k_tile_width)
    if (auto written = write_entries(bundle, width); !written) return written;
  return add_hash(0, leaf);
}

Result<void> TileExport::add_hash(std::size_t level, const MerkleHash& hash) {
  if (level == m_levels.size()) m_levels.emplace_back();
  m_levels[level].hashes.push_back(hash);
  if (m_levels[level].hashes.size() < k_tile_width) return {};
  if (auto written = write_tile(level); !written) return written;
  const MerkleHash root = root_of(m_levels[level].hashes);
  m_levels[level].hashes.clear();
  ++m_levels[level].full_tiles;
  return add_hash(level + 1, root);
}

Result<void> TileExport::finish(std::string_view checkpoint) {
  if (!m_levels[0].hashes.empty())
    if (auto written = write_entries(m_levels[0].full_tiles, m_levels[0].hashes.size()); !written)
      return written;
  for (std::size_t level = 0; level < m_levels.size(); ++level)
    if (!m_levels[level].hashes.empty())
      if (auto written = write_tile(level); !written) return written;
  return write("checkpoint", checkpoint);
}

Result<void> TileExport::write_tile(std::size_t level) {
  const Level& tile = m_levels[level];
  return write("tile/" + std::to_string(level) + '/' + tile_path(tile.full_tiles, tile.hashes.size()),
               bytes_of(tile.hashes));
}

Result<void> TileExport::write_entries(std::uint64_t bundle, std::size_t width) {
  auto written = write("tile/entries/" + tile_path(bundle, width), m_entries);
  m_entries.clear();
  return written;
}

Result<void> TileExport::write(const std::filesystem::path& name, std::string_view bytes) const {
  const auto file = m_folder / name;
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  if (error) return unusable_input(merkle_text("tiles.not_written"), file.string(), error.message());
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (stream) return {};
  return unusable_input(merkle_text("tiles.not_written"), file.string(),
                        std::generic_category().message(errno));
}

}  // namespace preshift
