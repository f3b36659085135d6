#pragma once

#include "parameter.hpp"
#include "yaml_fields.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// What a profile and those that it extends declare, while they are read.
struct Vocabulary {
  std::map<std::string, Parameter, std::less<>> parameters;
  std::map<std::string, std::vector<std::string>, std::less<>> facts;  ///< what each may be

  /// The parameter of this name, or nullptr.
  [[nodiscard]] const Parameter* parameter(std::string_view name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? nullptr : &found->second;
  }
};

/// A text that stands for a parameter begins with this: `at_most: $max_noise`.
inline constexpr char k_parameter_sign = '$';

/// Notes that no parameter has this name, with the one that was likely meant.
void refuse_unknown_parameter(const YamlNode& value, std::string_view name, const Vocabulary& vocabulary,
                              YamlFields& fields);

}  // namespace preshift
