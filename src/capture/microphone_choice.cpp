#include "microphone_choice.hpp"

#include "device_names.hpp"
#include "sensing_texts.hpp"

#include <algorithm>

namespace preshift {
namespace {

const DeviceListed& default_or_first(std::span<const DeviceListed> listed) {
  const auto marked =
      std::find_if(listed.begin(), listed.end(), [](const DeviceListed& d) { return d.is_default; });
  return marked == listed.end() ? listed.front() : *marked;
}

}  // namespace

Result<DeviceListed> choose_microphone(std::span<const DeviceListed> listed, const std::string& wanted) {
  if (listed.empty()) return device_failure(sensing_text("microphone.none"));
  if (wanted.empty()) return default_or_first(listed);
  const std::vector<DeviceListed> fitting = devices_named(listed, wanted);
  if (fitting.empty()) return device_failure(sensing_text("microphone.unknown"), wanted);
  if (fitting.size() > 1 && fitting[0].name != wanted)
    return unusable_input(sensing_text("microphone.ambiguous"), wanted,
                          fitting[0].name + ", " + fitting[1].name);
  return default_or_first(fitting);
}

}  // namespace preshift
