#pragma once

#include "text.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace preshift {

/// The one description of the command line. Parsing, `--help`, the man page and the shell completion are all
/// made from it, so they cannot contradict each other.

enum class Completes { nothing, words, files };

struct OptionInfo {
  std::string_view name;  ///< with its dashes
  Text value;             ///< what it takes, such as FILE; empty for a switch
  Text help;
  Completes completes = Completes::nothing;
  std::string_view words{};  ///< the words it takes, separated by spaces
  bool value_optional = false;
  bool repeatable = false;  ///< may be given several times
};

struct ExampleInfo {
  std::string_view command;
  Text meaning;
};

struct CommandInfo {
  std::string_view name;  ///< one word, or two for a command of a group, such as "rules lint"
  Text summary;           ///< one line
  Text description;       ///< paragraphs, separated by empty lines
  std::span<const OptionInfo> options{};
  std::span<const ExampleInfo> examples{};
  Text argument{};           ///< a positional argument, such as COMMAND; empty for none
  std::string_view words{};  ///< the words the argument takes, separated by spaces
  bool several_arguments = false;
};

struct StatusInfo {
  int status;
  Text meaning;
};

[[nodiscard]] std::span<const CommandInfo> commands();
[[nodiscard]] std::span<const StatusInfo> statuses();
[[nodiscard]] Text program_summary();
[[nodiscard]] const CommandInfo* find_command(std::string_view name);

/// Those of a group, such as "rules"; none where there is no such group.
[[nodiscard]] std::vector<const CommandInfo*> commands_of(std::string_view group);

}  // namespace preshift
