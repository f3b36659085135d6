#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// A JSON value whose members keep their order.
using Json = nlohmann::ordered_json;

/// A member of an object; nullptr when it has none of this name, or the value is no object.
[[nodiscard]] const Json* member(const Json& object, std::string_view name);

/// The text of such a member; none when it is missing or no text.
[[nodiscard]] std::optional<std::string> text_member(const Json& object, std::string_view name);

}  // namespace preshift
