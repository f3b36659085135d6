#pragma once

#include "command_table.hpp"
#include "problem.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace preshift {

/// A command line that fits the command table.
struct Arguments {
  const CommandInfo* command = nullptr;  ///< null for help of the whole or of a group, and `--version`
  std::map<std::string, std::string, std::less<>> values;  ///< by option name; a switch has an empty value
  std::map<std::string, std::vector<std::string>, std::less<>> repeated;  ///< of the repeatable options
  std::optional<std::string> argument;  ///< the positional one, the first where there are several
  std::vector<std::string> arguments;   ///< all of them
  std::string group;                    ///< of which help is wanted, such as "rules"; empty for none
  bool wants_help = false;
  bool wants_version = false;

  [[nodiscard]] bool has(std::string_view option) const { return values.contains(option); }
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const;

  /// Every value of a repeatable option, in order.
  [[nodiscard]] std::vector<std::string> all(std::string_view option) const;
};

/// `words`: the command line without the program's name. Refuses unknown commands and options ("did you
/// mean"), missing and empty values, options given twice that are not repeatable, and words that an option
/// does not take.
[[nodiscard]] Result<Arguments> parse_arguments(const std::vector<std::string>& words);

/// The language to speak in, as far as it can be told before the command line is understood: --language, else
/// the system's.
[[nodiscard]] Language choose_language(const std::vector<std::string>& words);

}  // namespace preshift
