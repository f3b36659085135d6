#pragma once

#include "result.hpp"
#include "text.hpp"

#include <utility>

namespace preshift {

enum class ProblemKind {
  unusable_input,  ///< arguments, rules or files: the check could not run (exit status 3)
  device_failure,  ///< a microphone, a camera, or the program that reads them failed (exit status 4)
};

/// An expected failure: what is wrong, where, and what to do, in words an agent can act on.
struct Problem {
  ProblemKind kind = ProblemKind::unusable_input;
  Message message;
};

template <class T>
using Result = Expected<T, Problem>;

/// `return unusable_input(sensing_text("sound_file.missing"), path);`
template <class... Arguments>
Failure<Problem> unusable_input(const Text& text, Arguments&&... arguments) {
  return {
      Problem{ProblemKind::unusable_input, Message{text, {Argument(std::forward<Arguments>(arguments))...}}}};
}

template <class... Arguments>
Failure<Problem> device_failure(const Text& text, Arguments&&... arguments) {
  return {
      Problem{ProblemKind::device_failure, Message{text, {Argument(std::forward<Arguments>(arguments))...}}}};
}

}  // namespace preshift
