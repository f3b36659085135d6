#include "excerpt.hpp"
#include "profile.hpp"
#include "rules_texts.hpp"
#include "shipped_yaml.hpp"

namespace preshift {

Result<Profile> shipped_profile(std::string_view name) {
  if (name == "standard") return read_profile(k_standard_yaml, "rules/standard.yaml");
  return unusable_input(rules_text("shipped.unknown"), excerpt(name), std::string("standard"));
}

}  // namespace preshift
