#pragma once

#include "document.hpp"
#include "paper_canvas.hpp"

namespace preshift::paper {

/// Writes the document's blocks one after another. False when a chart is no picture.
[[nodiscard]] bool write_blocks(Canvas& canvas, const Document& document);

/// A tone's colour for words, and its ground.
struct ToneInks {
  Ink words = k_accent;
  Ink ground = k_wash;
};
[[nodiscard]] ToneInks inks_of(Tone tone);

/// "✓ cleared"
[[nodiscard]] std::string marked(Tone tone, const std::string& words);

}  // namespace preshift::paper
