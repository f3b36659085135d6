#include "sound_handle.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <system_error>

namespace preshift {

/// A file in which four bytes are read as 0xFF.
struct SoundHandle::CorrectedFile {
  std::ifstream stream;
  sf_count_t size = 0;
  sf_count_t position = 0;
  sf_count_t corrected_at = 0;

  sf_count_t read(char* bytes, sf_count_t count) {
    stream.clear();
    stream.seekg(position);
    stream.read(bytes, count);
    const sf_count_t got = std::max<sf_count_t>(stream.gcount(), 0);
    const auto begin = std::clamp<sf_count_t>(corrected_at - position, 0, got);
    const auto end = std::clamp<sf_count_t>(corrected_at + 4 - position, 0, got);
    std::fill(bytes + begin, bytes + end, static_cast<char>(0xFF));
    position += got;
    return got;
  }

  sf_count_t seek(sf_count_t offset, int origin) {
    const sf_count_t from = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? position : size;
    position = std::clamp<sf_count_t>(from + offset, 0, size);
    return position;
  }
};

void SoundHandle::Forget::operator()(CorrectedFile* file) const {
  delete file;
}

SoundHandle::SoundHandle(const std::filesystem::path& file, SF_INFO& info,
                         std::optional<std::uint64_t> unfilled_length_at) {
  if (!unfilled_length_at) {
    m_sound.reset(sf_open(file.string().c_str(), SFM_READ, &info));
    return;
  }
  std::error_code error;
  const auto size = static_cast<sf_count_t>(std::filesystem::file_size(file, error));
  m_corrected.reset(new CorrectedFile{std::ifstream(file, std::ios::binary), error ? 0 : size, 0,
                                      static_cast<sf_count_t>(*unfilled_length_at)});
  SF_VIRTUAL_IO io{};
  io.get_filelen = [](void* user) { return static_cast<CorrectedFile*>(user)->size; };
  io.seek = [](sf_count_t offset, int origin, void* user) {
    return static_cast<CorrectedFile*>(user)->seek(offset, origin);
  };
  io.read = [](void* bytes, sf_count_t count, void* user) {
    return static_cast<CorrectedFile*>(user)->read(static_cast<char*>(bytes), count);
  };
  io.tell = [](void* user) { return static_cast<CorrectedFile*>(user)->position; };
  m_sound.reset(sf_open_virtual(&io, SFM_READ, &info, m_corrected.get()));
}

}  // namespace preshift
