#include "device_choice.hpp"

#include "device_names.hpp"

#include <algorithm>

namespace preshift {
namespace {

const DeviceListed& default_or_first(std::span<const DeviceListed> listed) {
  const auto marked =
      std::find_if(listed.begin(), listed.end(), [](const DeviceListed& d) { return d.is_default; });
  return marked == listed.end() ? listed.front() : *marked;
}

std::string names_of(std::span<const DeviceListed> listed) {
  std::string names;
  for (const DeviceListed& device : listed) names += (names.empty() ? "" : ", ") + device.name;
  return names;
}

}  // namespace

Result<DeviceListed> choose_device(std::span<const DeviceListed> listed, const std::string& wanted,
                                   const DeviceTexts& texts) {
  if (listed.empty()) return device_failure(texts.none);
  if (wanted.empty()) return default_or_first(listed);
  const std::vector<DeviceListed> fitting = devices_named(listed, wanted);
  if (fitting.empty()) return device_failure(texts.unknown, wanted, names_of(listed));
  if (fitting.size() > 1 && fitting[0].name != wanted)
    return unusable_input(texts.ambiguous, wanted, names_of(std::span(fitting).first(2)));
  return default_or_first(fitting);
}

}  // namespace preshift
