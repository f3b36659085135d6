#include "plot_numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace preshift {
namespace {

void group_digits(std::string& digits, std::string_view separator) {
  constexpr std::size_t k_ungrouped = 4;
  std::size_t end = std::min(digits.find_first_of(".,"), digits.size());
  const std::size_t begin = digits.starts_with('-') ? 1 : 0;
  if (end - begin <= k_ungrouped) return;
  for (; end > begin + 3; end -= 3) digits.insert(end - 3, separator);
}

}  // namespace

std::string plotted_number(double value, int decimals, Language language) {
  std::string digits = render_number(value, decimals, language, true);
  group_digits(digits, language == Language::french ? "\u202F" : ",");
  if (digits.starts_with('-')) digits.replace(0, 1, "\u2212");
  return digits;
}

double nominal_third_hz(int third) {
  constexpr std::array<double, 10> k_preferred = {1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8};
  const int decade = static_cast<int>(std::floor(third / 10.0));
  return 1000 * std::pow(10, decade) * k_preferred.at(static_cast<std::size_t>(third - 10 * decade));
}

std::string plotted_frequency(double frequency_hz, Language language) {
  const bool kilo = frequency_hz >= 1000;
  return render_number(kilo ? frequency_hz / 1000 : frequency_hz, 2, language) + (kilo ? "k" : "");
}

}  // namespace preshift
