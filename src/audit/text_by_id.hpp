#pragma once

#include "text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// The words behind the id of a text that certificates and rejections give as a reason. Arguments that are
/// not known are an ellipsis. An id that this version does not know is shown as it is.
[[nodiscard]] std::string words_of_reason(std::string_view id, const std::vector<std::string>& arguments,
                                          Language language);

}  // namespace preshift
