#include "names.hpp"

#include <cstddef>

namespace preshift {

bool is_name(std::string_view text, std::string_view joints) {
  constexpr std::size_t k_longest = 64;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (text.empty() || text.size() > k_longest || !is_letter(text.front())) return false;
  bool after_joint = false;
  for (const char c : text) {
    const bool joint = joints.find(c) != std::string_view::npos;
    const bool letter_or_digit = is_letter(c) || (c >= '0' && c <= '9');
    if ((!joint && !letter_or_digit) || (joint && after_joint)) return false;
    after_joint = joint;
  }
  return !after_joint;
}

}  // namespace preshift
