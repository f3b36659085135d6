#include "device_names.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <system_error>

namespace preshift {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

template <class Predicate>
std::vector<DeviceListed> those(std::span<const DeviceListed> listed, Predicate predicate) {
  std::vector<DeviceListed> found;
  std::copy_if(listed.begin(), listed.end(), std::back_inserter(found), predicate);
  return found;
}

}  // namespace

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::vector<DeviceListed> devices_named(std::span<const DeviceListed> listed, std::string_view wanted) {
  if (const auto index = whole_number(wanted)) {
    auto numbered = those(listed, [&](const DeviceListed& device) { return device.index == *index; });
    if (!numbered.empty()) return numbered;
  }
  auto exact = those(listed, [&](const DeviceListed& device) { return device.name == wanted; });
  if (!exact.empty()) return exact;
  const std::string part = lower_case(wanted);
  return those(listed,
               [&](const DeviceListed& d) { return lower_case(d.name).find(part) != std::string::npos; });
}

}  // namespace preshift
