#pragma once

#include "problem.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace preshift {

/// Where in a file of rules, or on the command line. Lines and columns are counted from 1, columns in
/// characters; both are 0 where the whole file is meant.
struct Place {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;

  bool operator==(const Place&) const = default;
};

/// "file:line:column", or "file" where the whole file is meant.
[[nodiscard]] std::string to_string(const Place& place);

/// Something wrong at a place. The message's first argument is the place in words.
struct PlacedProblem {
  Place place;
  Message message;
};

/// All that is wrong with some files, at most 100 of each.
using PlacedProblems = std::vector<PlacedProblem>;

/// `placed_problem(place, rules_text("yaml.empty"))`: the place becomes {0}.
template <class... Arguments>
[[nodiscard]] PlacedProblem placed_problem(const Place& place, const Text& text, Arguments&&... arguments) {
  return {place, {text, {to_string(place), Argument(std::forward<Arguments>(arguments))...}}};
}

/// The problem without its place, for those who show one and stop.
[[nodiscard]] inline Problem to_problem(const PlacedProblem& placed) {
  return {ProblemKind::unusable_input, placed.message};
}

}  // namespace preshift
