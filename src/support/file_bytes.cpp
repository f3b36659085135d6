#include "file_bytes.hpp"

#include <fstream>
#include <system_error>

namespace preshift {

Expected<std::string, FileError> read_file(const std::filesystem::path& path, std::size_t at_most) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return Failure{FileError::missing};
  if (error) return Failure{FileError::unreadable};
  if (status.type() != std::filesystem::file_type::regular) return Failure{FileError::not_a_file};
  const auto size = std::filesystem::file_size(path, error);
  if (error) return Failure{FileError::unreadable};
  if (size > at_most) return Failure{FileError::too_large};
  std::ifstream file(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!file || !file.read(bytes.data(), static_cast<std::streamsize>(size)))
    return Failure{FileError::unreadable};
  return bytes;
}

}  // namespace preshift
