#pragma once

#include <cstddef>

namespace preshift {

/// The seam between preshift and the module `preshift-picture`, which alone links librsvg and cairo: with
/// them come some 40 shared libraries, so it is loaded when a PNG is asked for. The version catches a module
/// left over from another build. Nothing here throws.

inline constexpr int k_picture_module_version = 1;
inline constexpr const char* k_picture_module_entry = "preshift_picture_module";

enum class PictureOutcome {
  rendered,
  no_font,       ///< none is installed: words would be missing
  not_rendered,  ///< the reason says why
};

/// Takes the PNG file piece by piece, and the reason of a failure as one piece.
using PictureBytes = void (*)(void* context, const char* bytes, std::size_t size);

struct PictureModule {
  int version;
  /// Whether words can be drawn.
  bool (*has_font)();
  /// `scale`: pixels of the PNG per pixel of the SVG.
  PictureOutcome (*render_png)(const char* svg, std::size_t size, double scale, PictureBytes take,
                               void* context);
};

}  // namespace preshift
