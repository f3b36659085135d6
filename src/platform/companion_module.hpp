#pragma once

#include "module.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace preshift {

/// Where the module of this name stands that belongs to this program: where it is installed, or beside the
/// program where that was built.
[[nodiscard]] std::filesystem::path companion_module_file(std::string_view name);

/// Loads a module for ever: the types that GLib's libraries register outlive it, so that it is never
/// unloaded. The reason when it cannot be loaded.
[[nodiscard]] Expected<const Module*, std::string> kept_module(const std::filesystem::path& file);
[[nodiscard]] Expected<const Module*, std::string> kept_companion_module(std::string_view name);

}  // namespace preshift
