#include "picture_limits.hpp"

#include "sensing_texts.hpp"

#include <algorithm>

namespace preshift {

Result<void> check_picture_size(const std::string& name, std::int64_t width, std::int64_t height) {
  const auto [shorter, longer] = std::minmax(width, height);
  if (longer < k_narrowest_picture || shorter < k_lowest_picture)
    return unusable_input(sensing_text("picture_file.too_small"), name, static_cast<double>(width),
                          static_cast<double>(height));
  if (longer > k_most_pixels / shorter)
    return unusable_input(sensing_text("picture_file.too_large"), name, static_cast<double>(width),
                          static_cast<double>(height));
  return {};
}

}  // namespace preshift
