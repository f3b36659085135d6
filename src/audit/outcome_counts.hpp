#pragma once

#include "evaluation.hpp"

#include <cstdint>

namespace preshift {

/// How checks came out.
struct OutcomeCounts {
  std::int64_t cleared = 0;
  std::int64_t not_cleared = 0;
  std::int64_t undecided = 0;

  [[nodiscard]] std::int64_t all() const { return cleared + not_cleared + undecided; }
  void add(Outcome outcome);
  OutcomeCounts& operator+=(const OutcomeCounts& other);
  bool operator==(const OutcomeCounts&) const = default;
};

}  // namespace preshift
