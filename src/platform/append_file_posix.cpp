#include "append_file.hpp"
#include "folders.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace preshift {
namespace {

Failure<std::string> system_failure(int error) {
  return Failure{std::generic_category().message(error)};
}

int locked(int descriptor) {
  while (::flock(descriptor, LOCK_EX) != 0)
    if (errno != EINTR) return errno;
  return 0;
}

}  // namespace

Expected<AppendFile, std::string> AppendFile::open(const std::filesystem::path& file) {
  const auto folder = std::filesystem::absolute(file).parent_path();
  if (const int error = make_private_folders(folder); error != 0) return system_failure(error);
  const int descriptor =
      ::open(file.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return system_failure(errno);
  AppendFile opened(descriptor);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return system_failure(errno);
  if (!S_ISREG(status.st_mode)) return system_failure(EINVAL);
  if (const int error = locked(descriptor); error != 0) return system_failure(error);
  write_folder_through(folder);
  return opened;
}

AppendFile::~AppendFile() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

AppendFile::AppendFile(AppendFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

AppendFile& AppendFile::operator=(AppendFile&& other) noexcept {
  std::swap(m_descriptor, other.m_descriptor);
  return *this;
}

Expected<std::string, std::string> AppendFile::read(std::size_t at_most) const {
  struct stat status {};
  if (::fstat(m_descriptor, &status) != 0) return system_failure(errno);
  if (static_cast<std::size_t>(status.st_size) > at_most) return system_failure(EFBIG);
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t count =
        ::pread(m_descriptor, bytes.data() + have, bytes.size() - have, static_cast<off_t>(have));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_failure(errno);
    if (count == 0) break;
    have += static_cast<std::size_t>(count);
  }
  bytes.resize(have);
  return bytes;
}

Expected<void, std::string> AppendFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_failure(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(m_descriptor) != 0) return system_failure(errno);
  return {};
}

}  // namespace preshift
