#include "biquad_cascade.hpp"

#include <cmath>

namespace preshift {
namespace {

constexpr double k_trace = 1e-30;

double without_trace(double value) {
  return std::abs(value) < k_trace ? 0.0 : value;
}

}  // namespace

void BiquadCascade::forget_traces() {
  for (Memory& memory : m_memory) memory = {without_trace(memory.next), without_trace(memory.after)};
}

}  // namespace preshift
