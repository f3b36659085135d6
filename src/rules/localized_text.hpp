#pragma once

#include "text.hpp"

#include <string>

namespace preshift {

/// A sentence of the profile's author, one line in each language.
struct LocalizedText {
  std::string english;
  std::string french;

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::french ? french : english;
  }
};

}  // namespace preshift
