#pragma once

#include "event.hpp"

#include <string>

namespace preshift {

/// A picture's frame with the door's outline in it, drawn with characters for a terminal: all that a person
/// needs to see where Preshift believes the door to be, without a picture leaving the measuring program.
/// `width`: columns to use, 24 to 76; the lines keep the picture's shape, a character being twice as high as
/// wide.
[[nodiscard]] std::string outline_sketch(const DoorProposed& door, int width);

}  // namespace preshift
