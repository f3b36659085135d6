#include "sound_container.hpp"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>

namespace preshift {
namespace {

using namespace std::string_view_literals;

class Bytes {
 public:
  explicit Bytes(const std::filesystem::path& file) : m_stream(file, std::ios::binary) {
    std::error_code error;
    m_size = std::filesystem::file_size(file, error);
    if (error) m_size = 0;
  }

  [[nodiscard]] std::uint64_t size() const { return m_size; }

  /// `count` bytes from `offset`, fewer where the file ends.
  [[nodiscard]] std::string at(std::uint64_t offset, std::size_t count) {
    if (offset >= m_size) return {};
    std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(count, m_size - offset)), '\0');
    m_stream.clear();
    m_stream.seekg(static_cast<std::streamoff>(offset));
    m_stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(m_stream.gcount(), 0)));
    return bytes;
  }

 private:
  std::ifstream m_stream;
  std::uint64_t m_size = 0;
};

std::uint64_t number(std::string_view bytes, bool big_endian) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char byte = big_endian ? bytes[i] : bytes[bytes.size() - 1 - i];
    value = value << 8U | static_cast<unsigned char>(byte);
  }
  return value;
}

/// How a container lays out its chunks: an id, a length, the content, padding.
struct Layout {
  std::string_view sound_id;
  std::size_t length_bytes;
  bool big_endian;
  bool length_counts_header;
  std::uint64_t first_chunk;  ///< offset in the file
  std::uint64_t alignment;

  [[nodiscard]] std::size_t header_bytes() const { return sound_id.size() + length_bytes; }
};

constexpr Layout k_riff{"data"sv, 4, false, false, 12, 2};
constexpr Layout k_rifx{"data"sv, 4, true, false, 12, 2};
constexpr Layout k_aiff{"SSND"sv, 4, true, false, 12, 2};
constexpr Layout k_wave64{"data\xF3\xAC\xD3\x11\x8C\xD1\x00\xC0\x4F\x8E\xDB\x8A"sv, 8, false, true, 40, 8};
constexpr std::string_view k_wave64_start = "riff\x2E\x91\xCF\x11\xA5\xD6\x28\xDB\x04\xC1\x00\x00"sv;

std::optional<Layout> layout_of(std::string_view head) {
  const std::string_view form = head.substr(std::min<std::size_t>(head.size(), 8), 4);
  if ((head.starts_with("RIFF") || head.starts_with("RF64") || head.starts_with("BW64")) && form == "WAVE")
    return k_riff;
  if (head.starts_with("RIFX") && form == "WAVE") return k_rifx;
  if (head.starts_with("FORM") && (form == "AIFF" || form == "AIFC")) return k_aiff;
  if (head.starts_with(k_wave64_start)) return k_wave64;
  return std::nullopt;
}

/// Programs that write to a pipe can't go back to fill in the length; they leave 0 or the largest they can.
bool nobody_filled_in(std::uint64_t length, const Layout& layout) {
  constexpr std::uint64_t k_near_two_gigabytes = 0x7FFF0000;
  constexpr std::uint64_t k_near_the_end_of_64_bits = std::numeric_limits<std::uint64_t>::max() / 4;
  return length == 0 ||
         length >= (layout.length_bytes == 4 ? k_near_two_gigabytes : k_near_the_end_of_64_bits);
}

bool sound_is_cut_off(std::uint64_t start, std::uint64_t length, bool filled_in, std::uint64_t file_size) {
  return filled_in && (start > file_size || length > file_size - start);
}

/// RF64 (EBU Tech 3306) keeps the true length of the sound in its chunk ds64, after that of the whole file.
bool rf64_is_cut_off(Bytes& file, std::uint64_t sound_start) {
  const std::string lengths = file.at(k_riff.first_chunk, 24);
  if (!lengths.starts_with("ds64") || lengths.size() < 24) return false;
  const std::uint64_t length = number(std::string_view(lengths).substr(16, 8), false);
  const bool filled_in = !nobody_filled_in(length, k_wave64);
  return sound_is_cut_off(sound_start, length, filled_in, file.size());
}

/// Whether the rest of a WAV file, from here on, is nothing but further chunks.
bool only_chunks_follow(Bytes& file, std::uint64_t offset) {
  const auto names_a_chunk = [](unsigned char c) { return c >= ' ' && c < 0x7F; };
  while (offset < file.size()) {
    const std::string header = file.at(offset, k_riff.header_bytes());
    if (header.size() < k_riff.header_bytes() ||
        !std::all_of(header.begin(), header.begin() + 4, names_a_chunk))
      return false;
    const std::uint64_t length = number(std::string_view(header).substr(4), false);
    offset += k_riff.header_bytes() + length + length % 2;
  }
  return offset - file.size() <= 1;
}

SoundContainer sound_chunk(Bytes& file, const Layout& layout, std::uint64_t start, std::uint64_t length) {
  const bool says_riff = file.at(0, 4) == "RIFF";
  if (length == 0 && says_riff && layout.length_bytes == 4 && !only_chunks_follow(file, start))
    return {false, start - layout.length_bytes};
  if (length == 0xFFFFFFFF && layout.length_bytes == 4 && !says_riff)
    return {rf64_is_cut_off(file, start), {}};
  return {sound_is_cut_off(start, length, !nobody_filled_in(length, layout), file.size()), {}};
}

SoundContainer inspect_chunks(Bytes& file, const Layout& layout) {
  constexpr int k_most_chunks = 10000;
  std::uint64_t offset = layout.first_chunk;
  for (int i = 0; i < k_most_chunks; ++i) {
    const std::string header = file.at(offset, layout.header_bytes());
    if (header.size() < layout.header_bytes()) return {true, {}};  // ended before any sound
    std::uint64_t length = number(std::string_view(header).substr(layout.sound_id.size()), layout.big_endian);
    if (layout.length_counts_header) length -= std::min<std::uint64_t>(length, layout.header_bytes());
    const std::uint64_t start = offset + layout.header_bytes();
    if (header.starts_with(layout.sound_id)) return sound_chunk(file, layout, start, length);
    if (length > file.size()) return {true, {}};
    offset = (start + length + layout.alignment - 1) / layout.alignment * layout.alignment;
  }
  return {};
}

bool ogg_is_cut_off(Bytes& file) {
  constexpr std::size_t k_two_pages = 2 * 65307;  // the largest page is 65307 bytes long
  constexpr std::size_t k_page_header = 27;
  constexpr unsigned k_end_of_stream = 4;
  const std::string tail =
      file.at(file.size() - std::min<std::uint64_t>(file.size(), k_two_pages), k_two_pages);
  const std::size_t page = tail.rfind("OggS\0"sv);
  if (page == std::string::npos || tail.size() - page < k_page_header) return true;
  const auto segments = static_cast<std::size_t>(static_cast<unsigned char>(tail[page + 26]));
  std::size_t end = page + k_page_header + segments;
  if (end > tail.size()) return true;
  for (std::size_t i = 0; i < segments; ++i)
    end += static_cast<unsigned char>(tail[page + k_page_header + i]);
  return end > tail.size() || (static_cast<unsigned char>(tail[page + 5]) & k_end_of_stream) == 0;
}

}  // namespace

SoundContainer inspect_sound_container(const std::filesystem::path& path) {
  Bytes file(path);
  const std::string head = file.at(0, 16);
  if (head.starts_with("OggS")) return {ogg_is_cut_off(file), {}};
  const std::optional<Layout> layout = layout_of(head);
  return layout ? inspect_chunks(file, *layout) : SoundContainer{};
}

}  // namespace preshift
