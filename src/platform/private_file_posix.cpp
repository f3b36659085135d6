#include "private_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace preshift {

bool is_private(const std::filesystem::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 && status.st_uid == ::geteuid() &&
         (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

}  // namespace preshift
