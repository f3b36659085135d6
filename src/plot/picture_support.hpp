#pragma once

#include "problem.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace preshift {

/// Whether PNG pictures can be made here: the module (picture_module.hpp) is there, and a font. Loads the
/// module, which stays until the process ends. Fails with plot_file.no_renderer or plot_file.no_font.
[[nodiscard]] Result<void> prepare_png();

/// The picture as the bytes of a PNG file, two pixels for each of the SVG's: sharp in print. Fails as
/// prepare_png does or with plot_file.not_rendered.
[[nodiscard]] Result<std::string> png_of_svg(std::string_view svg);

/// The same, with the module in this very file.
[[nodiscard]] Result<void> prepare_png(const std::filesystem::path& module_file);

}  // namespace preshift
