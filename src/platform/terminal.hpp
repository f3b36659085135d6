#pragma once

#include <optional>
#include <string>

namespace preshift {

enum class Stream { input, output, error };

/// Whether a person looks at this stream, or types into it.
[[nodiscard]] bool is_terminal(Stream stream);

/// Columns of the terminal behind the stream, 80 when it does not say.
[[nodiscard]] int terminal_width(Stream stream);

/// An environment variable that is set and not empty.
[[nodiscard]] std::optional<std::string> environment(const char* name);

/// The user's language as the system states it (LC_ALL, LC_MESSAGES, LANG in this order), such as
/// "fr_FR.UTF-8".
[[nodiscard]] std::string user_locale();

/// From here on an interrupt (Ctrl-C) does not end this program: take_interrupt() tells of it.
void outlive_interrupts();

/// Whether there was an interrupt since the last call.
[[nodiscard]] bool take_interrupt();

}  // namespace preshift
