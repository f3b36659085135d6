#pragma once

#include "problem.hpp"

#include <string>

namespace preshift::testing {

/// The id of the text with which something was refused, or "accepted".
template <class T>
std::string refusal(const Result<T>& result) {
  return result ? "accepted" : std::string(result.error().message.text.id);
}

/// What a person would read.
template <class T>
std::string words(const Result<T>& result) {
  return result ? "accepted" : render(result.error().message, Language::english);
}

}  // namespace preshift::testing
