#include "atomic_file.hpp"
#include "folders.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace preshift {
namespace {

Failure<std::string> system_failure(int error) {
  return Failure{std::generic_category().message(error)};
}

class FileDescriptor {
 public:
  explicit FileDescriptor(int descriptor) : m_descriptor(descriptor) {}
  ~FileDescriptor() {
    if (m_descriptor >= 0) ::close(m_descriptor);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;

  [[nodiscard]] int get() const { return m_descriptor; }

  /// Some file systems report a failed write only here.
  [[nodiscard]] bool close() { return ::close(std::exchange(m_descriptor, -1)) == 0; }

 private:
  int m_descriptor;
};

/// Gone with this object unless it was renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::filesystem::path& file)
      : m_name(file.string() + ".XXXXXX"), m_descriptor(::mkostemp(m_name.data(), O_CLOEXEC)) {
    if (m_descriptor.get() < 0) m_name.clear();
  }
  ~TemporaryFile() {
    if (!m_name.empty()) ::unlink(m_name.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] bool is_open() const { return !m_name.empty(); }

  [[nodiscard]] bool write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(m_descriptor.get(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(m_descriptor.get()) == 0 && m_descriptor.close();
  }

  [[nodiscard]] bool rename_to(const std::filesystem::path& file) {
    if (::rename(m_name.c_str(), file.c_str()) != 0) return false;
    m_name.clear();
    return true;
  }

 private:
  std::string m_name;
  FileDescriptor m_descriptor;
};

}  // namespace

Expected<void, std::string> replace_file(const std::filesystem::path& file, std::string_view bytes) {
  const auto folder = std::filesystem::absolute(file).parent_path();
  if (const int error = make_private_folders(folder); error != 0) return system_failure(error);
  TemporaryFile temporary(file);
  if (!temporary.is_open() || !temporary.write(bytes) || !temporary.rename_to(file))
    return system_failure(errno);
  write_folder_through(folder);
  return {};
}

}  // namespace preshift
