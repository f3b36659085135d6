#include "shipped_profiles.hpp"

#include "shipped_yaml.hpp"

#include <algorithm>

namespace preshift {

std::span<const ShippedProfile> shipped_profiles() {
  return k_shipped_yaml;
}

const ShippedProfile* find_shipped_profile(std::string_view name) {
  const auto found = std::find_if(k_shipped_yaml.begin(), k_shipped_yaml.end(),
                                  [&](const ShippedProfile& profile) { return profile.name == name; });
  return found == k_shipped_yaml.end() ? nullptr : &*found;
}

std::string place_of(const ShippedProfile& profile) {
  return "rules/" + std::string(profile.name) + ".yaml";
}

}  // namespace preshift
