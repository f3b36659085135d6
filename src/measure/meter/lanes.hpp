#pragma once

#include <cstddef>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace preshift {

/// Vector types of GCC and Clang: four floats or two doubles that are calculated with at once. 128 bits are
/// what every x86-64 and every 64-bit ARM has, so one program runs on all of them at the same speed.
using Float4 = float __attribute__((vector_size(16)));
using Double2 = double __attribute__((vector_size(16)));

[[nodiscard]] inline Float4 load4(const float* from) {
  Float4 lanes;
  std::memcpy(&lanes, from, sizeof lanes);
  return lanes;
}

inline void store4(float* to, Float4 lanes) {
  std::memcpy(to, &lanes, sizeof lanes);
}

[[nodiscard]] inline Float4 all4(float value) {
  return Float4{value, value, value, value};
}

[[nodiscard]] inline Double2 all2(double value) {
  return Double2{value, value};
}

#if defined(__SSE2__)

// The compilers turn `a > b ? a : b` into one instruction for numbers but not for vectors of them.
[[nodiscard]] inline Float4 larger(Float4 a, Float4 b) {
  return _mm_max_ps(a, b);
}
[[nodiscard]] inline Float4 smaller(Float4 a, Float4 b) {
  return _mm_min_ps(a, b);
}
[[nodiscard]] inline Double2 larger(Double2 a, Double2 b) {
  return _mm_max_pd(a, b);
}
[[nodiscard]] inline Double2 smaller(Double2 a, Double2 b) {
  return _mm_min_pd(a, b);
}

#else

template <class Lanes>
[[nodiscard]] Lanes larger(Lanes a, Lanes b) {
  return a > b ? a : b;
}
template <class Lanes>
[[nodiscard]] Lanes smaller(Lanes a, Lanes b) {
  return a < b ? a : b;
}

#endif

/// The last lane of `before` and the first three of `now`.
[[nodiscard]] inline Float4 one_earlier(Float4 before, Float4 now) {
  return __builtin_shufflevector(before, now, 3, 4, 5, 6);
}

/// Whether a lane of `a` is below its bound, or one of `b`.
[[nodiscard]] inline bool any_below(Double2 a, Double2 a_bound, Double2 b, Double2 b_bound) {
#if defined(__SSE2__)
  return _mm_movemask_pd(_mm_or_pd(_mm_cmplt_pd(a, a_bound), _mm_cmplt_pd(b, b_bound))) != 0;
#else
  return a[0] < a_bound[0] || a[1] < a_bound[1] || b[0] < b_bound[0] || b[1] < b_bound[1];
#endif
}

/// The sums over the lanes of each.
[[nodiscard]] inline Double2 sums(Float4 a, Float4 b) {
  const Float4 pairs =
      __builtin_shufflevector(a, b, 0, 4, 1, 5) + __builtin_shufflevector(a, b, 2, 6, 3, 7);  // a b a b
  const Float4 both = pairs + __builtin_shufflevector(pairs, pairs, 2, 3, 2, 3);
#if defined(__SSE2__)
  return _mm_cvtps_pd(both);
#else
  return Double2{both[0], both[1]};
#endif
}

[[nodiscard]] inline float largest(Float4 lanes) {
  const Float4 halves = larger(lanes, __builtin_shufflevector(lanes, lanes, 2, 3, 2, 3));
  return halves[0] > halves[1] ? halves[0] : halves[1];
}

[[nodiscard]] inline float smallest(Float4 lanes) {
  return -largest(-lanes);
}

/// While it lives, numbers below 1e-38 count as 0 in this thread: a filter that decays into digital silence
/// would otherwise become a hundred times slower. Without effect where that costs nothing (ARM).
class DenormalsAreZero {
 public:
#if defined(__SSE2__)
  DenormalsAreZero() : m_before(_mm_getcsr()) {
    _mm_setcsr(m_before | k_flush_and_zero);
  }
  ~DenormalsAreZero() {
    _mm_setcsr(m_before);
  }

 private:
  static constexpr unsigned k_flush_and_zero = 0x8040;
  unsigned m_before;

 public:
#else
  DenormalsAreZero() {}
  ~DenormalsAreZero() {}
#endif
  DenormalsAreZero(const DenormalsAreZero&) = delete;
  DenormalsAreZero& operator=(const DenormalsAreZero&) = delete;
};

}  // namespace preshift
