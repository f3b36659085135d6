#include "seen_checkpoints.hpp"

#include "atomic_file.hpp"
#include "file_bytes.hpp"
#include "hex.hpp"
#include "sha256.hpp"
#include "user_folders.hpp"

namespace preshift {

std::filesystem::path seen_checkpoint_file(const std::string& origin) {
  const auto folder = state_folder();
  return folder.empty() ? folder : folder / "audit-checkpoints" / to_hex(sha256(origin));
}

std::string seen_checkpoint(const std::string& origin) {
  constexpr std::size_t k_largest = 65536;
  const auto file = seen_checkpoint_file(origin);
  if (file.empty()) return {};
  const auto bytes = read_file(file, k_largest);
  return bytes ? *bytes : std::string();
}

void remember_checkpoint(const std::string& origin, const std::string& checkpoint) {
  const auto file = seen_checkpoint_file(origin);
  if (!file.empty() && !checkpoint.empty()) static_cast<void>(replace_file(file, checkpoint));
}

}  // namespace preshift
