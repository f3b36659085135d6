#pragma once

#include <string>
#include <string_view>

namespace preshift {

/// Whether a place names many files: it holds *, ? or [...], or a number such as %d or %04d.
[[nodiscard]] bool is_pattern(std::string_view name);

/// Whether a file name (no folders) fits. As in a shell: * is any text, ? any character, [a-c] one of these,
/// [!a-c] none of these; names that begin with a dot only fit patterns that do. As in printf: %d is a number,
/// %04d one of at least four digits, filled up with zeros. Anything else stands for itself. Takes time in
/// proportion to the product of both lengths at worst.
[[nodiscard]] bool fits_pattern(std::string_view name, std::string_view pattern);

/// Whether `a` comes before `b` as people count: frame9 before frame10. Equal numbers with more zeros come
/// later.
[[nodiscard]] bool comes_before(std::string_view a, std::string_view b);

}  // namespace preshift
