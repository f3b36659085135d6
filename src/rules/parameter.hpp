#pragma once

#include "localized_text.hpp"
#include "place.hpp"

#include <string>
#include <variant>
#include <vector>

namespace preshift {

/// A number with its unit (measures.hpp), within [lowest, highest], both finite.
struct NumberParameter {
  std::string unit;
  double value = 0;
  double lowest = 0;
  double highest = 0;
};

/// A word, one of `words`, which is never empty.
struct WordParameter {
  std::vector<std::string> words;
  std::string value;
};

/// A value that a profile leaves to those who extend it, or to `check --set`.
struct Parameter {
  std::string name;  ///< lower-case words joined by '_'
  LocalizedText description;
  std::variant<NumberParameter, WordParameter> kind;
};

/// A value for a parameter, as written.
struct ParameterSetting {
  std::string name;
  std::string value;
  Place place{"--set"};  ///< where it is given
};

}  // namespace preshift
