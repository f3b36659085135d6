#pragma once

#include "measurement.hpp"
#include "measures.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace preshift {

/// Measurements of measures that are in the catalogue, with the catalogue's unit.
[[nodiscard]] inline Measurement known(std::string_view name, const Quantity& quantity) {
  return {std::string(name), std::string(find_measure(name)->unit), quantity};
}

[[nodiscard]] inline Measurement not_known(std::string_view name, Message reason) {
  return unknown(std::string(name), std::string(find_measure(name)->unit), std::move(reason));
}

/// The quantity, or why it is unknown.
[[nodiscard]] inline Measurement known_unless(const std::optional<Message>& reason, std::string_view name,
                                              const Quantity& quantity) {
  return reason ? not_known(name, *reason) : known(name, quantity);
}

}  // namespace preshift
