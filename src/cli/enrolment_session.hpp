#pragma once

#include "enrolling.hpp"

#include <filesystem>

namespace preshift {

/// Enrols a room, speaking with the person on standard error and standard input where the request asks, and
/// writes its file.
[[nodiscard]] Result<EnrolmentReport> enrol_into(const std::filesystem::path& file,
                                                 const SensingRequest& request, Language language);

}  // namespace preshift
