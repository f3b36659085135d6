#include "calibration_store.hpp"

#include "atomic_file.hpp"
#include "calibration_json.hpp"
#include "calibration_texts.hpp"
#include "file_bytes.hpp"
#include "user_folders.hpp"

#include <cstddef>

namespace preshift {

std::filesystem::path calibrations_file() {
  const auto folder = configuration_folder();
  return folder.empty() ? folder : folder / "calibrations.json";
}

Result<std::vector<Calibration>> read_calibrations(const std::filesystem::path& file) {
  constexpr std::size_t k_most_bytes = 1024 * 1024;
  if (file.empty()) return std::vector<Calibration>{};
  const auto bytes = read_file(file, k_most_bytes);
  if (bytes) return calibrations_from_json(*bytes, file.string());
  if (bytes.error() == FileError::missing) return std::vector<Calibration>{};
  return unusable_input(calibration_text("calibrations.unreadable"), file.string());
}

Result<void> write_calibrations(const std::filesystem::path& file,
                                const std::vector<Calibration>& calibrations) {
  if (file.empty()) return unusable_input(calibration_text("calibrations.no_folder"));
  const auto written = replace_file(file, calibrations_to_json(calibrations));
  if (written) return {};
  return unusable_input(calibration_text("calibrations.not_written"), file.string(), written.error());
}

}  // namespace preshift
