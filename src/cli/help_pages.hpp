#pragma once

#include "command_table.hpp"

#include <string>

namespace preshift {

/// `preshift --help`.
[[nodiscard]] std::string help_page(Language language);

/// `preshift help COMMAND`.
[[nodiscard]] std::string help_page(const CommandInfo& command, Language language);

/// `preshift help GROUP`: the group's commands.
[[nodiscard]] std::string group_help_page(std::string_view group, Language language);

/// The whole as a man page, in roff for man(7), to be read by `man preshift`.
[[nodiscard]] std::string man_page(Language language);

/// A script for bash that completes commands, options and their words.
[[nodiscard]] std::string bash_completion();

}  // namespace preshift
