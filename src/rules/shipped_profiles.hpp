#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace preshift {

/// A profile that is part of the program.
struct ShippedProfile {
  std::string_view name;
  std::string_view yaml;
};

/// All of them, each after what it extends.
[[nodiscard]] std::span<const ShippedProfile> shipped_profiles();

/// The one of this name, or nullptr.
[[nodiscard]] const ShippedProfile* find_shipped_profile(std::string_view name);

/// "rules/NAME.yaml": what problems in it are reported under.
[[nodiscard]] std::string place_of(const ShippedProfile& profile);

}  // namespace preshift
