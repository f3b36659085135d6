#pragma once

#include "terminal.hpp"
#include "text_writer.hpp"

namespace preshift {

/// Colour on this stream: when it is a terminal and nobody asked for none.
[[nodiscard]] inline bool colour_on(Stream stream) {
  return is_terminal(stream) && !environment("NO_COLOR");
}

/// How to write to the standard output.
[[nodiscard]] inline TextStyle output_style(Language language) {
  return {language, colour_on(Stream::output), terminal_width(Stream::output)};
}

}  // namespace preshift
