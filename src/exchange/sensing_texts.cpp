#include "sensing_texts.hpp"

namespace preshift {

std::optional<Text> find_sensing_text(std::string_view id) {
  for (const Text& text : k_sensing_texts)
    if (text.id == id) return text;
  return std::nullopt;
}

}  // namespace preshift
